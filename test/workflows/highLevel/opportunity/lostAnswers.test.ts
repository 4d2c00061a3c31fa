import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { pace } from '../../../support/pace';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { tokenWithout } from '../everyOperation/operations';
import { addOpportunity, stored } from './records';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20, 400] });

const { locationId, pipelines } = DEMO;

let sandbox: HighLevelSandbox;
let seed = 0;
// The node remembers what it has created, so no ID may come twice.
beforeEach(async () => (sandbox = await startSandbox({ seed: ++seed })));
afterEach(async () => await sandbox.close());

const CREATE = { method: 'POST', path: '^/opportunities/$' };

const create = (contactId: string) => ({
	items: [{ title: 'Harbor loft' }],
	parameters: {
		contactId: byId(contactId),
		pipelineId: byId(pipelines.buyers),
		name: '={{ $json.title }}',
	},
});

function allowDuplicates(): void {
	const location = sandbox.state.locations.get(locationId);
	if (!location) throw new Error('The seed has no demo location');
	sandbox.state.locations.set(locationId, { ...location, allowDuplicateOpportunity: true });
}

describe.each([
	['where duplicates are refused', () => undefined],
	['where duplicates are allowed', allowDuplicates],
])('%s', (_, prepare) => {
	beforeEach(prepare);

	test('an opportunity is created once when the response is lost, and is returned with its ID', async () => {
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
		const [created] = await succeed(sandbox, 'opportunity.create', create(storeContact(sandbox)));

		expect(stored(sandbox).map(({ id }) => id)).toEqual([created?.id]);
		expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	});

	test('also when the search shows it late', async () => {
		sandbox.configure({ searchDelayMs: 200 });
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
		const [created] = await succeed(sandbox, 'opportunity.create', create(storeContact(sandbox)));

		expect(stored(sandbox).map(({ id }) => id)).toEqual([created?.id]);
		expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	});

	test('one that never arrived is sent again, and is there once', async () => {
		sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
		await succeed(sandbox, 'opportunity.create', create(storeContact(sandbox)));

		expect(stored(sandbox)).toHaveLength(1);
		expect(requestsOf(sandbox, 'POST')).toHaveLength(2);
	});
});

describe('where duplicates are allowed', () => {
	beforeEach(allowDuplicates);

	test('two items of one contact become two, although each response is lost', async () => {
		const contactId = storeContact(sandbox);
		sandbox.faults.add({ kind: 'lostAnswer', times: 2, ...CREATE });
		const run = await runOperation(sandbox, 'opportunity.create', {
			...create(contactId),
			items: [{ title: 'Harbor loft' }, { title: 'Harbor loft' }],
		});

		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json }) => json.id).sort()).toEqual(
			stored(sandbox)
				.map(({ id }) => id)
				.sort(),
		);
		expect(stored(sandbox)).toHaveLength(2);
	});

	test('an older one of that name is not taken for the new one', async () => {
		const old = addOpportunity(sandbox, { createdAt: '2026-01-01T00:00:00.000Z' });
		sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
		const [created] = await succeed(sandbox, 'opportunity.create', create(old.contactId));

		expect(created?.id).not.toBe(old.id);
		expect(stored(sandbox)).toHaveLength(2);
	});
});

test('when the search shows it later than all looks, the refusal of a second one does not hide it', async () => {
	sandbox.configure({ searchDelayMs: 600 });
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const [created] = await succeed(sandbox, 'opportunity.create', create(storeContact(sandbox)));

	expect(stored(sandbox).map(({ id }) => id)).toEqual([created?.id]);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(2);
});

test('a token that may not read opportunities creates none twice; the operator is asked to look', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const error = await fail(sandbox, 'opportunity.create', {
		...create(storeContact(sandbox)),
		token: tokenWithout(sandbox, 'opportunities.readonly'),
	});

	expect(error.message).toContain('the change may have happened');
	expect(error.details).toMatchObject({ mayHaveHappened: true });
	expect(stored(sandbox)).toHaveLength(1);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});

test('a delete whose response is lost has succeeded', async () => {
	const { id } = addOpportunity(sandbox);
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'DELETE' });
	const records = await succeed(sandbox, 'opportunity.delete', { parameters: { opportunityId: byId(id) } });

	expect(records).toEqual([{ deleted: true }]);
});

test('a status whose response is lost is set, and the opportunity is returned', async () => {
	const { id } = addOpportunity(sandbox);
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'PUT' });
	const [after] = await succeed(sandbox, 'opportunity.setStatus', {
		parameters: { opportunityId: byId(id), status: 'won' },
	});

	expect(after).toMatchObject({ id, status: 'won' });
});

test('names that cannot be read after a write are left out, and the write is no error', async () => {
	const { id } = addOpportunity(sandbox);
	sandbox.faults.add({ kind: 'serverError', times: 20, method: 'GET', path: '^/opportunities/pipelines$' });
	const [after] = await succeed(sandbox, 'opportunity.setStatus', {
		parameters: { opportunityId: byId(id), status: 'won' },
	});

	expect(after).toMatchObject({ id, status: 'won' });
	expect(after).not.toHaveProperty('pipelineName');
});
