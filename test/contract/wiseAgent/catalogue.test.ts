import { catalogue } from '../../../nodes/WiseAgent/actions';
import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { startWiseAgent } from '../../support/wiseAgent';
import { examples, runExample } from './examples';

const operations = Object.entries(catalogue).flatMap(([resource, { operations: own }]) =>
	Object.entries(own).map(([name, operation]) => ({ id: `${resource}.${name}`, operation })),
);

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test('has an example with every field for each operation, so that none is left unchecked', () => {
	expect(Object.keys(examples).sort()).toEqual(operations.map(({ id }) => id).sort());
	for (const { id, operation } of operations) {
		const given = Object.keys(examples[id]?.parameters ?? {});
		const missing = operation.fields.map(({ name }) => name).filter((name) => !given.includes(name));
		expect({ id, missing }).toEqual({ id, missing: [] });
	}
});

test.each(operations)('$id does what its example asks for, and puts something out', async ({ id }) => {
	const { run, requests } = await runExample(sandbox, id);
	expect(run.error && `${run.error.message} ${run.error.description ?? ''}`).toBeUndefined();
	expect(run.items.length).toBeGreaterThan(0);
	expect(requests.length).toBeGreaterThan(0);
});
