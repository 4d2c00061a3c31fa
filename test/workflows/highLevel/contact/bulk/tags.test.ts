import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../../support/pace';
import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../../support/highLevel';
import { storeContact } from '../../../../support/sandboxRuns';
import { calls, fail, succeed } from '../requests';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 10, maxMs: 40 }, looksMs: [0, 20] });

const ADD = 'POST /contacts/bulk/tags/update/add';
const REMOVE = 'POST /contacts/bulk/tags/update/remove';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox({ rateLimit: { max: 100_000, intervalMs: 200 } })));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const parameters = {
	contactId: byId('={{ $json.id }}'),
	type: '={{ $json.type ?? "add" }}',
	tags: '={{ $json.tags ?? "hot, new" }}',
};
const tagsOf = (id: unknown) => sandbox.state.contacts.get(String(id))?.tags;
const bodies = () => sandbox.requests.map(({ body }) => body as IDataObject);
/** How many contacts each call had. */
const sizes = () => bodies().map(({ contacts }) => (contacts as string[]).length);
const linked = (item: number) => ({ item });

async function update(items: IDataObject[]): Promise<IDataObject[]> {
	return await succeed(sandbox, 'bulkUpdateTags', { items, parameters });
}

test('1,200 items take three calls, and each has its own result, in its order, linked to it', async () => {
	const ids = Array.from({ length: 1_200 }, (_, index) =>
		storeContact(sandbox, { tags: index % 2 ? [] : ['hot', `own ${index}`] }),
	);
	const run = await runContact(sandbox, 'bulkUpdateTags', { items: ids.map((id) => ({ id })), parameters });

	expect(run.error?.message).toBeUndefined();
	expect(calls(sandbox)).toEqual([ADD, ADD, ADD]);
	expect(sizes()).toEqual([500, 500, 200]);
	expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => linked(item)));
	expect(run.items.map(({ json }) => json)).toEqual(
		ids.map((contactId, index) => ({
			contactId,
			oldTags: index % 2 ? [] : ['hot', `own ${index}`],
			tagsAdded: index % 2 ? ['hot', 'new'] : ['new'],
			tagsRemoved: [],
		})),
	);
	for (const [index, id] of ids.entries()) {
		expect(tagsOf(id)).toEqual(index % 2 ? ['hot', 'new'] : ['hot', `own ${index}`, 'new']);
	}
});

test('a call says what HighLevel wants to know, and nothing else', async () => {
	const id = storeContact(sandbox);
	await update([{ id }]);
	await update([{ id, type: 'remove' }]);
	await update([{ id, type: 'removeAll' }]);

	const common = { contacts: [id], locationId: DEMO.locationId };
	expect(calls(sandbox)).toEqual([ADD, REMOVE, REMOVE]);
	expect(bodies()).toEqual([
		{ ...common, tags: ['hot', 'new'] },
		{ ...common, tags: ['hot', 'new'] },
		{ ...common, tags: [], removeAllTags: true },
	]);
});

test('tags are taken away, and the others stay', async () => {
	const id = storeContact(sandbox, { tags: ['hot', 'buyer'] });

	expect(await update([{ id, type: 'remove' }])).toEqual([
		{ contactId: id, oldTags: ['hot', 'buyer'], tagsAdded: [], tagsRemoved: ['hot'] },
	]);
	expect(tagsOf(id)).toEqual(['buyer']);
});

test('all tags are taken away, also when the item names none', async () => {
	const id = storeContact(sandbox, { tags: ['hot', 'buyer'] });

	expect(await update([{ id, type: 'removeAll', tags: '' }])).toMatchObject([
		{ tagsRemoved: ['hot', 'buyer'] },
	]);
	expect(tagsOf(id)).toEqual([]);
});

test('items with different tags take one call for each set of tags, whatever their order', async () => {
	const sets = ['a, b', 'b, a', 'a', 'c', 'a,b ', ' c'];
	const items = Array.from({ length: 60 }, (_, index) => ({
		id: storeContact(sandbox),
		tags: sets[index % sets.length] as string,
	}));
	const results = await update(items);

	expect(calls(sandbox)).toHaveLength(3);
	expect(
		bodies()
			.map(({ tags }) => (tags as string[]).join())
			.sort(),
	).toEqual(['a', 'a,b', 'c']);
	expect(sizes().sort()).toEqual([10, 20, 30]);
	expect(results.map(({ contactId }) => contactId)).toEqual(items.map(({ id }) => id));
	for (const { id, tags } of items) {
		expect([...(tagsOf(id) ?? [])].sort().join()).toBe(
			tags
				.split(',')
				.map((tag) => tag.trim())
				.sort()
				.join(),
		);
	}
});

describe('the same contact in several items', () => {
	test('with the same tags is sent once, and every item has the result', async () => {
		const id = storeContact(sandbox);
		const results = await update([{ id }, { id: storeContact(sandbox) }, { id }]);

		expect(sizes()).toEqual([2]);
		expect(results.map(({ contactId, tagsAdded }) => [contactId === id, tagsAdded])).toEqual([
			[true, ['hot', 'new']],
			[false, ['hot', 'new']],
			[true, ['hot', 'new']],
		]);
	});

	test('is changed in the order of the items', async () => {
		sandbox.configure({ latencyMs: 20 });
		sandbox.faults.add({ kind: 'slow', delayMs: 150, times: 1, path: '/add$' });
		const id = storeContact(sandbox, { tags: ['old'] });
		const results = await update([
			{ id, tags: 'a' },
			{ id, type: 'removeAll' },
			{ id, tags: 'b' },
			{ id, type: 'remove', tags: 'b' },
			{ id, tags: 'a' },
		]);
		sandbox.configure({ latencyMs: 0 });

		expect(tagsOf(id)).toEqual(['a']);
		expect(results.map(({ oldTags }) => oldTags)).toEqual([['old'], ['old', 'a'], [], ['b'], []]);
	});
});

describe('a contact that HighLevel refuses', () => {
	const bad = () => {
		const deleted = storeContact(sandbox);
		sandbox.state.removeContact(deleted);
		return {
			deleted,
			foreign: sandbox.state.addContact({ locationId: DEMO.otherLocationId }).id,
			garbage: 'not an id',
			unknown: 'AAAAbbbbCCCCddddEEEE',
		};
	};

	test('comes out of the error output with the reason, and the others are done', async () => {
		const { deleted, foreign, garbage, unknown } = bad();
		const good = [storeContact(sandbox), storeContact(sandbox)];
		const ids = [deleted, good[0], foreign, garbage, good[1], unknown];
		const run = await runContact(sandbox, 'bulkUpdateTags', {
			items: ids.map((id, row) => ({ id, row })),
			parameters,
			onError: 'continueErrorOutput',
		});

		expect(calls(sandbox)).toEqual([ADD]);
		expect(run.items.map(({ json, pairedItem }) => [json.contactId, pairedItem])).toEqual([
			[good[0], linked(1)],
			[good[1], linked(4)],
		]);
		expect(run.errorItems.map(({ json, pairedItem }) => [json.row, json.error, pairedItem])).toEqual([
			[0, `HighLevel refused contact ${deleted}: contact is deleted`, linked(0)],
			[2, `HighLevel refused contact ${foreign}: contact does not belong to location`, linked(2)],
			[3, `HighLevel refused contact ${garbage}: contact id is not a valid firebase id`, linked(3)],
			[5, `HighLevel refused contact ${unknown}: contact is not found`, linked(5)],
		]);
		expect(run.errorItems[0]?.json.details).toMatchObject({
			contactId: deleted,
			remedy: expect.stringContaining('Check the id'),
		});
		expect(good.map(tagsOf)).toEqual([
			['hot', 'new'],
			['hot', 'new'],
		]);
		expect(tagsOf(foreign)).toEqual([]);
	});

	test('ends the node without On Error: the first one is named, and how many were completed', async () => {
		const { deleted, foreign } = bad();
		const good = Array.from({ length: 3 }, () => storeContact(sandbox));
		const items = [good[0], good[1], foreign, deleted, good[2]].map((id) => ({ id: String(id) }));
		const error = await fail(sandbox, 'bulkUpdateTags', { items, parameters });

		expect(error.message).toBe(
			`HighLevel refused contact ${foreign}: contact does not belong to location [item 2]`,
		);
		expect(error.description).toContain('3 of 5 items were completed');
		expect(error.context).toMatchObject({ itemIndex: 2, details: { contactId: foreign } });
		expect(good.map(tagsOf)).toEqual(good.map(() => ['hot', 'new']));
	});
});

describe('an item that lacks something', () => {
	test.each([
		[{ id: '' }, '"Contact" is empty'],
		[{ id: 'x', tags: ' ,' }, '"Tags" is empty'],
	])('%j fails alone', async (lacking, message) => {
		const id = storeContact(sandbox);
		const run = await runContact(sandbox, 'bulkUpdateTags', {
			items: [lacking, { id }],
			parameters,
			onError: 'continueErrorOutput',
		});

		expect(run.errorItems.map(({ json }) => json.error)).toEqual([message]);
		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([linked(1)]);
		expect(bodies()).toMatchObject([{ contacts: [id] }]);
	});

	test('ends the node without On Error before anything is sent', async () => {
		const id = storeContact(sandbox);
		const error = await fail(sandbox, 'bulkUpdateTags', { items: [{ id }, { id: '' }], parameters });

		expect(error.message).toBe('"Contact" is empty [item 1]');
		expect(error.description).toContain('0 of 2 items were completed');
		expect(calls(sandbox)).toEqual([]);
	});
});

describe('a call that fails', () => {
	const twoCalls = () =>
		Array.from({ length: 4 }, (_, row) => ({
			id: storeContact(sandbox),
			row,
			type: row % 2 ? 'remove' : 'add',
		}));

	test('for good fails its own items, and no others', async () => {
		sandbox.faults.add({ kind: 'serverError', status: 500, path: '/remove$' });
		const run = await runContact(sandbox, 'bulkUpdateTags', {
			items: twoCalls(),
			parameters,
			onError: 'continueErrorOutput',
		});

		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([linked(0), linked(2)]);
		expect(run.errorItems.map(({ json }) => json.row)).toEqual([1, 3]);
		expect(run.errorItems[0]?.json).toMatchObject({
			error: 'HighLevel did not answer: status 500 (Internal server error)',
			details: { httpCode: 500, mayHaveHappened: true, remedy: expect.stringContaining('does no harm') },
		});
	});

	test('for the data fails its own items with the reason', async () => {
		sandbox.faults.add({ kind: 'serverError', status: 422, path: '/add$' });
		const run = await runContact(sandbox, 'bulkUpdateTags', {
			items: twoCalls(),
			parameters,
			onError: 'continueErrorOutput',
		});

		expect(calls(sandbox).sort()).toEqual([ADD, REMOVE]);
		expect(run.errorItems.map(({ json }) => [json.row, json.details])).toMatchObject([
			[0, { httpCode: 422 }],
			[2, { httpCode: 422 }],
		]);
	});

	test.each<[what: string, fault: { kind: 'rateLimited' | 'serverError' | 'lostAnswer' }]>([
		['for the rate limit', { kind: 'rateLimited' }],
		['for a moment', { kind: 'serverError' }],
		['after it was carried out, its answer lost,', { kind: 'lostAnswer' }],
	])('%s is sent again, and every item succeeds', async (_, fault) => {
		const items = twoCalls();
		sandbox.faults.add({ ...fault, times: 2 });
		const results = await update(items);

		expect(results.map(({ contactId }) => contactId)).toEqual(items.map(({ id }) => id));
		expect(calls(sandbox)).toHaveLength(4);
		expect(tagsOf(items[0]?.id)).toEqual(['hot', 'new']);
	});

	test('ends the node without On Error, and calls that were not begun are not made', async () => {
		const items = Array.from({ length: 60 }, (_, row) => ({ id: storeContact(sandbox), tags: `tag ${row}` }));
		sandbox.faults.add({ kind: 'serverError', status: 422 });
		const error = await fail(sandbox, 'bulkUpdateTags', { items, parameters });

		expect(error.message).toContain('[item 0]');
		expect(error.description).toContain('0 of 60 items were completed');
		expect(calls(sandbox).length).toBeLessThanOrEqual(20);
	});
});
