import type { IDataObject } from 'n8n-workflow';

import type { ContactRecord, WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import {
	byId,
	DEMO,
	fails,
	requestsOfType,
	startWiseAgent,
	succeeds,
	UNKNOWN,
} from '../../../support/wiseAgent';
import { contactsOf, person, store, WRITES } from './people';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent({ emptyClearsField: true })));
beforeEach(() => sandbox.reset());
afterEach(() => vi.restoreAllMocks());
afterAll(async () => await sandbox.close());

const ADA = { CFirst: 'Ada', CLast: 'Byron', CEmail: 'ada@example.com' };

interface Run {
	options?: IDataObject;
	items?: IDataObject[];
	dryRun?: boolean;
}

/** Takes the fields of a person to Wise Agent, as the flow of a sync does: with what the last run returned as text. */
async function sync(fields: IDataObject, { options = {}, ...run }: Run = {}): Promise<IDataObject[]> {
	const { items, ...own } = run;
	const parameters = { ...person(ADA, fields), options, ...own };
	return await succeeds(sandbox, 'contact.upsert', { parameters, items });
}

async function synced(
	fields: IDataObject,
	last: IDataObject | undefined,
	run: Run = {},
): Promise<IDataObject> {
	const options = { ...run.options, ...(last ? { lastSynced: JSON.stringify(last.synced) } : {}) };
	const [item = {}] = await sync(fields, { ...run, options });
	return item;
}

/** What a person changes in Wise Agent. */
function edit(last: IDataObject, changes: Partial<ContactRecord>): void {
	sandbox.state.updateContact(String(last.ClientID), changes);
}

test('200 contacts whose city changes at the source and whose phone changes here lose neither change', async () => {
	const items = Array.from({ length: 200 }, (_, index) => {
		const own = { CEmail: `person${index}@example.com`, City: 'Mesa', WorkPhone: '480-555-0100' };
		return { id: store(sandbox, { ...ADA, ...own }), city: 'Mesa' };
	});
	const parameters = {
		...{ matchBy: 'clientId', clientId: '={{ $json.id }}' },
		...person({}, { City: '={{ $json.city }}', WorkPhone: '480-555-0100' }),
		options: { lastSynced: '={{ $json.last }}' },
	};
	const run = async (rows: IDataObject[]) =>
		await succeeds(sandbox, 'contact.upsert', { parameters, items: rows });
	const created = await run(items);
	expect(created[0]).toMatchObject({ outcome: 'unchanged', synced: { id: items[0]?.id } });
	for (const contact of created) edit(contact, { WorkPhone: '602-555-0199' });

	const changed = items.map((item, index) => ({
		...{ ...item, city: 'Tempe' },
		// As an object, or as the text that a data table keeps.
		last: index % 2 ? created[index]?.synced : JSON.stringify(created[index]?.synced),
	})) as IDataObject[];
	const updated = await run(changed);
	expect(updated.every(({ changedFields }) => String(changedFields) === 'City')).toBe(true);
	expect(contactsOf(sandbox).map(({ City, WorkPhone }) => `${City} ${WorkPhone}`)).toEqual(
		items.map(() => 'Tempe 602-555-0199'),
	);

	sandbox.requests.length = 0;
	const again = await run(
		changed.map((item, index) => ({ ...item, last: updated[index]?.synced }) as IDataObject),
	);
	expect(again.map(({ outcome }) => outcome)).toEqual(items.map(() => 'unchanged'));
	expect(requestsOfType(sandbox, ...WRITES)).toEqual([]);
	// The way back still sees that the phone was changed here.
	expect(again[0]?.synced).toMatchObject({ values: { City: 'Tempe', WorkPhone: '480-555-0100' } });
}, 120_000);

describe('a field that was changed on both sides', () => {
	test.each<[string, IDataObject, 'source' | 'target']>([
		['the source wins', { conflict: 'sourceWins' }, 'source'],
		['the target wins', { conflict: 'targetWins' }, 'target'],
		['the last change wins, and it was in the source', { sourceChangedAt: '2026-03-01T12:00:01Z' }, 'source'],
		['the last change wins, and it was here', { sourceChangedAt: '2026-03-01T11:59:59Z' }, 'target'],
		[
			'the last change wins, and the zone is that of the workflow',
			{ sourceChangedAt: '2026-03-01T06:59:59' },
			'target',
		],
		['it is not known when the source changed', {}, 'source'],
	])('is told with the value that lost, where %s', async (_, options, winner) => {
		const first = await synced({ City: 'Mesa' }, undefined);
		edit(first, { City: 'Tempe', updatedAt: '2026-03-01T12:00:00.000Z' });
		const parameters = {
			...person(ADA, { City: 'Gilbert' }),
			options: { ...options, lastSynced: JSON.stringify(first.synced) },
		};
		const [item = {}] = await succeeds(sandbox, 'contact.upsert', {
			parameters,
			timezone: 'America/New_York',
		});

		if (winner === 'source') {
			expect(item).toMatchObject({ outcome: 'updated', changedFields: ['City'], City: 'Gilbert' });
			expect(item.changes).toEqual({ City: { from: 'Tempe', to: 'Gilbert', lost: 'Tempe' } });
			expect(item.synced).toMatchObject({ values: { City: 'Gilbert' } });
		} else {
			expect(item).toMatchObject({ outcome: 'unchanged', changedFields: [], City: 'Tempe' });
			expect(item.changes).toEqual({ City: { from: 'Tempe', to: 'Tempe', lost: 'Gilbert' } });
			expect(item.synced).toMatchObject({ values: { City: 'Mesa' } });
			// A later run decides again.
			const later = await synced({ City: 'Gilbert' }, item, { options: { conflict: 'sourceWins' } });
			expect(later.changes).toEqual({ City: { from: 'Tempe', to: 'Gilbert', lost: 'Tempe' } });
		}
	});

	test('in the same way is no conflict, and counts as synced', async () => {
		const first = await synced({ City: 'Mesa' }, undefined);
		edit(first, { City: 'Tempe' });
		const second = await synced({ City: 'Tempe' }, first);
		expect(second).toMatchObject({
			outcome: 'unchanged',
			changes: {},
			synced: { values: { City: 'Tempe' } },
		});
	});

	test('is one for an address, though Wise Agent keeps it in two', async () => {
		const first = await synced({ wholeAddress: '123 Main St' }, undefined);
		expect(first.synced).toMatchObject({ values: { wholeAddress: '123 Main St' } });
		edit(first, { AddressNumber: '125' });
		expect(await synced({ wholeAddress: '123 Main St' }, first)).toMatchObject({ outcome: 'unchanged' });

		const fields = { wholeAddress: '123 Elm St' };
		const kept = await synced(fields, first, { options: { conflict: 'targetWins' } });
		expect(kept).toMatchObject({ outcome: 'unchanged', AddressNumber: '125', AddressStreet: 'Main St' });
		expect(kept.changes).toEqual({
			AddressNumber: { from: '125', to: '125', lost: '123' },
			AddressStreet: { from: 'Main St', to: 'Main St', lost: 'Elm St' },
		});
		const written = await synced(fields, kept, { options: { conflict: 'sourceWins' } });
		expect(written.changes).toEqual({
			AddressNumber: { from: '125', to: '123', lost: '125' },
			AddressStreet: { from: 'Main St', to: 'Elm St', lost: 'Main St' },
		});
	});
});

test.each<[string, string[], string[], string[]]>([
	['add', ['Buyer', 'VIP'], ['Seller', 'Investor'], ['Buyer', 'Investor', 'VIP']],
	['add', [], ['Investor'], ['Investor']],
	['replace', ['Buyer', 'VIP'], ['Buyer', 'Seller', 'Investor'], ['Buyer', 'Investor', 'VIP']],
	['replace', [], ['Buyer', 'Seller', 'Investor'], ['Investor']],
	['remove', ['Seller', 'Investor'], ['Buyer', 'Seller', 'Investor'], ['Buyer', 'Seller']],
])(
	'categories go three ways (%s): the source has %s now, the contact %s',
	async (mode, now, here, expected) => {
		// Buyer and Seller were synced; Investor was added here, and VIP at the source. Where it removes, Seller is as before.
		const last = mode === 'remove' ? ['Seller'] : ['Buyer', 'Seller'];
		const id = store(sandbox, { ...ADA, Categories: here });
		const item = await synced(
			{ Categories: now },
			{ synced: { id, values: { Categories: last } } },
			{ options: { categoriesMode: mode } },
		);
		const [contact] = contactsOf(sandbox);
		const wanted = mode === 'add' && now.length > 0 ? ['Investor', 'Seller', 'VIP'] : expected;
		expect([...(contact?.Categories ?? [])].sort()).toEqual([...wanted].sort());
		expect(item.synced).toMatchObject({ values: { Categories: now } });
		expect(
			requestsOfType(sandbox, 'updateContact').every(({ body }) => !('Categories' in (body as object))),
		).toBe(true);
	},
);

test('clearing is a change like others: it is kept from a field that was changed here', async () => {
	const options = { clearWhenEmpty: ['City', 'Company'] };
	const first = await synced({ City: 'Mesa', Company: 'Engines' }, undefined, { options });
	edit(first, { Company: 'Looms' });
	const second = await synced({ City: '', Company: '' }, first, {
		options: { ...options, conflict: 'targetWins' },
	});

	expect(second).toMatchObject({ outcome: 'updated', changedFields: ['City'], City: null, Company: 'Looms' });
	expect(second.changes).toMatchObject({ Company: { from: 'Looms', to: 'Looms', lost: '' } });
	edit(second, { City: 'Tempe' });
	expect(
		await synced({ City: '', Company: '' }, second, { options: { ...options, conflict: 'targetWins' } }),
	).toMatchObject({
		...{ outcome: 'unchanged', City: 'Tempe' },
	});
});

describe('what Wise Agent makes of a value', () => {
	/** Has the account store a field in its own way. */
	function storing(change: (changes: Partial<ContactRecord>) => Partial<ContactRecord>): void {
		const { state } = sandbox;
		const update = state.updateContact.bind(state);
		vi.spyOn(state, 'updateContact').mockImplementation((id, changes) => update(id, change(changes)));
	}

	test('is no change of the contact: the same again is unchanged, and a change at the source is no conflict', async () => {
		const id = store(sandbox, ADA);
		storing(({ City, ...others }) => ({ ...others, ...(City ? { City: City.toUpperCase() } : {}) }));
		const first = await synced({ City: 'Mesa', WorkPhone: '+14805550100' }, undefined);
		expect(first).toMatchObject({ ClientID: Number(id), City: 'MESA' });
		expect(first.synced).toMatchObject({
			id,
			values: expect.objectContaining({ City: 'Mesa', WorkPhone: '+14805550100' }) as object,
			stored: { City: 'MESA' },
		});
		const again = await synced({ City: 'Mesa', WorkPhone: '(480) 555-0100' }, first);
		expect(again).toMatchObject({ outcome: 'unchanged', changes: {} });
		const third = await synced({ City: 'Gilbert' }, again, { options: { conflict: 'targetWins' } });
		expect(third).toMatchObject({ changes: { City: { from: 'MESA', to: 'GILBERT' } } });
	});

	test('counts as not synced where it passed it over, and is written by the next run', async () => {
		const id = store(sandbox, { ...ADA, City: 'Mesa' });
		storing(({ City: _, ...others }) => others);
		const first = await synced({ City: 'Tempe' }, undefined);
		expect(first.synced).toMatchObject({
			id,
			values: expect.not.objectContaining({ City: expect.anything() as string }) as object,
		});
		vi.restoreAllMocks();
		expect(await synced({ City: 'Tempe' }, first)).toMatchObject({ changedFields: ['City'], City: 'Tempe' });
	});

	test('and never shows is written only when the source changes it', async () => {
		const first = await synced(
			{ BuildingFloor: '2', InsideTeamId: byId(String(DEMO.team.priya)) },
			undefined,
		);
		edit(first, { InsideTeamIds: [DEMO.team.priya, DEMO.team.miguel] });
		const fields = { BuildingFloor: '2', InsideTeamId: byId(String(DEMO.team.priya)) };
		const again = await synced(fields, first);
		expect(again).toMatchObject({ outcome: 'unchanged' });
		const changed = await synced({ ...fields, BuildingFloor: '3' }, again);
		expect(changed.changes).toEqual({ BuildingFloor: { from: null, to: null } });
	});
});

test('what was synced to another contact counts for nothing, as what is older or unknown', async () => {
	const id = store(sandbox, { ...ADA, City: 'Tempe' });
	for (const last of [
		{ id: UNKNOWN, values: { City: 'Mesa' } },
		{ id, values: { Town: 'Mesa' }, format: 0 },
		{ values: 'Mesa' },
	]) {
		sandbox.state.updateContact(id, { City: 'Tempe' });
		const item = await synced({ City: 'Mesa' }, { synced: last });
		expect(item).toMatchObject({ changes: { City: { from: 'Tempe', to: 'Mesa' } }, synced: { id } });
	}
});

test('a text that no run has returned is refused, with what to do', async () => {
	const options = { lastSynced: '{"id": "1' };
	const { message, description } = await fails(sandbox, 'contact.upsert', {
		parameters: { ...person(ADA), options },
	});
	expect(message).toBe('"Last Synced Values" is not what an earlier run returned');
	expect(description).toContain('leave it empty');
	expect(requestsOfType(sandbox)).toEqual([]);
});

test('what the sync back has read here is no change of the source, even if this sync has not run since', async () => {
	const first = await synced({ City: 'Mesa' }, undefined);
	edit(first, { City: 'Tempe' });
	const [read = {}] = await succeeds(sandbox, 'contact.get', {
		parameters: { contactId: byId(String(first.ClientID)) },
	});
	// The source got Tempe from there; meanwhile it was changed here once more.
	edit(first, { City: 'Gilbert' });
	const item = await synced({ City: 'Tempe' }, first, { options: { lastRead: JSON.stringify(read) } });
	expect(item).toMatchObject({ outcome: 'unchanged', changes: {}, City: 'Gilbert' });
});

test('Only If Empty writes those fields where nothing is, and all others as always', async () => {
	const id = store(sandbox, {
		...ADA,
		Status: 'No Status',
		City: 'Tempe',
		AddressStreet: 'Main St',
		Categories: ['Buyer'],
	});
	const options = { onlyIfEmpty: ['City', 'Company', 'ContactStatus', 'wholeAddress', 'Categories'] };
	const fields = {
		City: 'Mesa',
		Company: 'Engines',
		State: 'AZ',
		AddressStreet: 'Elm St',
		Categories: ['VIP'],
	};
	const item = await synced({ ...fields, ContactStatus: 'Active' }, undefined, { options });
	expect(item.changedFields).toEqual(['Company', 'State', 'ContactStatus']);
	expect(sandbox.state.contacts.get(id)).toMatchObject({
		...{ City: 'Tempe', Company: 'Engines', State: 'AZ', AddressStreet: 'Main St', Categories: ['Buyer'] },
	});
	expect(item.synced).toMatchObject({ values: { Company: 'Engines', State: 'AZ' } });
	expect(Object.keys((item.synced as { values: object }).values)).not.toContain('City');
});

test('a Dry Run says which value would lose, and returns what was last synced as it came', async () => {
	expect(await synced({ City: 'Mesa' }, undefined, { dryRun: true })).toMatchObject({
		...{ outcome: 'wouldCreate', synced: null },
	});
	const first = await synced({ City: 'Mesa', Company: 'Engines' }, undefined);
	edit(first, { City: 'Tempe' });
	sandbox.requests.length = 0;
	const planned = await synced({ City: 'Gilbert', Company: 'Looms' }, first, { dryRun: true });
	expect(planned).toMatchObject({
		outcome: 'wouldUpdate',
		changes: {
			City: { from: 'Tempe', to: 'Gilbert', lost: 'Tempe' },
			Company: { from: 'Engines', to: 'Looms' },
		},
		synced: first.synced,
	});
	expect(requestsOfType(sandbox, ...WRITES)).toEqual([]);
});
