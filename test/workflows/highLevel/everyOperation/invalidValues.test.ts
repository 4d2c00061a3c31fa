import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { startSandbox } from '../../../support/highLevel';
import { detailsOf } from '../../../support/sandboxRuns';
import { invalidValues } from './invalidValues';
import { operations, runWith } from './operations';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test('a value that cannot be right is tried with every operation', () => {
	expect(Object.keys(invalidValues).sort()).toEqual(operations.map(({ id }) => id).sort());
});

test.each(Object.entries(invalidValues))(
	'a value that cannot be right is named by %s, and nothing is changed',
	async (id, [parameters, message, field]) => {
		const { run, changed, requests } = await runWith(sandbox, id, { parameters });

		expect(run.error?.message).toBe(message);
		expect(detailsOf(run).field).toBe(field);
		expect(changed).toBe(false);
		expect(requests.every(({ method, status }) => method === 'GET' || (status ?? 0) >= 400)).toBe(true);
	},
);
