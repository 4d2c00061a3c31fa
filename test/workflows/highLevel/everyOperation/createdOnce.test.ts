import { catalogue } from '../../../../nodes/GoHighLevel/actions';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { runExample } from '../../../cases/highLevel';
import { DEMO, OF_AGENCIES, runOperation, startSandbox } from '../../../support/highLevel';
import { pace } from '../../../support/pace';
import { requestsOf } from '../../../support/sandboxRuns';
import { tokenWithout } from './operations';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(async () => await sandbox.close());

let starts = 0;
// The node remembers what it has created, so no ID may come twice.
beforeEach(() => {
	sandbox.reset();
	sandbox.state.random.position = ++starts * 7_919;
});

/** Found by email and phone, or with the connection of an agency; the folders of these resources have that. */
const OTHERWISE = ['contact.create', ...OF_AGENCIES];

/** Creations whose record is looked for in a list when their answer is lost. */
const creations = Object.entries(catalogue).flatMap(([resource, { operations }]) =>
	Object.entries(operations).flatMap(
		([
			name,
			{
				requests: [main],
			},
		]) => {
			const list = main?.further.find(({ endpoint }) => endpoint.startsWith('GET '));
			if (name !== 'create' || !list || OTHERWISE.includes(`${resource}.${name}`)) return [];
			const [method = '', path = ''] = main?.endpoint.split(' ') ?? [];
			const pattern = `${path.replace(/\{\w+\}/g, '[^/]+').replace(/\/$/, '')}/?$`;
			return [{ id: `${resource}.${name}`, method, path: pattern, scope: list.scopes[0] ?? '' }];
		},
	),
);

const records = () =>
	Object.values(sandbox.state.collections()).reduce((sum, collection) => sum + collection.size, 0);

/** Runs an example, and counts the records that it makes and its requests to create. */
async function created(
	id: string,
	fault: { kind: 'lostAnswer' | 'connectionReset'; path: string },
	token: string = DEMO.token,
) {
	let before = 0;
	const { run } = await runExample(sandbox, id, async (_, options) => {
		before = records();
		sandbox.faults.add({ ...fault, times: 1, method: 'POST' });
		return await runOperation(sandbox, id, { ...options, token });
	});
	const sent = requestsOf(sandbox, 'POST').filter(({ path }) => new RegExp(fault.path).test(path));
	return { run, made: records() - before, sent: sent.length };
}

test('most kinds of record are among the creations', () => {
	expect(creations.length).toBeGreaterThan(6);
});

describe.each(creations)('$id', ({ id, path, scope }) => {
	test('makes one record when the answer is lost, and returns it', async () => {
		const { run, made, sent } = await created(id, { kind: 'lostAnswer', path });
		expect(run.error?.message).toBeUndefined();
		expect(run.items).toMatchObject([{ json: { id: expect.any(String) } }]);
		expect({ made, sent }).toEqual({ made: 1, sent: 1 });
	});

	test('sends again what never arrived, and makes one record', async () => {
		const { run, made, sent } = await created(id, { kind: 'connectionReset', path });
		expect(run.error?.message).toBeUndefined();
		expect({ made, sent }).toEqual({ made: 1, sent: 2 });
	});

	test('makes none twice where the list may not be read, and asks the operator to look', async () => {
		const token = tokenWithout(sandbox, scope);
		const { run, made, sent } = await created(id, { kind: 'lostAnswer', path }, token);
		expect(run.error?.message).toContain('the change may have happened');
		expect({ made, sent }).toEqual({ made: 1, sent: 1 });
	});
});
