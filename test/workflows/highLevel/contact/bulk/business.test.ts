import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../../support/highLevel';
import { storeContact } from '../../../../support/sandboxRuns';
import { calls, fail, succeed } from '../requests';

const { northPier } = DEMO.businesses;
const CALL = 'POST /contacts/bulk/business';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const parameters = {
	contactId: byId('={{ $json.id }}'),
	change: '={{ $json.change ?? "assign" }}',
	businessId: byId(`={{ $json.businessId ?? "${northPier}" }}`),
};
const businessOf = (id: unknown) => sandbox.state.contacts.get(String(id))?.businessId;
const bodies = () => sandbox.requests.map(({ body }) => body as IDataObject);

test('120 contacts are put into a business with 50 a call, and each item has its own result', async () => {
	const ids = Array.from({ length: 120 }, () => storeContact(sandbox));
	const run = await runContact(sandbox, 'bulkUpdateBusiness', {
		items: ids.map((id) => ({ id })),
		parameters,
	});

	expect(calls(sandbox)).toEqual([CALL, CALL, CALL]);
	expect(bodies().map(({ ids: sent }) => (sent as string[]).length)).toEqual([50, 50, 20]);
	expect(run.items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual(
		ids.map((contactId, item) => [{ contactId, businessId: northPier }, { item }]),
	);
	expect(ids.every((id) => businessOf(id) === northPier)).toBe(true);
});

test('contacts are taken out of their business, without naming it', async () => {
	const id = storeContact(sandbox, { businessId: northPier });
	const results = await succeed(sandbox, 'bulkUpdateBusiness', {
		parameters: { contactId: byId(id), change: 'remove' },
	});

	expect(results).toEqual([{ contactId: id, businessId: null }]);
	expect(bodies()).toEqual([{ locationId: DEMO.locationId, ids: [id], businessId: null }]);
	expect(businessOf(id)).toBeNull();
});

test('some in, some out: one call for each business and one for those that leave', async () => {
	sandbox.state.add('businesses', {
		id: 'bsSouthPier0000000000',
		locationId: DEMO.locationId,
		name: 'South Pier',
	});
	const items = ['assign', 'remove', 'assign', 'remove', 'assign'].map((change, row) => ({
		id: storeContact(sandbox, { businessId: northPier }),
		change,
		businessId: row === 4 ? 'bsSouthPier0000000000' : northPier,
	}));
	const results = await succeed(sandbox, 'bulkUpdateBusiness', { items, parameters });

	expect(calls(sandbox)).toHaveLength(3);
	const expected = [northPier, null, northPier, null, 'bsSouthPier0000000000'];
	expect(results.map(({ businessId }) => businessId)).toEqual(expected);
	expect(items.map(({ id }) => businessOf(id))).toEqual(expected);
});

test('a contact that is put in and taken out in one run ends as the last item says', async () => {
	sandbox.faults.add({ kind: 'slow', delayMs: 100, times: 1 });
	const id = storeContact(sandbox);
	await succeed(sandbox, 'bulkUpdateBusiness', {
		items: [
			{ id, change: 'assign' },
			{ id, change: 'remove' },
		],
		parameters,
	});

	expect(businessOf(id)).toBeNull();
});

test('contacts that HighLevel passes over are told, and the others are done', async () => {
	const foreign = sandbox.state.addContact({ locationId: DEMO.otherLocationId }).id;
	const good = storeContact(sandbox);
	const run = await runContact(sandbox, 'bulkUpdateBusiness', {
		items: [{ id: foreign }, { id: good }, { id: 'garbage' }],
		parameters,
		onError: 'continueErrorOutput',
	});

	expect(run.items.map(({ json, pairedItem }) => [json.contactId, pairedItem])).toEqual([
		[good, { item: 1 }],
	]);
	expect(run.errorItems.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
		[`HighLevel did not change the business of contact ${foreign}`, { item: 0 }],
		['HighLevel did not change the business of contact garbage', { item: 2 }],
	]);
	expect(businessOf(foreign)).toBeNull();
});

test('a business that does not exist fails its own items, and no others', async () => {
	const ids = Array.from({ length: 4 }, () => storeContact(sandbox));
	const run = await runContact(sandbox, 'bulkUpdateBusiness', {
		items: ids.map((id, row) => ({ id, row, businessId: row % 2 ? 'unknown' : northPier })),
		parameters,
		onError: 'continueErrorOutput',
	});

	expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(run.errorItems.map(({ json }) => [json.row, json.error])).toEqual([
		[1, 'Business with id unknown not found'],
		[3, 'Business with id unknown not found'],
	]);
});

test('without On Error, the first failing item ends the node, and the text says how many were completed', async () => {
	const ids = [storeContact(sandbox), 'garbage', storeContact(sandbox)];
	const error = await fail(sandbox, 'bulkUpdateBusiness', { items: ids.map((id) => ({ id })), parameters });

	expect(error.message).toBe('HighLevel did not change the business of contact garbage [item 1]');
	expect(error.description).toContain('2 of 3 items were completed');
});

test('a lost answer is no loss: the call is sent again', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1 });
	const id = storeContact(sandbox);
	await succeed(sandbox, 'bulkUpdateBusiness', { items: [{ id }], parameters });

	expect(calls(sandbox)).toEqual([CALL, CALL]);
	expect(businessOf(id)).toBe(northPier);
});

test('without a business nothing is sent', async () => {
	const error = await fail(sandbox, 'bulkUpdateBusiness', {
		items: [{ id: storeContact(sandbox), businessId: '' }],
		parameters,
	});

	expect(error.message).toBe('"Business" is empty');
	expect(calls(sandbox)).toEqual([]);
});
