import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf } from '../../../support/sandboxRuns';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
let seed = 0;
// The node remembers what it has created, so no id may come twice.
beforeEach(async () => (sandbox = await startSandbox({ seed: ++seed })));
afterEach(async () => await sandbox.close());

const CREATE = { method: 'POST', path: '^/businesses/$' };
const parameters = { name: '={{ $json.company }}' };
const called = (name: string) =>
	sandbox.state.businesses.inGroup(DEMO.locationId).filter((business) => business.name === name);

test('a business is created once when the answer is lost, and comes out with its id', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const [business] = await succeed(sandbox, 'business.create', {
		items: [{ company: 'South Pier' }],
		parameters,
	});

	expect(called('South Pier').map(({ id }) => id)).toEqual([business?.id]);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});

test('it is found also behind the first hundred of the location', async () => {
	for (let index = 0; index < 120; index++) {
		sandbox.state.add('businesses', { locationId: DEMO.locationId, name: `Company ${index}` });
	}
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	await succeed(sandbox, 'business.create', { items: [{ company: 'South Pier' }], parameters });

	expect(called('South Pier')).toHaveLength(1);
	expect(requestsOf(sandbox, 'GET').map(({ query }) => query.skip)).toEqual(['0', '100']);
});

test('a business that never arrived is sent again, and is there once', async () => {
	sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
	await succeed(sandbox, 'business.create', { items: [{ company: 'South Pier' }], parameters });

	expect(called('South Pier')).toHaveLength(1);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(2);
});

test('two items of the same name become two businesses, although each answer is lost', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 2, ...CREATE });
	const run = await runOperation(sandbox, 'business.create', {
		items: [{ company: 'South Pier' }, { company: 'South Pier' }],
		parameters,
	});

	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => json.id).sort()).toEqual(
		called('South Pier')
			.map(({ id }) => id)
			.sort(),
	);
	expect(called('South Pier')).toHaveLength(2);
});

test('an older business of that name is not passed off as the new one', async () => {
	const old = sandbox.state.add('businesses', {
		locationId: DEMO.locationId,
		name: 'South Pier',
		createdAt: '2026-01-01T00:00:00.000Z',
	});
	sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
	const [business] = await succeed(sandbox, 'business.create', {
		items: [{ company: 'South Pier' }],
		parameters,
	});

	expect(business?.id).not.toBe(old.id);
	expect(called('South Pier')).toHaveLength(2);
});

test('a token that may not read businesses creates none twice; the operator is asked to look', async () => {
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	const token = 'pit-00000000-demo-demo-demo-writesbusiness';
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ['businesses.write'] });
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const error = await fail(sandbox, 'business.create', {
		items: [{ company: 'South Pier' }],
		parameters,
		token,
	});

	expect(error.message).toContain('the change may have happened');
	expect(error.details).toMatchObject({ mayHaveHappened: true });
	expect(called('South Pier')).toHaveLength(1);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});

test('a delete whose answer is lost has succeeded', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'DELETE' });
	const records = await succeed(sandbox, 'business.delete', {
		parameters: { businessId: { __rl: true, mode: 'id', value: DEMO.businesses.northPier } },
	});

	expect(records).toEqual([{ deleted: true }]);
	expect(sandbox.state.businesses.get(DEMO.businesses.northPier)).toBeUndefined();
});
