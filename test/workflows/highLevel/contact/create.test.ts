import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../support/highLevel';
import { bodyOf, calls, fail, stored, succeed } from './requests';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const BODY_BASE = { locationId: DEMO.locationId };

describe('each field of the form arrives under the API name and in the shape that HighLevel takes', () => {
	test.each<[field: string, given: unknown, sent: unknown]>([
		['name', 'Ava Nguyen', 'Ava Nguyen'],
		['companyName', 'North Pier', 'North Pier'],
		['gender', 'female', 'female'],
		['address1', '48 South Street', '48 South Street'],
		['city', 'New York', 'New York'],
		['state', 'NY', 'NY'],
		['postalCode', '02110', '02110'],
		['postalCode', 10005, '10005'],
		['country', 'us', 'US'],
		['website', 'https://ava.example', 'https://ava.example'],
		['timezone', 'America/New_York', 'America/New_York'],
		['source', ' Open house ', 'Open house'],
		['assignedTo', byId(DEMO.users.ben), DEMO.users.ben],
		[
			'assignedTo',
			{ __rl: true, mode: 'list', value: DEMO.users.ben, cachedResultName: 'Ben' },
			DEMO.users.ben,
		],
		['dnd', true, true],
		['dnd', false, false],
		['tags', 'Buyer, open house ,, Buyer', ['Buyer', 'open house']],
		['tags', '={{ ["a", "b"] }}', ['a', 'b']],
		['dateOfBirth', '1990-05-07', '1990-05-07'],
		['dateOfBirth', '1990-05-07T00:00:00.000-04:00', '1990-05-07'],
		['dateOfBirth', '1990/05/07', '1990-05-07'],
		['dateOfBirth', '05/07/1990', '1990-05-07'],
		['dateOfBirth', '5-7-1990', '1990-05-07'],
		['dateOfBirth', '1990.05.07', '1990-05-07'],
		['dateOfBirth', '05_07_1990', '1990-05-07'],
		['dateOfBirth', '={{ DateTime.fromISO("1990-05-07") }}', '1990-05-07'],
	])('%s: %j', async (field, given, sent) => {
		await succeed(sandbox, 'create', {
			parameters: { firstName: 'Ava', additionalFields: { [field]: given as never } },
			timezone: 'America/New_York',
		});

		expect(bodyOf(sandbox, 'POST', '/contacts/')).toEqual({ ...BODY_BASE, firstName: 'Ava', [field]: sent });
		expect(stored(sandbox)).toHaveLength(1);
	});

	test('do not disturb by channel reaches exactly the chosen channels', async () => {
		const channels = [
			{ channel: 'SMS', status: 'active', message: 'asked to stop', code: '21610' },
			{ channel: 'Email', status: 'permanent', message: '', code: '' },
			{ channel: 'Call', status: 'inactive' },
		];
		await succeed(sandbox, 'create', {
			parameters: { firstName: 'Ava', additionalFields: { dndSettings: { channels } } },
		});

		expect(stored(sandbox)[0]?.dndSettings).toEqual({
			sms: { status: 'active', message: 'asked to stop', code: '21610' },
			email: { status: 'permanent' },
			call: { status: 'inactive' },
		});
	});

	test('inbound messages can be blocked', async () => {
		await succeed(sandbox, 'create', {
			parameters: {
				firstName: 'Ava',
				additionalFields: { inboundDndSettings: { all: { status: 'active', message: 'spam' } } },
			},
		});

		expect(stored(sandbox)[0]?.inboundDndSettings).toEqual({ all: { status: 'active', message: 'spam' } });
	});
});

test('the new contact comes out with its id and the outcome, after one request', async () => {
	const [contact] = await succeed(sandbox, 'create', {
		parameters: { email: 'ava@mail.example', phone: '(212) 555-0142', firstName: 'Ava', lastName: 'Nguyen' },
	});

	expect(contact).toMatchObject({
		id: stored(sandbox)[0]?.id,
		email: 'ava@mail.example',
		phone: '+12125550142',
		firstName: 'Ava',
		lastName: 'Nguyen',
		outcome: 'created',
	});
	expect(calls(sandbox)).toEqual(['POST /contacts/']);
});

test('fields that are empty in the incoming data are not sent at all', async () => {
	await succeed(sandbox, 'create', {
		items: [{ blank: ' ', nothing: null }],
		parameters: {
			email: 'ava@mail.example',
			phone: '',
			firstName: '={{ $json.blank }}',
			lastName: '={{ $json.nothing }}',
			additionalFields: {
				city: '={{ $json.missing }}',
				country: '',
				dateOfBirth: '',
				assignedTo: byId(''),
				tags: ' , ',
				dndSettings: {},
				inboundDndSettings: {},
			},
			customFields: {
				mappingMode: 'defineBelow',
				value: { [DEMO.customFields.bedrooms]: null, [DEMO.customFields.interests]: '' },
			},
		},
	});

	expect(bodyOf(sandbox, 'POST', '/contacts/')).toEqual({ ...BODY_BASE, email: 'ava@mail.example' });
});

test('a phone that an earlier node puts out as a number is stored as a phone', async () => {
	await succeed(sandbox, 'create', {
		items: [{ phone: 12125550142 }],
		parameters: { phone: '={{ $json.phone }}' },
	});

	expect(stored(sandbox)[0]?.phone).toBe('+12125550142');
});

describe('what HighLevel would store wrongly is refused, and the field is named', () => {
	test.each<[what: string, additionalFields: Record<string, unknown>, message: RegExp]>([
		['an object', { city: '={{ ({ a: 1 }) }}' }, /"City" must be text, but it is an object/],
		['a list', { source: '={{ ["a"] }}' }, /"Source" must be text, but it is a list/],
		['a country that is none', { country: 'Atlantis' }, /"Country" is not a country: Atlantis/],
		['a date that is none', { dateOfBirth: 'soon' }, /"Date of Birth" is not a date: soon/],
	])('%s', async (_, additionalFields, message) => {
		const error = await fail(sandbox, 'create', {
			parameters: { email: 'ava@mail.example', additionalFields: additionalFields as never },
		});

		expect(error.message).toMatch(message);
		expect(sandbox.requests).toEqual([]);
	});

	test('an object for the e-mail', async () => {
		const error = await fail(sandbox, 'create', {
			parameters: { email: '={{ ({ value: "a@mail.example" }) }}' },
		});

		expect(error.message).toContain('"Email" must be text, but it is an object');
		expect(sandbox.requests).toEqual([]);
	});
});

test('an e-mail that HighLevel does not accept is told as such, with the name of the field', async () => {
	const error = await fail(sandbox, 'create', { parameters: { email: 'jürgen@mail.example' } });

	expect(error.message).toContain('"Email" must be an email, but it is jürgen@mail.example');
	expect(error.httpCode).toBe('422');
	expect(error.details).toMatchObject({ field: 'email', httpCode: 422 });
	expect(stored(sandbox)).toEqual([]);
});

test('a contact that exists is refused and named on the error output, so that a flow can go on with it', async () => {
	const existing = sandbox.state.addContact({ locationId: DEMO.locationId, phone: '+12125550142' });
	const run = await runContact(sandbox, 'create', {
		onError: 'continueErrorOutput',
		items: [{ row: 7 }],
		parameters: { email: 'new@mail.example', phone: '212-555-0142' },
	});

	expect(run.items).toEqual([]);
	expect(run.errorItems[0]?.json).toMatchObject({
		row: 7,
		error: `A contact with this phone already exists: ${existing.id}`,
		details: { contactId: existing.id, matchingField: 'phone', httpCode: 400, item: 0 },
	});
	expect(stored(sandbox)).toEqual([existing]);
});

test('company and gender are offered where HighLevel takes them, and not for an update', async () => {
	const { GoHighLevel } = await import('../../../../nodes/GoHighLevel/GoHighLevel.node');
	const offered = (operation: string, collection: string) =>
		new GoHighLevel().description.properties
			.find(
				({ name, displayOptions }) =>
					name === collection &&
					displayOptions?.show?.resource?.[0] === 'contact' &&
					displayOptions.show.operation?.[0] === operation,
			)
			?.options?.map(({ name }) => name);

	expect(offered('create', 'additionalFields')).toEqual(expect.arrayContaining(['companyName', 'gender']));
	expect(offered('upsert', 'additionalFields')).toEqual(expect.arrayContaining(['companyName', 'gender']));
	expect(offered('update', 'updateFields')).toEqual(expect.arrayContaining(['email', 'city', 'tags']));
	expect(offered('update', 'updateFields')).not.toEqual(expect.arrayContaining(['companyName']));
	expect(offered('update', 'updateFields')).not.toEqual(expect.arrayContaining(['gender']));
});
