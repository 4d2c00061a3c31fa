import type { IDataObject } from 'n8n-workflow';

import type { ContactRecord, HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../../support/highLevel';
import { backToNow, connect, runContactOAuth } from '../../../../support/oAuth2';
import { detailsOf } from '../../../../support/sandboxRuns';
import { fail, stored, succeed } from '../requests';

const { locationId, otherLocationId } = DEMO;
const FIELD = 'Wise Agent ID';
const KEY = 'contact.wise_agent_id';
const LAG_MS = 1500;

let sandbox: HighLevelSandbox;
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

async function start(options: Parameters<typeof startSandbox>[0] = {}): Promise<void> {
	sandbox = await startSandbox(options);
	addField(locationId, 'cfWiseAgentId000A1B2');
}

/** The field has another ID in each location, and one name and key. */
function addField(where: string, id: string, fields: object = {}): void {
	const [model] = sandbox.state.customFields.values();
	if (!model) throw new Error('The seed has no custom fields');
	const own = { id, locationId: where, name: FIELD, fieldKey: KEY, dataType: 'TEXT', model: 'contact' };
	sandbox.state.customFields.set(id, { ...model, picklistOptions: [], ...own, ...fields } as typeof model);
}

function add(fields: Partial<ContactRecord>, wiseAgentId?: string): Readonly<ContactRecord> {
	const customFields = wiseAgentId ? [{ id: 'cfWiseAgentId000A1B2', value: wiseAgentId }] : [];
	return sandbox.state.addContact({ locationId, customFields, ...fields });
}

const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const BY_ID = { matchBy: 'externalId', externalIdField: byName(FIELD) };
const ID_FIRST = { matchBy: 'externalIdEmailPhone', externalIdField: byName(FIELD) };

const upsert = async (parameters: IDataObject) => (await succeed(sandbox, 'upsert', { parameters }))[0] ?? {};

/** The IDs in the other system that the contacts of the location have. */
function linksOf(where: string = locationId): unknown[] {
	return sandbox.state.contacts
		.inGroup(where)
		.map(({ customFields }) => customFields.map(({ value }) => value).join());
}

/** Forgets nothing, but makes the search stale: what is written from now on is not in it. */
const staleFromNow = () => sandbox.configure({ searchDelayMs: LAG_MS });

describe.each([
	['refuses duplicates', false],
	['allows duplicates', true],
])('in a location that %s', (_, allowDuplicateContact) => {
	beforeEach(async () => await start({ allowDuplicateContact, searchDelayMs: LAG_MS }));

	test('one record of the other system becomes one contact, whatever its email becomes and however often it comes', async () => {
		const run = async (items: IDataObject[], parameters: IDataObject) =>
			await succeed(sandbox, 'upsert', {
				items,
				parameters: { ...parameters, externalId: '={{ $json.id }}', email: '={{ $json.email }}' },
			});
		const items = [
			{ id: '5521', email: 'ava@mail.example' },
			{ id: 5521, email: 'ava.n@mail.example' },
			{ id: '5522', email: '' },
			{ id: '5522', email: 'noah@mail.example' },
		];
		const [one, two] = await Promise.all([run(items, BY_ID), run([...items].reverse(), ID_FIRST)]);

		expect(linksOf().sort()).toEqual(['5521', '5522']);
		expect(new Set([...one, ...two].map(({ id }) => id)).size).toBe(2);
		expect([...one, ...two].filter(({ outcome }) => outcome === 'created')).toHaveLength(2);
		expect(one[0]).toMatchObject({ customFieldValues: { [FIELD]: '5521' } });
	});

	test.each(['lostAnswer', 'connectionReset'] as const)(
		'when the answer to a creation is lost (%s), there is one contact at most, and the next run finds it',
		async (kind) => {
			const parameters = { ...BY_ID, externalId: '5521', firstName: 'Ava' };
			sandbox.faults.add({ kind, method: 'POST', path: '^/contacts/$', times: 1 });
			const first = await runContact(sandbox, 'upsert', { parameters });
			// It is there and found after a while; or it may be there, and the item says so.
			if (kind === 'lostAnswer') expect(first.items[0]?.json).toMatchObject({ outcome: 'created' });
			else expect(detailsOf(first)).toMatchObject({ mayHaveHappened: true });
			const again = await upsert(parameters);

			expect(again.outcome).toBe(kind === 'lostAnswer' ? 'unchanged' : 'created');
			expect(stored(sandbox)).toMatchObject([{ firstName: 'Ava' }]);
		},
	);

	test('a contact that was deleted, or has another ID by now, is not taken for the one with the ID', async () => {
		const { id } = await upsert({ ...BY_ID, externalId: '5521', firstName: 'Ava' });
		const other = await upsert({ ...BY_ID, externalId: '5522', firstName: 'Noah' });
		staleFromNow();
		await succeed(sandbox, 'delete', { parameters: { contactId: byId(id as string) } });
		await succeed(sandbox, 'update', {
			parameters: {
				contactId: byId(other.id as string),
				customFields: { mappingMode: 'defineBelow', value: { [KEY]: '5599' } },
			},
		});

		expect(await upsert({ ...BY_ID, externalId: '5521' })).toMatchObject({ outcome: 'created' });
		expect(await upsert({ ...BY_ID, externalId: '5522' })).toMatchObject({ outcome: 'created' });
		expect(linksOf().sort()).toEqual(['5521', '5522', '5599']);
	});
});

describe('in a location that refuses duplicates', () => {
	beforeEach(async () => await start());

	test('a link to a contact that was merged into another is found by the email, and written there', async () => {
		add({ email: 'old@mail.example' }, '5521');
		const kept = add({ email: 'ava@mail.example' });
		staleFromNow();
		for (const contact of stored(sandbox)) {
			if (contact.id !== kept.id)
				await succeed(sandbox, 'delete', { parameters: { contactId: byId(contact.id) } });
		}
		const written = await upsert({ ...ID_FIRST, externalId: '5521', email: 'ava@mail.example' });

		expect(written).toMatchObject({
			id: kept.id,
			outcome: 'updated',
			changedFields: [FIELD],
			changes: { [FIELD]: { from: null, to: '5521' } },
		});
		// With everything else, in one request.
		expect(sandbox.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
	});

	test('a new email and phone of a record go to the contact with its ID, and no email or phone is needed to find it', async () => {
		const { id } = add({ email: 'ava@mail.example', phone: '+12125550142' }, '5521');
		const moved = await upsert({
			...ID_FIRST,
			externalId: '5521',
			email: 'new@mail.example',
			phone: '2125550199',
		});
		const named = await upsert({ ...BY_ID, externalId: 5521, lastName: 'Nguyen' });

		expect(moved).toMatchObject({ id, outcome: 'updated', changedFields: ['email', 'phone'] });
		expect(named).toMatchObject({ id, outcome: 'updated', changedFields: ['lastName'] });
		expect(stored(sandbox)).toMatchObject([{ email: 'new@mail.example', phone: '+12125550199' }]);
	});

	test('two contacts with one ID are refused, and both are named', async () => {
		const [ava, noah] = [add({ firstName: 'Ava' }, '5521'), add({ firstName: 'Noah' }, '5521')];
		// Differs in case alone, which another system may do.
		add({ firstName: 'Mia' }, '5521A');
		add({ firstName: 'Eve' }, '5521a');
		const error = await fail(sandbox, 'upsert', { parameters: { ...BY_ID, externalId: '5521' } });

		expect(error.message).toContain('2 contacts have the external ID 5521 in "Wise Agent ID"');
		expect(error.details.contactIds).toEqual(expect.arrayContaining([ava.id, noah.id]));
		expect(await upsert({ ...BY_ID, externalId: '5521a', city: '' })).toMatchObject({ firstName: 'Eve' });
	});

	test('a contact that is linked to another record is not taken over because of its email', async () => {
		const ava = add({ email: 'ava@mail.example' }, '5521');
		for (const onExisting of ['update', 'fillEmpty', 'doNothing']) {
			const error = await fail(sandbox, 'upsert', {
				parameters: { ...ID_FIRST, externalId: '5522', email: 'AVA@mail.example', options: { onExisting } },
			});
			expect(error.message).toContain(
				`Contact ${ava.id} has the same email, but the external ID 5521 in "Wise Agent ID", and not 5522`,
			);
			expect(error.details).toMatchObject({ externalId: '5522', otherExternalId: '5521', contactId: ava.id });
		}
		expect(stored(sandbox)).toEqual([ava]);
	});

	test('an email or phone of somebody else is refused and named, or left out if the operator says so', async () => {
		const linked = add({ firstName: 'Ava', email: 'ava@mail.example' }, '5521');
		const noah = add({ firstName: 'Noah', email: 'noah@mail.example' });
		const mia = add({ firstName: 'Mia', phone: '+12125550150' });
		const parameters = {
			...BY_ID,
			externalId: '5521',
			firstName: 'Eve',
			email: 'noah@mail.example',
			phone: '+12125550150',
		};
		const error = await fail(sandbox, 'upsert', { parameters });
		expect(error.message).toContain(
			`The external ID 5521 belongs to contact ${linked.id}, but the email to ${noah.id} and the phone to ${mia.id}`,
		);

		for (const [index, identifierConflict] of ['preferEmail', 'preferPhone'].entries()) {
			const firstName = `Eve ${index}`;
			const written = await upsert({ ...parameters, firstName, options: { identifierConflict } });
			expect(written).toMatchObject({ id: linked.id, firstName, email: 'ava@mail.example' });
		}
		expect(stored(sandbox)).toEqual(expect.arrayContaining([noah, mia]));
	});

	test('a new ID with the email of a contact is refused with External ID Only, in a dry run too', async () => {
		const { id } = add({ email: 'ava@mail.example' });
		for (const dryRun of [false, true]) {
			const error = await fail(sandbox, 'upsert', {
				parameters: { ...BY_ID, externalId: '5521', email: 'ava@mail.example', dryRun },
			});
			expect(error.details).toMatchObject({ field: 'externalId', contactId: id });
			expect(error.description).toContain('choose "External ID, Then Email, Then Phone" under Match By');
		}
	});

	test('a dry run says what would be created or linked, and writes nothing', async () => {
		const { id } = add({ email: 'ava@mail.example' });
		const before = stored(sandbox);
		const plan = async (fields: IDataObject) => await upsert({ ...ID_FIRST, ...fields, dryRun: true });

		expect(await plan({ externalId: '5521', email: 'ava@mail.example' })).toMatchObject({
			id,
			outcome: 'wouldUpdate',
			changes: { [FIELD]: { from: null, to: '5521' } },
		});
		expect(await plan({ externalId: '5522', email: 'new@mail.example' })).toMatchObject({
			outcome: 'wouldCreate',
			changes: { email: { from: null, to: 'new@mail.example' } },
		});
		expect(stored(sandbox)).toEqual(before);
	});

	test('as a tool of an AI agent, the field may be named as people name it, and the ID comes as a number', async () => {
		const { id } = add({ email: 'ava@mail.example' }, '5521');
		const [written] = await succeed(sandbox, 'upsert', {
			items: [{ Field: 'wise agent id', External_ID: 5521, Last_Name: 'Nguyen' }],
			parameters: {
				matchBy: 'externalId',
				externalIdField: { __rl: true, mode: 'name', value: "={{ $fromAI('Field', ``, 'string') }}" },
				externalId: "={{ $fromAI('External_ID', ``, 'string') }}",
				lastName: "={{ $fromAI('Last_Name', ``, 'string') }}",
			},
		});
		expect(written).toMatchObject({ id, outcome: 'updated', changedFields: ['lastName'] });
	});

	test('an item without an ID is found by email and phone, and needs one only with External ID Only', async () => {
		const { id } = add({ email: 'ava@mail.example' }, '5521');
		expect(
			await upsert({ ...ID_FIRST, externalId: '', email: 'ava@mail.example', lastName: 'N' }),
		).toMatchObject({
			id,
			outcome: 'updated',
			changedFields: ['lastName'],
		});
		const empty = { externalId: '', email: 'ava@mail.example' };
		const error = await fail(sandbox, 'upsert', { parameters: { ...BY_ID, ...empty } });
		expect(error.message).toContain('There is no external ID to find the contact by');
		expect(await upsert({ ...BY_ID, ...empty, options: { ifNoIdentifier: 'skip' } })).toEqual({
			outcome: 'skipped',
			changedFields: [],
			reason: 'There is no external ID to find the contact by',
		});
	});

	test('a field that the location does not have, has twice, or that cannot hold IDs is refused with what to do', async () => {
		addField(locationId, 'cfTwice0000000000001', { name: 'Twice', fieldKey: 'contact.twice' });
		addField(locationId, 'cfTwice0000000000002', { name: 'Twice', fieldKey: 'contact.twice_2' });
		addField(locationId, 'cfDay000000000000001', { name: 'Day', fieldKey: 'contact.day', dataType: 'DATE' });
		addField(locationId, 'cfNumber000000000001', {
			name: 'Number',
			fieldKey: 'contact.number',
			dataType: 'NUMERICAL',
		});
		const refused = async (field: string, externalId = '5521') =>
			(await fail(sandbox, 'upsert', {
				parameters: { ...BY_ID, externalIdField: byName(field), externalId },
			})) as { message: string; description?: string };

		expect((await refused('Nothing')).message).toContain('This location has no custom field "Nothing"');
		expect((await refused('twice_3')).description).toContain(KEY);
		expect((await refused('TWICE')).description).toContain('contact.twice, contact.twice_2');
		expect((await refused('Day')).message).toContain('of the type DATE, which cannot hold external IDs');
		expect((await refused('Number', '007')).message).toContain('would not stay as it is');
		expect(stored(sandbox)).toEqual([]);

		const number = { ...BY_ID, externalIdField: byName('contact.number'), externalId: '5521' };
		expect((await upsert(number)).outcome).toBe('created');
		expect((await upsert({ ...number, lastName: 'N' })).changedFields).toEqual(['lastName']);
	});
});

test('with External ID Only, people may share an email where the location allows duplicates', async () => {
	await start({ allowDuplicateContact: true });
	const family = { ...BY_ID, email: 'family@mail.example' };
	await upsert({ ...family, externalId: '5521' });
	const second = await upsert({ ...BY_ID, externalId: '5522', phone: '+12125550142' });
	const written = await upsert({ ...family, externalId: '5522' });

	expect(written).toMatchObject({ id: second.id, changedFields: ['email'] });
	expect(linksOf().sort()).toEqual(['5521', '5522']);
});

test('in an agency, each item is found by the field of its own location', async () => {
	await start({ searchDelayMs: LAG_MS });
	addField(otherLocationId, 'cfOtherWiseAgent0001');
	const connection = connect(sandbox, { userType: 'Company' });
	const places = [locationId, otherLocationId];
	const items = ['one', 'two'].flatMap((city) => places.map((where) => ({ where, city })));
	const run = await runContactOAuth(connection, 'upsert', {
		items,
		parameters: {
			...BY_ID,
			externalId: '5521',
			locationId: byId('={{ $json.where }}'),
			additionalFields: { city: '={{ $json.city }}' },
		},
	});

	expect(run.error?.message).toBeUndefined();
	expect(run.items.map(({ json }) => json.outcome)).toEqual(['created', 'created', 'updated', 'updated']);
	for (const where of places) {
		expect(sandbox.state.contacts.inGroup(where)).toMatchObject([{ city: 'two' }]);
		expect(linksOf(where)).toEqual(['5521']);
	}
});
