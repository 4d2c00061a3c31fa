import type { IDataObject } from 'n8n-workflow';

import type { ContactRecord, HighLevelSandbox } from '../../../../../sandbox/highLevel';
import type { Synced } from '../../../../../nodes/core/syncing/lastSynced';
import { seededRandom } from '../../../../support/fakeClock';
import { byId, DEMO, startSandbox } from '../../../../support/highLevel';
import type { Forwarder } from '../../../../support/odd/forwarder';
import { startForwarder } from '../../../../support/odd/forwarder';
import { fail, mapped, stored, succeed, writes } from '../requests';

const { customFields: F, textBoxes } = DEMO;
const EMAIL = 'ava@mail.example';
const LATE = '2099-01-01T00:00:00Z';
const EARLY = '2001-01-01T00:00:00Z';

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
beforeEach(() => {
	sandbox.reset();
	forwarder.passage.request = undefined;
});
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

interface Source {
	matchBy?: string;
	externalIdField?: IDataObject;
	externalId?: string;
	email?: string;
	phone?: string;
	lastName?: string;
	fields?: IDataObject;
	custom?: IDataObject;
	options?: IDataObject;
	dryRun?: boolean;
}

/** Syncs a record of the source to its contact, as a flow does. */
async function sync({ fields, custom, ...source }: Source, lastSynced?: unknown): Promise<IDataObject> {
	const { options, ...parameters } = source;
	const [written = {}] = await succeed(sandbox, 'upsert', {
		baseUrl: forwarder.url,
		items: [{ synced: lastSynced as IDataObject }],
		parameters: {
			email: EMAIL,
			...parameters,
			additionalFields: fields ?? {},
			customFields: mapped(custom ?? {}),
			options: { lastSynced: '={{ $json.synced }}', ...options },
		},
	});
	return written;
}

/** Somebody edits the contact in HighLevel. */
function edit(changes: Partial<ContactRecord>): void {
	const [contact] = stored(sandbox);
	if (contact) sandbox.state.updateContact(contact.id, changes);
}

const contactNow = () => stored(sandbox)[0] as unknown as ContactRecord;

test('edits of other fields in HighLevel stay, and the answer to a write is no change, however HighLevel spells it', async () => {
	const source = {
		email: 'AVA@Mail.example',
		phone: '(212) 555-0142',
		fields: { city: 'Boston', dateOfBirth: '1990-09-25', gender: 'female', companyName: 'North Pier' },
		custom: { [F.budget]: '$450,000', [F.moveInDate]: '03/01/2027' },
	};
	const first = await sync(source);
	expect(first).toMatchObject({ outcome: 'created', synced: { id: first.id } });
	edit({
		city: 'Salem',
		customFields: [
			{ id: F.budget, value: 1 },
			{ id: F.moveInDate, value: '2027-03-01' },
		],
	});
	sandbox.requests.length = 0;

	const echo = await sync(source, JSON.stringify(first.synced));
	expect(echo).toMatchObject({ outcome: 'unchanged', changes: {}, city: 'Salem' });
	expect(echo.synced).toMatchObject({ values: (first.synced as Synced).values });
	expect(writes(sandbox).filter(({ status = 0 }) => status < 300)).toEqual([]);

	// HighLevel has nothing of its own in these, however it spells them.
	const moved = {
		...source,
		phone: '212-555-0199',
		fields: { ...source.fields, dateOfBirth: '1990-09-26' },
		custom: { ...source.custom, [F.moveInDate]: '2027-04-01' },
		options: { conflict: 'targetWins' },
	};
	const second = await sync(moved, first.synced);
	expect(second.changedFields).toEqual(expect.arrayContaining(['phone', 'dateOfBirth', 'Move-in Date']));
	expect(second).toMatchObject({ outcome: 'updated', phone: '+12125550199' });
	expect(contactNow()).toMatchObject({ city: 'Salem' });
	expect(contactNow().customFields).toContainEqual({ id: F.budget, value: 1 });
	expect(await sync(moved, second.synced)).toMatchObject({ outcome: 'unchanged' });

	// What another contact was given says nothing about this one.
	const other = { ...(second.synced as IDataObject), id: 'somebody else' };
	expect(await sync(moved, other)).toMatchObject({
		changedFields: ['city', 'Budget'],
		unconfirmedFields: ['gender'],
	});
});

test('in 40 contacts that change on both sides at random, no edit is lost', async () => {
	const random = seededRandom(16);
	const some = () => FIELDS.filter(() => random() < 0.4);
	const people = Array.from({ length: 40 }, (_, index) => ({
		email: `person${index}@mail.example`,
		...Object.fromEntries(FIELDS.map((name) => [name, `${name} ${index}`])),
	})) as IDataObject[];
	const run = async (items: IDataObject[]) =>
		await succeed(sandbox, 'upsert', {
			items,
			parameters: {
				email: '={{ $json.email }}',
				additionalFields: Object.fromEntries(FIELDS.map((name) => [name, `={{ $json.${name} }}`])),
				options: { lastSynced: '={{ $json.synced }}' },
			},
		});
	const created = await run(people);
	const expected: IDataObject[] = [];
	const edited = people.map((person, index) => {
		const { id, synced } = created[index] as { id: string; synced: IDataObject };
		const source = Object.fromEntries(some().map((name) => [name, `${name} of the source`]));
		const target = Object.fromEntries(some().map((name) => [name, `${name} of HighLevel`]));
		sandbox.state.updateContact(id, target);
		expected.push({ ...person, ...target, ...source });
		return { ...person, ...source, synced: JSON.stringify(synced) };
	});
	const written = await run(edited);
	expect(written).toMatchObject(expected);
	sandbox.requests.length = 0;
	const again = await run(edited.map((item, index) => ({ ...item, synced: written[index]?.synced })));
	expect(again.map(({ outcome }) => outcome)).toEqual(people.map(() => 'unchanged'));
	expect(again).toMatchObject(expected);
});

const FIELDS = ['address1', 'city', 'postalCode', 'source'];

test.each([
	['sourceWins', LATE, 'source'],
	['targetWins', EARLY, 'HighLevel'],
	['lastWriteWins', EARLY, 'HighLevel'],
	['lastWriteWins', LATE, 'source'],
	['lastWriteWins', '', 'source'],
])(
	'a field that changed on both sides: with %s, and the source changed at "%s", %s wins, and the value that loses is named',
	async (conflict, sourceChangedAt, winner) => {
		const options = { conflict, sourceChangedAt };
		const { synced } = await sync({ fields: { city: 'Boston', state: 'MA' }, options });
		edit({ city: 'Salem' });
		const source = { fields: { city: 'Quincy', state: 'NY' }, options };
		const planned = await sync({ ...source, dryRun: true }, synced);
		const written = await sync(source, synced);

		const isSource = winner === 'source';
		const city = isSource
			? { from: 'Salem', to: 'Quincy', lost: 'Salem' }
			: { from: 'Salem', to: 'Salem', lost: 'Quincy' };
		const changes = { city, state: { from: 'MA', to: 'NY' } };
		expect(planned).toMatchObject({ outcome: 'wouldUpdate', changes, synced });
		expect(written).toMatchObject({
			outcome: 'updated',
			changes,
			changedFields: isSource ? ['city', 'state'] : ['state'],
		});
		expect(written.synced).toMatchObject({ values: { city: isSource ? 'Quincy' : 'Boston', state: 'NY' } });
		expect(contactNow().city).toBe(isSource ? 'Quincy' : 'Salem');
		// Where HighLevel has won, a later run can decide again.
		const later = await sync({ ...source, options: { conflict: 'sourceWins' } }, written.synced);
		expect(later.city).toBe('Quincy');
	},
);

test.each([
	['add', ['own', 'kept', 'gone', 'new']],
	['replace', ['own', 'kept', 'new']],
	['remove', ['own', 'gone']],
])(
	'tags that changed in the source are changed, and those of HighLevel stay (%s)',
	async (tagsMode, after) => {
		const options = { tagsMode };
		storeTagged(tagsMode === 'remove' ? ['kept', 'gone', 'new'] : []);
		const first = await sync({
			fields: { tags: tagsMode === 'remove' ? 'kept, nothing' : 'kept, gone, lost' },
			options,
		});
		edit({ tags: tagsMode === 'remove' ? ['own', 'gone', 'new', 'kept'] : ['own', 'kept', 'gone'] });
		sandbox.requests.length = 0;
		const tags = tagsMode === 'remove' ? 'nothing, kept, new' : 'kept, lost, new';
		const second = await sync({ fields: { tags }, options }, first.synced);

		// In "remove", "kept" was taken away before and is there again: somebody in HighLevel wants it.
		expect([...contactNow().tags].sort()).toEqual(
			[...after, ...(tagsMode === 'remove' ? ['kept'] : [])].sort(),
		);
		expect(second.changedFields).toEqual(['tags']);
		// By the routes that cannot undo what another flow does at the same moment.
		expect(writes(sandbox).filter(({ method, status = 0 }) => method === 'PUT' && status < 300)).toEqual([]);
		expect(await sync({ fields: { tags }, options }, second.synced)).toMatchObject({ outcome: 'unchanged' });
		if (tagsMode !== 'replace') return;
		await sync({ fields: { tags: '' }, options }, second.synced);
		expect(contactNow().tags).toEqual(['own']);
	},
);

function storeTagged(tags: string[]): void {
	sandbox.state.addContact({ locationId: DEMO.locationId, email: EMAIL, tags });
}

test('a value that the source cleared is cleared, unless HighLevel has changed it, and each text box is by itself', async () => {
	const { socialProfiles, leadSourceDetail } = F;
	const box = (name: keyof typeof textBoxes) => `${socialProfiles}.${textBoxes[name]}`;
	const options = { clearWhenEmpty: ['city', 'website', 'customFields'], conflict: 'targetWins' };
	const first = await sync({
		fields: { city: 'Boston', website: 'https://a.example' },
		custom: { [box('linkedIn')]: 'in/ava', [box('instagram')]: 'ava', [leadSourceDetail]: 'Fair' },
		options,
	});
	edit({
		website: 'https://b.example',
		customFields: [
			{ id: socialProfiles, value: { [textBoxes.linkedIn]: 'in/ava', [textBoxes.instagram]: 'ava.n' } },
			{ id: leadSourceDetail, value: 'Fair' },
		],
	});
	const cleared = {
		fields: { city: '', website: '' },
		custom: { [box('linkedIn')]: 'in/ava-n', [box('instagram')]: 'ava', [leadSourceDetail]: '' },
		options,
	};
	const second = await sync(cleared, first.synced);

	expect(second.changedFields).toEqual(['city', 'Social Profiles', 'Lead Source Detail']);
	expect(second.changes).toMatchObject({
		website: { from: 'https://b.example', to: 'https://b.example', lost: null },
	});
	const { city, website, customFields } = contactNow();
	expect([city ?? '', website]).toEqual(['', 'https://b.example']);
	expect(customFields.find(({ id }) => id === socialProfiles)?.value).toEqual({
		[textBoxes.linkedIn]: 'in/ava-n',
		[textBoxes.instagram]: 'ava.n',
	});
	expect(await sync(cleared, second.synced)).toMatchObject({ outcome: 'unchanged' });
});

test('a link that somebody cleared in HighLevel is written again, though the source did not change', async () => {
	const matchBy = {
		matchBy: 'externalIdEmailPhone',
		externalIdField: { __rl: true, mode: 'name', value: 'Lead Source Detail' },
		externalId: '5521',
	};
	const first = await sync({ ...matchBy, fields: { city: 'Boston' } });
	edit({ customFields: [], city: 'Salem' });
	expect(await sync({ ...matchBy, fields: { city: 'Boston' } }, first.synced)).toMatchObject({
		changedFields: ['Lead Source Detail'],
		city: 'Salem',
	});
});

test('fields of Only If Empty are written while the contact has no value there', async () => {
	const options = { onlyIfEmpty: ['city', 'tags', 'customFields'] };
	sandbox.state.addContact({
		locationId: DEMO.locationId,
		email: EMAIL,
		city: 'Salem',
		tags: ['own'],
		customFields: [{ id: F.leadSourceDetail, value: 'Fair' }],
	});
	const source = {
		lastName: 'Nguyen',
		fields: { city: 'Boston', state: 'MA', tags: 'new' },
		custom: { [F.leadSourceDetail]: 'Web', [F.notesFromAgent]: 'Call' },
		options,
	};
	const first = await sync(source);
	expect(first.changedFields).toEqual(
		['lastName', 'state', 'Notes From Agent'].map((name) => nameIn(first, name)),
	);
	expect(first.synced).toMatchObject({ values: { lastName: 'Nguyen', state: 'MA' } });
	expect(Object.keys((first.synced as { values: object }).values)).not.toContain('city');

	edit({ city: '', tags: [] });
	expect((await sync(source, first.synced)).changedFields).toEqual(['city', 'tags']);
});

function nameIn({ changedFields }: IDataObject, name: string): unknown {
	return (changedFields as string[]).find((one) => one.toLowerCase() === name.toLowerCase());
}

test('what HighLevel accepted and did not store is tried again, and what it never shows counts as unchanged there', async () => {
	storeTagged([]);
	const first = await sync({ fields: { source: 'Fair', gender: 'female', city: 'Boston' } });
	forwarder.passage.request = (body) =>
		JSON.stringify({ ...(JSON.parse(body) as object), source: undefined });
	const ignored = await sync({ fields: { source: 'Web', gender: 'female', city: 'Quincy' } }, first.synced);
	expect(ignored).toMatchObject({ changedFields: ['city'], ignoredFields: ['source'] });
	expect(ignored.synced).toMatchObject({ values: { source: 'Fair', gender: 'female', city: 'Quincy' } });

	forwarder.passage.request = undefined;
	const again = await sync({ fields: { source: 'Web', gender: 'male', city: 'Quincy' } }, ignored.synced);
	expect(again.changedFields).toEqual(['source']);
	expect(again.changes).toEqual({ source: { from: 'Fair', to: 'Web' } });
	expect(again.unconfirmedFields).toEqual(['gender']);
	expect(contactNow().gender).toBe('male');
});

test('a value that came from HighLevel itself is no change of the source, by Get with and without Simplify', async () => {
	const source = {
		fields: { city: 'Boston', tags: 'kept, mine', state: 'MA' },
		custom: { [F.leadSourceDetail]: 'Fair' },
	};
	const options = { tagsMode: 'replace' };
	const first = await sync({ ...source, options });
	edit({
		city: 'Salem',
		tags: ['kept', 'mine', 'theirs'],
		customFields: [{ id: F.leadSourceDetail, value: 'Web' }],
	});
	for (const simplify of [false, true]) {
		const contactId = byId(first.id as string);
		const [lastRead] = await succeed(sandbox, 'get', { parameters: { contactId, simplify } });
		// The way back has brought them to the source, and HighLevel goes on.
		const back = {
			fields: { ...source.fields, tags: 'kept, mine, theirs' },
			custom: { [F.leadSourceDetail]: 'Web' },
		};
		edit({ customFields: [{ id: F.leadSourceDetail, value: 'Ad' }], tags: ['kept', 'mine'] });
		const written = await sync(
			{ ...back, options: { ...options, lastRead: JSON.stringify(lastRead) } },
			first.synced,
		);
		expect(written).toMatchObject({
			outcome: 'unchanged',
			changes: {},
			customFieldValues: { 'Lead Source Detail': 'Ad' },
		});
		expect(contactNow().tags).toEqual(['kept', 'mine']);
		edit({ tags: ['kept', 'mine', 'theirs'], customFields: [{ id: F.leadSourceDetail, value: 'Web' }] });
	}
});

test('last synced values that cannot be read are refused, older and unknown ones are not, and Update takes them too', async () => {
	const { id, synced } = await sync({ fields: { city: 'Boston', state: 'MA' } });
	edit({ city: 'Salem' });
	const parameters = { contactId: byId(id as string), updateFields: { city: 'Boston', state: 'NY' } };
	const update = async (lastSynced: unknown) =>
		await succeed(sandbox, 'update', {
			items: [{ lastSynced: lastSynced as IDataObject }],
			parameters: {
				...parameters,
				options: { lastSynced: '={{ $json.lastSynced }}', writeOnlyChanges: false },
			},
		});
	const error = await fail(sandbox, 'update', {
		parameters: { ...parameters, options: { lastSynced: 'gone' } },
	});
	expect(error.message).toContain('"Last Synced Values" is not what an earlier run returned');

	const [written] = await update({
		...(synced as object),
		version: 9,
		values: { ...(synced as { values: object }).values, colour: 'red' },
	});
	expect(written).toMatchObject({
		changedFields: ['state'],
		city: 'Salem',
		synced: { values: { city: 'Boston', state: 'NY' } },
	});
	expect((await update({ id, city: 'Boston' }))[0]).toMatchObject({ city: 'Boston' });
});
