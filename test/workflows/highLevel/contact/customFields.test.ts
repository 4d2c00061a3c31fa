import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { bodyOf, fail, mapped, stored, succeed } from './requests';

const F = DEMO.customFields;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

describe('each type of custom field is stored as HighLevel stores it', () => {
	test.each<[type: string, id: string, given: unknown, sent: unknown]>([
		['text', F.leadSourceDetail, 'Sunday open house', 'Sunday open house'],
		['text from a number', F.leadSourceDetail, 42, '42'],
		['long text', F.notesFromAgent, 'two\nlines', 'two\nlines'],
		['money as people write it', F.budget, '$450,000', 450000],
		['money with cents', F.budget, '€ 1,200.50', 1200.5],
		['money with points between thousands and a decimal comma', F.budget, '1.234,56', 1234.56],
		['money as a number', F.budget, 450000, 450000],
		['number', F.bedrooms, 3, 3],
		['number as text', F.bedrooms, '3', 3],
		['zero', F.bedrooms, 0, 0],
		['date', F.moveInDate, '2026-03-31', '2026-03-31'],
		['date as the editor stores it', F.moveInDate, '2026-03-31T00:00:00', '2026-03-31'],
		['date from an expression', F.moveInDate, '={{ DateTime.fromISO("2026-03-31") }}', '2026-03-31'],
		['one choice', F.propertyType, 'Condo', 'Condo'],
		['radio', F.preferredContact, 'WhatsApp', 'WhatsApp'],
		['phone', F.workPhone, '+12125550199', '+12125550199'],
		['several choices as text', F.interests, 'Buying, Investing', ['Buying', 'Investing']],
		['several choices as a list', F.interests, '={{ ["Buying", "Renting"] }}', ['Buying', 'Renting']],
		['check boxes', F.amenities, 'Garage', ['Garage']],
		['a key instead of the id', 'contact.bedrooms', 2, 2],
		['a key without "contact."', 'lead_source_detail', 'Website', 'Website'],
	])('%s', async (_, id, given, sent) => {
		await succeed(sandbox, 'create', {
			parameters: { firstName: 'Ava', customFields: mapped({ [id]: given as never }) },
			timezone: 'America/Los_Angeles',
		});

		const { customFields } = bodyOf(sandbox, 'POST', '/contacts/') as { customFields: Array<{ id: string }> };
		const byKey: Record<string, string> = {
			'contact.bedrooms': F.bedrooms,
			lead_source_detail: F.leadSourceDetail,
		};
		const fieldId = byKey[id] ?? id;
		expect(customFields).toEqual([{ id: fieldId, field_value: sent }]);
		expect(stored(sandbox)[0]?.customFields).toEqual([{ id: fieldId, value: sent }]);
	});
});

test('the values of each item go to its own contact', async () => {
	await succeed(sandbox, 'create', {
		items: [
			{ name: 'Ava', rooms: 2 },
			{ name: 'Noah', rooms: null },
			{ name: 'Mia', rooms: 4 },
		],
		parameters: {
			firstName: '={{ $json.name }}',
			customFields: mapped({ [F.bedrooms]: '={{ $json.rooms }}' }),
		},
	});

	const rooms = stored(sandbox).map(({ firstName, customFields }) => [firstName, customFields[0]?.value]);
	expect(Object.fromEntries(rooms)).toEqual({ Ava: 2, Noah: undefined, Mia: 4 });
});

describe('a value that would be stored wrongly is refused with the name of the field', () => {
	test.each<[what: string, id: string, given: unknown, message: RegExp]>([
		['words for a number', F.bedrooms, 'three', /"Bedrooms" is not a number: three/],
		['a currency sign alone', F.budget, '$', /"Budget" is not a number: \$/],
		['a day that does not exist', F.moveInDate, '2026-02-31', /"Move-in Date" is not a date: 2026-02-31/],
		['an object for text', F.leadSourceDetail, '={{ ({ a: 1 }) }}', /"Lead Source Detail" must be text/],
		[
			'a field that the location does not have',
			'contact.pool_size',
			'3',
			/no custom field "contact\.pool_size"/,
		],
		['a field of opportunities', F.dealType, 'Sale', /no custom field/],
	])('%s', async (_, id, given, message) => {
		const error = await fail(sandbox, 'create', {
			parameters: { email: 'ava@mail.example', customFields: mapped({ [id]: given as never }) },
		});

		expect(error.message).toMatch(message);
		expect(stored(sandbox)).toEqual([]);
	});
});

test('an unknown field is answered with the keys that the location has', async () => {
	const error = await fail(sandbox, 'create', {
		parameters: { firstName: 'Ava', customFields: mapped({ 'contact.pool_size': '3' }) },
	});

	expect(error.description).toContain('contact.bedrooms');
	expect(error.details).toMatchObject({ field: 'contact.pool_size' });
});

test('a field that was made in HighLevel after the first run is known a few seconds later', async () => {
	const parameters = { firstName: 'Ava', customFields: mapped({ [F.bedrooms]: 2 }) };
	await succeed(sandbox, 'create', { parameters });
	const bedrooms = sandbox.state.customFields.get(F.bedrooms);
	if (!bedrooms) throw new Error('The seed has no field for bedrooms');
	sandbox.state.customFields.set('cfBathrooms', {
		...bedrooms,
		id: 'cfBathrooms',
		fieldKey: 'contact.bathrooms',
	});
	await new Promise((resolve) => setTimeout(resolve, 2_100));

	await succeed(sandbox, 'create', {
		parameters: { firstName: 'Noah', customFields: mapped({ 'contact.bathrooms': 1 }) },
	});

	const noah = stored(sandbox).find(({ firstName }) => firstName === 'Noah');
	expect(noah?.customFields).toEqual([{ id: 'cfBathrooms', value: 1 }]);
});

describe('with a token that may not read the definitions of the fields', () => {
	const token = 'pit-00000000-demo-demo-demo-nofields0001';
	beforeEach(() => {
		const demo = sandbox.state.tokens.get(DEMO.token);
		if (!demo) throw new Error('The seed has no demo token');
		sandbox.state.tokens.set(token, { ...demo, token, scopes: ['contacts.write', 'contacts.readonly'] });
	});

	test('fields that were chosen in the editor are written, at the cost of one vain request for all items', async () => {
		const value = { [F.leadSourceDetail]: 'Website' };
		const customFields = mapped(value, [{ id: F.leadSourceDetail, type: 'string' }]);
		for (const firstName of ['Ava', 'Noah']) {
			await succeed(sandbox, 'create', { token, items: [{}, {}], parameters: { firstName, customFields } });
		}

		const expected = [{ id: F.leadSourceDetail, value: 'Website' }];
		expect(stored(sandbox).map((contact) => contact.customFields)).toEqual(Array(4).fill(expected));
		expect(sandbox.requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
	});

	test('a date that was chosen in the editor is written as a day', async () => {
		const { moveInDate } = DEMO.customFields;
		const chosen = {
			...{ id: moveInDate, displayName: 'Move-in Date', type: 'dateTime', display: true },
			...{ required: false, defaultMatch: false, canBeUsedToMatch: false, removed: false },
		};
		await succeed(sandbox, 'create', {
			token,
			parameters: {
				email: 'ada@mail.example',
				customFields: mapped({ [moveInDate]: '2027-03-01T00:00:00' }, [chosen]),
			},
		});

		const body = bodyOf(sandbox, 'POST', '/contacts/');
		expect(body.customFields).toEqual([{ id: moveInDate, field_value: '2027-03-01' }]);
	});

	test('a key is refused with the scope that is needed to look it up', async () => {
		const error = await fail(sandbox, 'create', {
			token,
			parameters: { firstName: 'Ava', customFields: mapped({ 'contact.bedrooms': 3 }) },
		});

		expect(error.message).toContain('may not read the custom fields of this location');
		expect(error.description).toContain('locations/customFields.readonly');
		expect(stored(sandbox)).toEqual([]);
	});
});

test('an update leaves the custom fields alone that are not given', async () => {
	const { id } = sandbox.state.addContact({
		locationId: DEMO.locationId,
		customFields: [
			{ id: F.bedrooms, value: 2 },
			{ id: F.leadSourceDetail, value: 'Website' },
		],
	});
	const [contact] = await succeed(sandbox, 'update', {
		parameters: {
			contactId: byId(id),
			customFields: mapped({ [F.bedrooms]: '3', [F.leadSourceDetail]: '', [F.interests]: '' }),
		},
	});

	expect(contact?.changedFields).toEqual(['Bedrooms']);
	expect(bodyOf(sandbox, 'PUT', `/contacts/${id}`)).toEqual({
		customFields: [{ id: F.bedrooms, field_value: 3 }],
	});
	expect(sandbox.state.contacts.get(id)?.customFields).toEqual([
		{ id: F.bedrooms, value: 3 },
		{ id: F.leadSourceDetail, value: 'Website' },
	]);
});

test('a custom field is emptied when the operator asks for it', async () => {
	const { id } = sandbox.state.addContact({
		locationId: DEMO.locationId,
		customFields: [{ id: F.bedrooms, value: 2 }],
	});
	await succeed(sandbox, 'update', {
		parameters: {
			contactId: byId(id),
			customFields: mapped({ [F.bedrooms]: '', [F.interests]: '' }),
			options: { clearWhenEmpty: ['customFields'] },
		},
	});

	expect(sandbox.state.contacts.get(id)?.customFields).toEqual([]);
});

test('custom fields can be chosen in every form that writes a contact or an opportunity', async () => {
	const { GoHighLevel } = await import('../../../../nodes/GoHighLevel/GoHighLevel.node');
	const forms = new GoHighLevel().description.properties.filter(({ name }) => name === 'customFields');

	const shownBy = forms.map(({ displayOptions: { show } = {} }) => `${show?.resource} ${show?.operation}`);
	expect(shownBy.sort()).toEqual([
		'contact create',
		'contact update',
		'contact upsert',
		'opportunity create',
		'opportunity update',
		'opportunity upsert',
	]);
	// In its other modes the editor hides all fields until one is chosen to match records on, and ours have none.
	for (const { typeOptions } of forms) expect(typeOptions?.resourceMapper?.mode).toBe('add');
});
