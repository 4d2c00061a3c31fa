import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../support/highLevel';
import { backToNow, connect, later, oAuthRequests, runContactOAuth } from '../../../support/oAuth2';
import { requestsOf, storeContact, textOf } from '../../../support/sandboxRuns';
import { fail, mapped, succeed } from './requests';

const F = DEMO.customFields;
const { linkedIn, instagram } = DEMO.textBoxes;
const { northPier } = DEMO.businesses;

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

// What is known of a location's fields is kept for its address, so each test has a sandbox of its own.
let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

const customFields = [
	{ id: F.budget, value: 450_000 },
	{ id: F.interests, value: ['Buying', 'Investing'] },
	{ id: F.leadSourceDetail, value: 'Spring fair' },
];

const store = (fields: IDataObject = { customFields }): string =>
	storeContact(sandbox, { email: 'ada@mail.example', businessId: northPier, ...fields });

const readsOfDefinitions = () => requestsOf(sandbox, 'GET', /\/customFields$/);

async function valuesOf(contactId: string): Promise<unknown> {
	const [contact] = await succeed(sandbox, 'get', { parameters: { contactId: byId(contactId) } });
	return contact?.customFieldValues;
}

/** Makes a field like one that is there. */
function addField(id: string, name: string, key: string, like: string = F.leadSourceDetail): void {
	const field = sandbox.state.customFields.get(like);
	if (!field) throw new Error(`The seed has no field ${like}`);
	sandbox.state.customFields.set(id, { ...field, id, name, fieldKey: `contact.${key}` });
}

const reads: Array<[operation: string, parameters: (contactId: string) => IDataObject]> = [
	['get', (contactId) => ({ contactId: byId(contactId) })],
	['getAll', () => ({ returnAll: true })],
	['getAll', () => ({ returnAll: true, options: { endpoint: 'list' } })],
	['search', () => ({ returnAll: true })],
	['getByBusiness', () => ({ returnAll: true, businessId: byId(northPier) })],
	['findDuplicate', () => ({ email: 'ada@mail.example' })],
];

describe.each(reads)('%s (%#)', (operation, parametersFor) => {
	const named = { Budget: 450_000, Interests: ['Buying', 'Investing'], 'Lead Source Detail': 'Spring fair' };

	test('shows the values of custom fields under their names', async () => {
		const parameters = parametersFor(store());

		expect(await succeed(sandbox, operation, { parameters })).toMatchObject([{ customFieldValues: named }]);
	});

	test('shows them beside what HighLevel gives, when it is not simplified', async () => {
		const parameters = { ...parametersFor(store()), simplify: false };
		const [contact] = await succeed(sandbox, operation, { parameters });

		expect(contact?.customFields).toEqual(customFields);
		expect(contact?.customFieldValues).toEqual(named);
	});

	test('works without them when the token may not read the fields of the location', async () => {
		const contactId = store();
		const connection = connect(sandbox, { scopes: ['contacts.readonly'] });
		const run = await runContactOAuth(connection, operation, {
			parameters: { ...parametersFor(contactId), simplify: false },
		});

		expect(textOf(run).trim()).toBe('');
		expect(run.items.map(({ json }) => [json.id, json.customFields])).toEqual([[contactId, customFields]]);
		expect(run.items[0]?.json).not.toHaveProperty('customFieldValues');
		expect(oAuthRequests(sandbox)).toEqual([]);
	});
});

test('the fields come in the order that they have in HighLevel, whatever the order of the values', async () => {
	const values = await valuesOf(store({ customFields: [...customFields].reverse() }));

	expect(Object.keys(values as object)).toEqual(['Lead Source Detail', 'Budget', 'Interests']);
});

test('two fields of one name are kept apart by the key of the second', async () => {
	addField('cfBudget2', 'Budget', 'budget_2');
	const contactId = store({
		customFields: [
			{ id: 'cfBudget2', value: 'up to 500' },
			{ id: F.budget, value: 450_000 },
		],
	});

	expect(await valuesOf(contactId)).toEqual({ Budget: 450_000, 'Budget (contact.budget_2)': 'up to 500' });
});

test('the second of two fields of one name is called the same where the first has no value', async () => {
	addField('cfBudget2', 'Budget', 'budget_2');
	const contactId = store({ customFields: [{ id: 'cfBudget2', value: 'up to 500' }] });

	expect(await valuesOf(contactId)).toEqual({ 'Budget (contact.budget_2)': 'up to 500' });
});

describe('the texts of a text box list', () => {
	const texts = { [linkedIn]: 'in/ada', [instagram]: '@ada' };

	test('stand under the labels of their boxes', async () => {
		const contactId = store({ customFields: [{ id: F.socialProfiles, value: texts }] });

		expect(await valuesOf(contactId)).toEqual({
			'Social Profiles': { LinkedIn: 'in/ada', Instagram: '@ada' },
		});
	});

	test('stay out where the box is gone', async () => {
		const value = { [linkedIn]: 'in/ada', tbGone: 'ada' };
		const contactId = store({ customFields: [{ id: F.socialProfiles, value }] });

		expect(await valuesOf(contactId)).toEqual({ 'Social Profiles': { LinkedIn: 'in/ada' } });
	});

	test('stay as HighLevel gives them where it does not tell the boxes', async () => {
		const field = sandbox.state.customFields.get(F.socialProfiles);
		if (!field) throw new Error('The seed has no text box list');
		sandbox.state.customFields.set(field.id, { ...field, textBoxes: [] });
		const contactId = store({ customFields: [{ id: F.socialProfiles, value: texts }] });

		expect(await valuesOf(contactId)).toEqual({ 'Social Profiles': texts });
		later(2_100);
		await valuesOf(contactId);
		expect(readsOfDefinitions()).toHaveLength(1);
	});

	test('are kept apart where two boxes have one label', async () => {
		const field = sandbox.state.customFields.get(F.socialProfiles);
		if (!field) throw new Error('The seed has no text box list');
		const textBoxes = field.textBoxes.map((box) => ({ ...box, label: 'Profile' }));
		sandbox.state.customFields.set(field.id, { ...field, textBoxes });
		const contactId = store({ customFields: [{ id: F.socialProfiles, value: texts }] });

		expect(await valuesOf(contactId)).toEqual({
			'Social Profiles': { Profile: 'in/ada', [`Profile (${instagram})`]: '@ada' },
		});
	});
});

test('a value of a field that the location no longer has stays out', async () => {
	const contactId = store({ customFields: [...customFields, { id: 'cfGone', value: 'old' }] });

	expect(Object.keys((await valuesOf(contactId)) as object)).toHaveLength(3);
});

test('the definitions are read once for many contacts and items', async () => {
	for (let index = 0; index < 150; index++) store({ email: `ada${index}@mail.example`, customFields });
	const items = await succeed(sandbox, 'getAll', {
		items: [{}, {}, {}],
		parameters: { returnAll: true },
	});

	expect(items).toHaveLength(450);
	expect(items.every(({ customFieldValues }) => (customFieldValues as IDataObject).Budget === 450_000)).toBe(
		true,
	);
	expect(readsOfDefinitions()).toHaveLength(1);
});

test('a contact without custom fields has none by name either, and the definitions are not read for it', async () => {
	expect(await valuesOf(store({ customFields: [] }))).toEqual({});
	expect(readsOfDefinitions()).toEqual([]);
});

test('a field that was made in HighLevel after the first run has its name a few seconds later', async () => {
	await valuesOf(store());
	addField('cfNew', 'Bathrooms', 'bathrooms');
	const contactId = store({ customFields: [{ id: 'cfNew', value: '2' }] });
	later(2_100);

	expect(await valuesOf(contactId)).toEqual({ Bathrooms: '2' });
});

test('a box that was made after the first run has its label a few seconds later', async () => {
	await valuesOf(store());
	const field = sandbox.state.customFields.get(F.socialProfiles);
	if (!field) throw new Error('The seed has no text box list');
	const textBoxes = [...field.textBoxes, { id: 'tbNew', label: 'Website', prefillValue: '' }];
	sandbox.state.customFields.set(field.id, { ...field, textBoxes });
	const contactId = store({ customFields: [{ id: field.id, value: { tbNew: 'ada.example' } }] });
	later(2_100);

	expect(await valuesOf(contactId)).toEqual({ 'Social Profiles': { Website: 'ada.example' } });
});

test('values of a deleted field cost no more than one look every two seconds, for however many items', async () => {
	const contactId = store({ customFields: [{ id: 'cfGone', value: 'old' }] });
	const read = async () =>
		await succeed(sandbox, 'get', {
			items: Array.from({ length: 30 }, () => ({})),
			parameters: { contactId: byId(contactId) },
		});
	await read();
	await read();
	expect(readsOfDefinitions()).toHaveLength(1);

	later(2_100);
	await read();
	await read();
	expect(readsOfDefinitions()).toHaveLength(2);
});

test('a token without the scope costs one vain request for all items', async () => {
	const contactId = store();
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	const token = 'pit-00000000-demo-demo-demo-contactsonly';
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ['contacts.readonly'] });
	const parameters = { contactId: byId(contactId) };
	for (let run = 0; run < 2; run++) {
		const contacts = await succeed(sandbox, 'get', { token, items: [{}, {}, {}], parameters });
		expect(contacts.map(({ email }) => email)).toEqual(Array(3).fill('ada@mail.example'));
	}

	expect(readsOfDefinitions().map(({ status }) => status)).toEqual([401]);
});

test('names that cannot be read for now fail the item, which would else look as if it had no values', async () => {
	const contactId = store();
	sandbox.faults.add({ kind: 'serverError', path: 'customFields$' });
	const error = await fail(sandbox, 'get', { parameters: { contactId: byId(contactId) } });

	expect(error.message).toContain('HighLevel did not answer: status 500');
	expect(error.description).toContain('Nothing was changed. Run the item again later.');
});

test('an answer that is lost on the way is asked for again', async () => {
	const contactId = store();
	sandbox.faults.add({ kind: 'connectionReset', path: 'customFields$', times: 2 });

	expect(await valuesOf(contactId)).toMatchObject({ Budget: 450_000 });
});

test('the fields of another location are not mistaken for those of this one', async () => {
	const there = sandbox.state.addContact({
		locationId: DEMO.otherLocationId,
		customFields: [{ id: F.otherLocationField, value: 'two cats' }],
	});
	await valuesOf(store());
	const { items } = await runContact(sandbox, 'get', {
		token: DEMO.otherLocationToken,
		locationId: DEMO.otherLocationId,
		parameters: { contactId: byId(there.id) },
	});

	expect(items[0]?.json.customFieldValues).toEqual({ Pets: 'two cats' });
});

const written: Array<[operation: string, parameters: (contactId: string) => IDataObject]> = [
	['create', () => ({ email: 'bob@mail.example' })],
	['update', (contactId) => ({ contactId: byId(contactId) })],
	['upsert', () => ({ email: 'ada@mail.example' })],
];

describe.each(written)('%s', (operation, parametersFor) => {
	const parameters = (value: IDataObject): IDataObject => ({
		...parametersFor(store({ customFields: [{ id: F.bedrooms, value: 3 }] })),
		customFields: mapped(value),
	});

	test('shows the values of custom fields under their names, as the reads do', async () => {
		const [contact] = await succeed(sandbox, operation, { parameters: parameters({ [F.budget]: '450000' }) });

		expect(contact?.customFieldValues).toMatchObject({ Budget: 450_000 });
	});

	test('names the custom fields that it wrote as the panel does', async () => {
		const [contact] = await succeed(sandbox, operation, {
			parameters: parameters({ [F.budget]: '450000', [`${F.socialProfiles}.${linkedIn}`]: 'in/ada' }),
		});

		// Create writes all that it is given, and says no more.
		if (operation !== 'create') expect(contact?.changedFields).toEqual(['Budget', 'Social Profiles']);
		expect(JSON.stringify(contact?.changedFields ?? [])).not.toContain('customFields');
	});

	test('is done, by the ids, when the names cannot be read', async () => {
		const given = parameters({ [F.budget]: '450000' });
		const connection = connect(sandbox, { scopes: ['contacts.readonly', 'contacts.write'] });
		const schema = [{ id: F.budget, displayName: 'Budget', type: 'number' }];
		const run = await runContactOAuth(connection, operation, {
			parameters: { ...given, customFields: mapped({ [F.budget]: '450000' }, schema) },
		});

		expect(textOf(run).trim()).toBe('');
		if (operation !== 'create')
			expect(run.items[0]?.json.changedFields).toEqual([`customFields.${F.budget}`]);
		expect(run.items[0]?.json).not.toHaveProperty('customFieldValues');
	});

	test('is done when HighLevel fails to tell the names', async () => {
		const { customFields: _, ...given } = parameters({});
		sandbox.faults.add({ kind: 'serverError', times: 100, path: '/customFields' });
		const [contact] = await succeed(sandbox, operation, {
			parameters: { ...given, firstName: 'Ada', updateFields: { firstName: 'Ada' } },
		});

		expect(contact?.firstName).toBe('Ada');
	});
});

test('a custom field that was cleared is named too', async () => {
	const [contact] = await succeed(sandbox, 'update', {
		parameters: {
			contactId: byId(store({ customFields: [{ id: F.budget, value: 450_000 }] })),
			customFields: mapped({ [F.budget]: '' }),
			options: { clearWhenEmpty: ['customFields'] },
		},
	});

	expect(contact).toMatchObject({ outcome: 'updated', changedFields: ['Budget'] });
});
