import type { Verb, WiseAgentSandbox, Sent } from './support';
import { call, contactOf, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
let id: number;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(async () => {
	sandbox.reset();
	id = await webcontact(sandbox);
});
afterAll(() => sandbox.close());

const add = (Key: string, Value: string, ClientID: number = id) =>
	call(sandbox, 'POST', 'addClientCustom', { ClientID, Key, Value });
const edit = (fields: Sent, verb: Verb = 'PUT') =>
	call(sandbox, verb, 'editClientCustomData', { ClientID: id, ...fields });
const customData = async () => JSON.parse((await contactOf(sandbox, id))['CustomData'] as string) as unknown;

describe('custom data', () => {
	test('is added with a success that is no text here, and read with the contact', async () => {
		expect((await add('Lender', 'Desert')).body).toEqual({
			success: true,
			ClientCustomID: expect.any(Number),
		});
		expect(await customData()).toEqual([{ Key: 'Lender', Value: 'Desert' }]);
	});

	test('has each key once a contact', async () => {
		await add('Lender', 'Desert');
		const { status, body } = await add('lender', 'Other');
		expect(status).toBe(200);
		expect(body).toEqual({
			success: false,
			message: `Duplicate Key 'lender' cannot be inserted for ClientID ${id}`,
		});
		const other = await webcontact(sandbox, { CEmail: 'b@x.example' });
		expect((await add('Lender', 'Desert', other)).body.success).toBe(true);
	});

	test('without a key is refused', async () => {
		expect((await add('', 'x')).body).toEqual({
			success: false,
			message: 'There was an error while inserting the data',
		});
	});

	test.each<Verb>(['PUT', 'DELETE'])('is edited by %s, with a success in words', async (verb) => {
		await add('Lender', 'Desert');
		expect((await edit({ Key: 'Lender', Value: 'Mesa' }, verb)).body).toEqual({ success: 'true' });
		expect(await customData()).toEqual([{ Key: 'Lender', Value: 'Mesa' }]);
	});

	test.each([
		['PUT', 'DELETE'],
		['DELETE', 'PUT'],
	] as const)('can be made to be edited by %s, and not by %s', async (editCustomDataVerb, other) => {
		sandbox.configure({ editCustomDataVerb });
		await add('Lender', 'Desert');
		const given = await edit({ Key: 'Lender', Value: 'Mesa' }, editCustomDataVerb);
		const refused = await edit({ Key: 'Lender', Value: 'Tempe' }, other);
		sandbox.configure({ editCustomDataVerb: 'both' });
		expect([given.body, refused.body]).toEqual([{ success: 'true' }, { error: 'Invalid request method' }]);
	});

	test('is renamed where its id is sent', async () => {
		const { ClientCustomID } = (await add('Lender', 'Desert')).body;
		await edit({ ClientCustomID, Key: 'Bank', Value: 'Mesa' });
		expect(await customData()).toEqual([{ Key: 'Bank', Value: 'Mesa' }]);
	});

	test.each([
		[{ Key: 'Unknown', Value: 'x' }, 'Key was not found'],
		[{ ClientCustomID: 1, Value: 'x' }, 'ClientCustomID was not found'],
		[{ Value: 'x' }, 'Key or ClientCustomID is required'],
		[{ ClientID: 1, Key: 'Lender' }, 'ClientID 1 was not found'],
	])('is not edited by %j', async (fields, message) => {
		await add('Lender', 'Desert');
		expect((await edit(fields)).body).toEqual({ success: false, message });
		expect(await customData()).toEqual([{ Key: 'Lender', Value: 'Desert' }]);
	});

	test('is not renamed to a key that is taken', async () => {
		await add('Lender', 'Desert');
		const { ClientCustomID } = (await add('Bank', 'Mesa')).body;
		expect((await edit({ ClientCustomID, Key: 'Lender' })).body.message).toContain('Duplicate Key');
	});
});

describe('further addresses', () => {
	test('are added and listed, the main one not among them', async () => {
		const sent = { ClientID: id, AddressNum: '5636', Address: 'E McDowell Rd', Zip: '85008' };
		const { body } = await call(sandbox, 'POST', 'addClientAddress', sent);
		expect(body).toEqual({ success: true, ClientAddressID: 539_291 });
		const list = await call(sandbox, 'GET', 'getClientAddresses', { ClientID: id });
		expect(list.body).toEqual([
			{
				ClientAddressID: 539_291,
				ClientID: id,
				AddressType: 'other',
				AddressNum: '5636',
				Address: 'E McDowell Rd',
				SuiteNo: '',
				POBox: '',
				BldgFloor: '',
				City: '',
				State: '',
				Zip: '85008',
				County: '',
				Country: '',
				MLS: '',
				Subdivision: null,
				Township: null,
			},
		]);
	});

	test.each([
		[{ Address: 'E McDowell Rd', Zip: '85008' }, 'Address and AddressNum must be provided'],
		[{ AddressNum: '1', Address: 'E McDowell Rd', City: 'Mesa' }, 'Zip, or City and State must be provided'],
	])('are refused with %j', async (sent, message) => {
		const { body } = await call(sandbox, 'POST', 'addClientAddress', { ClientID: id, ...sent });
		expect(body).toEqual({ success: false, message });
	});

	test('of nobody are an error', async () => {
		const { body } = await call(sandbox, 'GET', 'getClientAddresses', { ClientID: 1 });
		expect(body).toEqual({ error: 'ClientID 1 was not found' });
	});
});
