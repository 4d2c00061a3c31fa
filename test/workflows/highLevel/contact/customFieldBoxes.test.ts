import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { later, backToNow } from '../../../support/oAuth2';
import { storeContact } from '../../../support/sandboxRuns';
import { fail, mapped, stored, succeed, writes } from './requests';

const F = DEMO.customFields;
const { linkedIn, instagram } = DEMO.textBoxes;
const SOCIAL = F.socialProfiles;
const ofLinkedIn = `${SOCIAL}.${linkedIn}`;
const ofInstagram = `${SOCIAL}.${instagram}`;
const both = { [linkedIn]: 'in/ada', [instagram]: '@ada' };

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

const storeWith = (value: IDataObject = both): string =>
	storeContact(sandbox, { email: 'ada@mail.example', customFields: [{ id: SOCIAL, value }] });

const textsOf = (contactId: string) =>
	sandbox.state.contacts.get(contactId)?.customFields.find(({ id }) => id === SOCIAL)?.value;

async function update(
	contactId: string,
	value: IDataObject,
	options: IDataObject = {},
): Promise<IDataObject> {
	const parameters = { contactId: byId(contactId), customFields: mapped(value), options };
	const [contact] = await succeed(sandbox, 'update', { parameters });
	return contact as IDataObject;
}

describe('the texts of a text box list are written as one value, however they are given', () => {
	test.each<[how: string, value: IDataObject, sent: IDataObject]>([
		['a box', { [ofLinkedIn]: ' in/ada ' }, { [linkedIn]: 'in/ada' }],
		['each box by itself', { [ofLinkedIn]: 'in/ada', [ofInstagram]: '@ada' }, both],
		['a box by key and label', { 'contact.social_profiles.Instagram': '@ada' }, { [instagram]: '@ada' }],
		[
			'a box by key without "contact."',
			{ [`social_profiles.${linkedIn}`]: 'in/ada' },
			{ [linkedIn]: 'in/ada' },
		],
		['an object by labels', { [SOCIAL]: '={{ ({ LinkedIn: "in/ada", Instagram: "@ada" }) }}' }, both],
		['an object by ids', { 'contact.social_profiles': both }, both],
		[
			'an object with an empty text',
			{ [SOCIAL]: { LinkedIn: 'in/ada', Instagram: '' } },
			{ [linkedIn]: 'in/ada' },
		],
		['a list in the order of the boxes', { [SOCIAL]: '={{ ["in/ada", "@ada"] }}' }, both],
		['a list with a gap', { [SOCIAL]: ['', '@ada'] as unknown as IDataObject }, { [instagram]: '@ada' }],
		['a number', { [ofLinkedIn]: 42 }, { [linkedIn]: '42' }],
		['a whole list and a box of it', { [SOCIAL]: { LinkedIn: 'in/ada' }, [ofInstagram]: '@ada' }, both],
	])('%s', async (_, value, sent) => {
		await succeed(sandbox, 'create', { parameters: { firstName: 'Ada', customFields: mapped(value) } });

		expect(writes(sandbox).map(({ body }) => (body as IDataObject).customFields)).toEqual([
			[{ id: SOCIAL, field_value: sent }],
		]);
		expect(stored(sandbox)[0]?.customFields).toEqual([{ id: SOCIAL, value: sent }]);
	});
});

test('boxes that are not given, or given empty, are not written', async () => {
	await succeed(sandbox, 'create', {
		parameters: { firstName: 'Ada', customFields: mapped({ [ofLinkedIn]: '', [ofInstagram]: null }) },
	});

	expect(stored(sandbox)[0]?.customFields).toEqual([]);
});

describe('a box that is written leaves the others as they are', () => {
	test('by Update', async () => {
		const contactId = storeWith();
		const contact = await update(contactId, { [ofInstagram]: '@countess' });

		expect(textsOf(contactId)).toEqual({ [linkedIn]: 'in/ada', [instagram]: '@countess' });
		expect(contact).toMatchObject({ outcome: 'updated', changedFields: ['Social Profiles'] });
	});

	test('by Update that does not compare', async () => {
		const contactId = storeWith();
		await update(contactId, { [ofInstagram]: '@countess' }, { writeOnlyChanges: false });

		expect(textsOf(contactId)).toEqual({ [linkedIn]: 'in/ada', [instagram]: '@countess' });
	});

	test('by Create or Update', async () => {
		const contactId = storeWith();
		await succeed(sandbox, 'upsert', {
			parameters: { email: 'ada@mail.example', customFields: mapped({ [ofInstagram]: '@countess' }) },
		});

		expect(textsOf(contactId)).toEqual({ [linkedIn]: 'in/ada', [instagram]: '@countess' });
	});

	test('by two items, one after the other', async () => {
		const contactId = storeWith({});
		await succeed(sandbox, 'update', {
			items: [
				{ box: linkedIn, text: 'in/ada' },
				{ box: instagram, text: '@ada' },
			],
			parameters: {
				contactId: byId(contactId),
				customFields: mapped({ [SOCIAL]: '={{ ({ [$json.box]: $json.text }) }}' }),
			},
		});

		expect(textsOf(contactId)).toEqual(both);
	});
});

test('Only Fill Empty Fields fills the empty boxes alone', async () => {
	const contactId = storeWith({ [linkedIn]: 'in/ada', [instagram]: '' });
	await succeed(sandbox, 'upsert', {
		parameters: {
			email: 'ada@mail.example',
			customFields: mapped({ [ofLinkedIn]: 'in/other', [ofInstagram]: '@ada' }),
			options: { onExisting: 'fillEmpty' },
		},
	});

	expect(textsOf(contactId)).toEqual(both);
});

test.each([true, false])(
	'texts that are there already are not written again (Write Only Changes: %j)',
	async (writeOnlyChanges) => {
		const contactId = storeWith();
		const contact = await update(contactId, { [ofInstagram]: '@ada' }, { writeOnlyChanges });

		expect(contact).toMatchObject({ outcome: 'unchanged', changedFields: [], id: contactId });
		expect(writes(sandbox)).toEqual([]);
	},
);

test('what a Get puts out can be written to another contact as it is', async () => {
	const [ada] = await succeed(sandbox, 'get', { parameters: { contactId: byId(storeWith()) } });
	const contactId = storeContact(sandbox);
	await succeed(sandbox, 'update', {
		items: [ada as IDataObject],
		parameters: {
			contactId: byId(contactId),
			customFields: mapped({ [SOCIAL]: '={{ $json.customFieldValues["Social Profiles"] }}' }),
		},
	});

	expect(textsOf(contactId)).toEqual(both);
});

describe('with Clear When Empty', () => {
	const options = { clearWhenEmpty: ['customFields'] };

	test('an empty box is cleared, and the others stay', async () => {
		const contactId = storeWith();
		await update(contactId, { [ofInstagram]: '' }, options);

		expect(textsOf(contactId)).toEqual({ [linkedIn]: 'in/ada', [instagram]: '' });
	});

	test('a whole list is emptied', async () => {
		const contactId = storeWith();
		await update(contactId, { [SOCIAL]: '' }, options);

		expect(textsOf(contactId)).toBeUndefined();
	});

	test('a new contact is created without the empty box', async () => {
		const [contact] = await succeed(sandbox, 'upsert', {
			parameters: {
				email: 'ada@mail.example',
				customFields: mapped({ [ofLinkedIn]: '', [ofInstagram]: '@ada' }),
				options,
			},
		});

		expect(contact).toMatchObject({ outcome: 'created' });
		expect(textsOf(String(contact?.id))).toEqual({ [instagram]: '@ada' });
	});
});

describe('what cannot be right is refused before anything is sent, with the boxes that there are', () => {
	const known = `LinkedIn (${ofLinkedIn}), Instagram (${ofInstagram})`;

	test.each<[what: string, value: IDataObject, message: string]>([
		['a box that is not there', { [`${SOCIAL}.tbGone`]: 'x' }, '"Social Profiles" has no box "tbGone"'],
		[
			'a label that is not there',
			{ [SOCIAL]: { Twitter: '@ada' } },
			'"Social Profiles" has no box "Twitter"',
		],
		[
			'more texts than boxes',
			{ [SOCIAL]: ['a', 'b', 'c'] as unknown as IDataObject },
			'"Social Profiles" has no box "3"',
		],
		[
			'one text for all boxes',
			{ [SOCIAL]: '@ada' },
			'"Social Profiles" consists of boxes, and this names none of them',
		],
	])('%s', async (_, value, message) => {
		const error = await fail(sandbox, 'create', {
			parameters: { firstName: 'Ada', customFields: mapped(value) },
		});

		expect(error.message).toBe(message);
		expect(error.description).toContain(known);
		expect(error.details.field).toBe('Social Profiles');
		expect(writes(sandbox)).toEqual([]);
	});

	test('an object in a box', async () => {
		const error = await fail(sandbox, 'create', {
			parameters: { firstName: 'Ada', customFields: mapped({ [ofLinkedIn]: { a: 1 } }) },
		});

		expect(error.message).toBe('"Social Profiles: LinkedIn" must be text, but it is an object');
		expect(writes(sandbox)).toEqual([]);
	});

	test('a box of a field that has none', async () => {
		const key = `${F.bedrooms}.${linkedIn}`;
		const error = await fail(sandbox, 'create', {
			parameters: { firstName: 'Ada', customFields: mapped({ [key]: 'x' }) },
		});

		expect(error.message).toBe(`This location has no custom field "${key}"`);
		expect(writes(sandbox)).toEqual([]);
	});
});

test('a box that was made in HighLevel after the first run is known a few seconds later', async () => {
	const contactId = storeWith();
	await update(contactId, { [ofInstagram]: '@countess' });
	const field = sandbox.state.customFields.get(SOCIAL);
	if (!field) throw new Error('The seed has no text box list');
	const textBoxes = [...field.textBoxes, { id: 'tbNew', label: 'Website', prefillValue: '' }];
	sandbox.state.customFields.set(SOCIAL, { ...field, textBoxes });
	later(2_100);
	await update(contactId, { [`${SOCIAL}.tbNew`]: 'ada.example' });

	expect(textsOf(contactId)).toEqual({
		[linkedIn]: 'in/ada',
		[instagram]: '@countess',
		tbNew: 'ada.example',
	});
});

describe('with a token that may not read the definitions of the fields', () => {
	const token = 'pit-00000000-demo-demo-demo-nofields0001';
	beforeEach(() => {
		const demo = sandbox.state.tokens.get(DEMO.token);
		if (!demo) throw new Error('The seed has no demo token');
		sandbox.state.tokens.set(token, { ...demo, token, scopes: ['contacts.write', 'contacts.readonly'] });
	});

	test('a box that was chosen in the editor is written', async () => {
		const schema = [{ id: ofLinkedIn, displayName: 'Social Profiles: LinkedIn', type: 'string' }];
		await succeed(sandbox, 'create', {
			token,
			parameters: { firstName: 'Ada', customFields: mapped({ [ofLinkedIn]: 'in/ada' }, schema) },
		});

		expect(stored(sandbox)[0]?.customFields).toEqual([{ id: SOCIAL, value: { [linkedIn]: 'in/ada' } }]);
	});

	test('a whole list that was not chosen is refused, with the scope that is needed', async () => {
		const error = await fail(sandbox, 'create', {
			token,
			parameters: { firstName: 'Ada', customFields: mapped({ 'contact.social_profiles': both }) },
		});

		expect(error.message).toContain('may not read the custom fields of this location');
		expect(error.description).toContain('locations/customFields.readonly');
		expect(writes(sandbox)).toEqual([]);
	});
});
