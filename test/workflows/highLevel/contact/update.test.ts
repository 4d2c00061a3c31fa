import type { IDataObject } from 'n8n-workflow';

import type { ContactRecord, HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { bodyOf, calls, fail, mapped, succeed, writes } from './requests';

const F = DEMO.customFields;

let sandbox: HighLevelSandbox;
let before: Readonly<ContactRecord>;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	before = sandbox.state.addContact({
		locationId: DEMO.locationId,
		firstName: 'Ava',
		lastName: 'Nguyen',
		email: 'ava@mail.example',
		phone: '+12125550142',
		city: 'New York',
		postalCode: '10005',
		country: 'US',
		dateOfBirth: '1990-05-07',
		dnd: true,
		dndSettings: { sms: { status: 'active', message: 'asked to stop' } },
		tags: ['buyer', 'newsletter'],
		customFields: [
			{ id: F.bedrooms, value: 2 },
			{ id: F.interests, value: ['Buying', 'Renting'] },
			{ id: F.leadSourceDetail, value: '007' },
		],
	});
});
afterAll(async () => await sandbox.close());

async function update(updateFields: IDataObject, options: IDataObject = {}, more: IDataObject = {}) {
	const parameters = { contactId: byId(before.id), updateFields, options, ...more };
	const [contact] = await succeed(sandbox, 'update', { parameters });
	const { dateUpdated: _, ...after } = sandbox.state.contacts.get(before.id) as ContactRecord;
	const { dateUpdated: __, ...untouched } = before;
	return { contact: contact as IDataObject, after, untouched };
}

test('only the given fields are written; all others stay as they are', async () => {
	const { contact, after, untouched } = await update({ city: 'Boston', postalCode: 2110, firstName: '' });

	expect(bodyOf(sandbox, 'PUT', `/contacts/${before.id}`)).toEqual({ city: 'Boston', postalCode: '2110' });
	expect(after).toEqual({ ...untouched, city: 'Boston', postalCode: '2110' });
	expect(contact).toMatchObject({
		id: before.id,
		city: 'Boston',
		lastName: 'Nguyen',
		outcome: 'updated',
		changedFields: ['city', 'postalCode'],
	});
});

describe('what differs only in writing is no change, so that synced systems do not answer each other for ever', () => {
	test.each<[what: string, updateFields: IDataObject, more: IDataObject]>([
		['the same values', { firstName: 'Ava', city: 'New York', dnd: true }, {}],
		['the phone with brackets', { phone: '(212) 555-0142' }, {}],
		['the phone without plus', { phone: 12125550142 }, {}],
		['the e-mail in capitals', { email: 'AVA@Mail.Example' }, {}],
		['the country in lower case', { country: 'us' }, {}],
		['the full name', { name: 'Ava Nguyen' }, {}],
		['the date of birth in another layout', { dateOfBirth: '05/07/1990' }, {}],
		[
			'a channel that is blocked already',
			{
				dndSettings: { channels: [{ channel: 'SMS', status: 'active', message: 'asked to stop' }] },
			},
			{},
		],
		['tags that are there, in capitals', { tags: 'Buyer' }, {}],
		['a number as text', {}, { customFields: mapped({ [F.bedrooms]: '2' }) }],
		['choices in another order', {}, { customFields: mapped({ [F.interests]: 'Renting, Buying' }) }],
		['nothing at all', {}, {}],
	])('%s', async (_, updateFields, more) => {
		const { contact, after, untouched } = await update(updateFields, {}, more);

		expect(contact).toMatchObject({ id: before.id, outcome: 'unchanged', changedFields: [] });
		expect(writes(sandbox)).toEqual([]);
		expect(after).toEqual(untouched);
	});
});

describe('what looks alike but is another value is written', () => {
	test.each<[what: string, updateFields: IDataObject, more: IDataObject, changed: string[]]>([
		['another country code', { phone: '+442125550142' }, {}, ['phone']],
		['a name in capitals', { firstName: 'AVA' }, {}, ['firstName']],
		[
			'a text with fewer zeros',
			{},
			{ customFields: mapped({ [F.leadSourceDetail]: '7' }) },
			['Lead Source Detail'],
		],
		['one choice less', {}, { customFields: mapped({ [F.interests]: 'Buying' }) }, ['Interests']],
		['do not disturb switched off', { dnd: false }, {}, ['dnd']],
		[
			'one more channel',
			{ dndSettings: { channels: [{ channel: 'Email', status: 'active' }] } },
			{},
			['dndSettings'],
		],
	])('%s', async (_, updateFields, more, changed) => {
		const { contact } = await update(updateFields, {}, more);

		expect(contact).toMatchObject({ outcome: 'updated', changedFields: changed });
		expect(calls(sandbox)).toContain(`PUT /contacts/${before.id}`);
	});
});

test('without Write Only Changes, equal values are written too, and the contact is not read first', async () => {
	const { contact } = await update(
		{ firstName: 'Ava', phone: '(212) 555-0142' },
		{ writeOnlyChanges: false },
	);

	expect(calls(sandbox)).toEqual([`PUT /contacts/${before.id}`]);
	expect(contact).toMatchObject({
		outcome: 'updated',
		changedFields: ['firstName', 'phone'],
		city: 'New York',
	});
});

describe('tags', () => {
	test.each<
		[mode: string | undefined, tags: string, after: string[], changed: string[], call: string | undefined]
	>([
		[undefined, 'Seller, buyer', ['buyer', 'newsletter', 'seller'], ['tags'], 'POST'],
		['add', 'seller', ['buyer', 'newsletter', 'seller'], ['tags'], 'POST'],
		['remove', 'Buyer, seller', ['newsletter'], ['tags'], 'DELETE'],
		['remove', 'seller', ['buyer', 'newsletter'], [], undefined],
		['replace', 'seller', ['seller'], ['tags'], 'PUT'],
		['replace', 'Newsletter, buyer', ['buyer', 'newsletter'], [], undefined],
		['replace', 'Newsletter, newsletter, buyer', ['buyer', 'newsletter'], [], undefined],
		['replace', '', ['buyer', 'newsletter'], [], undefined],
	])('%s "%s" leaves %j', async (tagsMode, tags, expected, changed, call) => {
		const { contact, after } = await update({ tags }, tagsMode ? { tagsMode } : {});

		expect(after.tags).toEqual(expected);
		expect(contact).toMatchObject({ tags: expected, changedFields: changed });
		const route = { POST: '/tags', DELETE: '/tags', PUT: '' }[call ?? ''];
		expect(writes(sandbox).map(({ method, path }) => `${method} ${path}`)).toEqual(
			call ? [`${call} /contacts/${before.id}${route}`] : [],
		);
	});
});

describe('clear when empty', () => {
	test('clears the chosen fields that are empty, and no others', async () => {
		const { contact, after, untouched } = await update(
			{ city: '={{ $json.missing }}', lastName: '', firstName: 'Eva' },
			{ clearWhenEmpty: ['city', 'postalCode', 'firstName', 'dateOfBirth', 'source'] },
		);

		expect(after).toEqual({
			...untouched,
			firstName: 'Eva',
			city: null,
			postalCode: null,
			dateOfBirth: null,
		});
		expect(contact.changedFields).toEqual(['city', 'firstName', 'postalCode', 'dateOfBirth']);
	});

	test('the item that comes out no longer shows what was cleared', async () => {
		const { contact } = await update({ city: '' }, { clearWhenEmpty: ['city'] });

		expect(contact.city).toBeNull();
		expect(contact.postalCode).toBe('10005');
	});

	test('an e-mail or phone can be taken away', async () => {
		const { after } = await update({}, { clearWhenEmpty: ['email', 'phone'] });

		expect(after).toMatchObject({ email: null, phone: null });
	});
});

test('an unknown contact is an error, also when nothing was to be written', async () => {
	for (const options of [{}, { writeOnlyChanges: false }]) {
		const error = await fail(sandbox, 'update', {
			parameters: { contactId: byId('gone0000000000000000'), updateFields: {}, options },
		});
		expect(error.message).toContain('Contact with id gone0000000000000000 not found');
	}
});

test('an e-mail that belongs to another contact is refused, and that contact is named', async () => {
	const other = sandbox.state.addContact({ locationId: DEMO.locationId, email: 'noah@mail.example' });
	const error = await fail(sandbox, 'update', {
		parameters: { contactId: byId(before.id), updateFields: { email: 'noah@mail.example' } },
	});

	expect(error.details).toMatchObject({ contactId: other.id, matchingField: 'email' });
	expect(sandbox.state.contacts.get(before.id)?.email).toBe('ava@mail.example');
});
