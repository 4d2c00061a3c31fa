import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { submit } from '../../../../sandbox/highLevel/submissions/submit';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { succeed } from '../../../support/odd/outcomes';
import { tokenWithout } from '../everyOperation/operations';
import { addSubmission } from './records';

const { forms, customFields, locationId, textBoxes } = DEMO;

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const read = async (token?: string, simplify = true) =>
	await succeed(sandbox, 'form.getSubmissions', {
		parameters: { returnAll: true, simplify },
		...(token === undefined ? {} : { token }),
	});
const readsOf = (path: RegExp) => sandbox.requests.filter((request) => path.test(request.path));

/** A second custom field of contacts, or one of opportunities. */
const addField = (name: string, fieldKey: string, model: 'contact' | 'opportunity' = 'contact') => {
	const known = sandbox.state.customFields.get(customFields.budget);
	if (!known) throw new Error('The demo has no field Budget');
	const id = sandbox.state.newId();
	sandbox.state.customFields.set(id, { ...known, id, name, fieldKey, model });
	return id;
};

test('fields are there by name, in the order of the form, lists and numbers as they are', async () => {
	submit(sandbox.state, 'form', forms.inquiry, {
		message: 'Is it there?',
		[customFields.interests]: ['Buying', 'Investing'],
		[customFields.budget]: 450_000,
		email: 'ada@x.example',
		first_name: 'Ada',
	});
	const [found] = await read();

	expect(Object.entries(found?.fields as object)).toEqual([
		['first_name', 'Ada'],
		['email', 'ada@x.example'],
		['Budget', 450_000],
		['Interests', ['Buying', 'Investing']],
		['message', 'Is it there?'],
	]);
	expect(found).not.toHaveProperty('others');
	expect(found?.contactId).toBe([...sandbox.state.contacts.keys()][0]);
});

test('without Simplify, the IDs are there beside the names, and what was noted of the visit', async () => {
	submit(sandbox.state, 'form', forms.inquiry, { [customFields.budget]: 450_000 });
	const [found] = await read(undefined, false);

	expect(found).toMatchObject({
		fields: { Budget: 450_000 },
		others: { [customFields.budget]: 450_000, eventData: { medium: 'form' } },
	});
	expect(found).not.toHaveProperty('contactId');
});

test('texts of boxes have the labels of these, and files are as HighLevel gives them', async () => {
	const file = { 'a-uuid': { meta: { originalname: 'deed.pdf' }, url: 'https://x.example/deed.pdf' } };
	addSubmission(sandbox, {
		others: {
			[customFields.socialProfiles]: { [textBoxes.linkedIn]: 'ada', [textBoxes.instagram]: '' },
			[customFields.documents]: file,
		},
	});

	expect(await read()).toMatchObject([
		{ fields: { 'Social Profiles': { LinkedIn: 'ada', Instagram: '' }, Documents: file } },
	]);
});

test('fields of one name are all there, and called the same on each submission', async () => {
	const second = addField('Budget', 'contact.budget_2');
	const ofDeals = addField('Budget', 'opportunity.budget', 'opportunity');
	addSubmission(sandbox, {
		others: { [ofDeals]: 3, [second]: 2, [customFields.budget]: 1 },
		createdAt: new Date(Date.now() - 1000).toISOString(),
	});
	addSubmission(sandbox, { others: { [second]: 20 } });

	expect((await read()).map(({ fields }) => fields)).toEqual([
		{ Budget: 1, 'Budget (contact.budget_2)': 2, 'Budget (opportunity.budget)': 3 },
		{ 'Budget (contact.budget_2)': 20 },
	]);
});

test('a custom field that is named like a key does not take its place', async () => {
	const [one, other] = [addField('email', 'contact.email_2'), addField('email', 'contact.email_3')];
	addSubmission(sandbox, { others: { [one]: 'second', [other]: 'third', email: 'first' } });
	addSubmission(sandbox, {
		others: { 'email (contact.email_2)': 'odd', [one]: 'second', email: 'first' },
		createdAt: new Date(Date.now() - 120_000).toISOString(),
	});

	expect((await read()).map(({ fields }) => fields)).toEqual([
		{ 'email (contact.email_2)': 'second', 'email (contact.email_3)': 'third', email: 'first' },
		{ 'email (contact.email_2)': 'odd', [one]: 'second', email: 'first' },
	]);
});

test.each<[string, unknown, object | undefined]>([
	['no fields', {}, {}],
	['nothing', null, undefined],
	['a text', 'x', undefined],
	['a list', ['x'], undefined],
	['an order that names what is not there, twice and in numbers', order(['a', 'b', 'a', 7]), { a: 1 }],
	['an order that is a text', { a: 1, fieldsOriSequance: 'a' }, { a: 1 }],
	['null and empty values', { a: null, b: '', c: [] }, { a: null, b: '', c: [] }],
	[
		'what tells of the visit',
		{ a: 1, sessionId: 's', ip: '127.0.0.1', signatureHash: 'x', location_id: locationId },
		{ a: 1 },
	],
])('%s in a submission is no error', async (_, others, fields) => {
	addSubmission(sandbox, { others: others as Record<string, unknown> });
	const [found] = await read();

	expect(found?.fields).toEqual(fields);
	expect(found?.formName).toBe('Buyer inquiry');
});

function order(fieldsOriSequance: unknown[]) {
	return { a: 1, fieldsOriSequance };
}

test('a field that was just made is named, and one that is gone stays under its ID', async () => {
	addSubmission(sandbox, { others: { [customFields.budget]: 1 } });
	await read();
	const made = addField('Boat', 'contact.boat');
	sandbox.state.formSubmissions.clear();
	addSubmission(sandbox, { others: { [made]: 'Yes', AAAAbbbbCCCCddddEEE1: 'gone' } });
	await new Promise((resolve) => setTimeout(resolve, 2_100));

	expect(await read()).toMatchObject([{ fields: { Boat: 'Yes', AAAAbbbbCCCCddddEEE1: 'gone' } }]);
});

test('a token that may not read custom fields has their IDs, and is no error', async () => {
	addSubmission(sandbox, { others: { [customFields.budget]: 1, email: 'x' } });
	const token = tokenWithout(sandbox, 'locations/customFields.readonly');

	expect(await read(token)).toMatchObject([{ fields: { [customFields.budget]: 1, email: 'x' } }]);
});

test('names of forms and fields are read once for many items, and fields not at all where none is custom', async () => {
	addSubmission(sandbox);
	await succeed(sandbox, 'form.getSubmissions', {
		items: [{}, {}, {}],
		parameters: { returnAll: true },
	});

	expect(readsOf(/^\/forms\/?$/)).toHaveLength(1);
	expect(readsOf(/customFields/)).toHaveLength(0);
});

test('a submission of a form that is gone has no name of it', async () => {
	addSubmission(sandbox, { formId: 'fmGone' });
	const [found] = await read();

	expect(found).toMatchObject({ formId: 'fmGone' });
	expect(found).not.toHaveProperty('formName');
});
