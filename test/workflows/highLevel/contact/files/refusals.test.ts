import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { DEMO, runContact, startSandbox } from '../../../../support/highLevel';
import { connect, oAuthRequests, runContactOAuth } from '../../../../support/oAuth2';
import { textOf } from '../../../../support/sandboxRuns';
import { fail, mapped, stored, succeed, writes } from '../requests';
import { BOTH, file, LEASE, limitDocuments, namesOf, uploadsOf } from './files';

const { documents } = DEMO.customFields;

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const withDocuments = (value: unknown, schema: IDataObject[] = []): IDataObject => ({
	firstName: 'Ada',
	customFields: mapped({ [documents]: value as string }, schema),
});

/** A token of the demo location with these scopes alone. */
function tokenWith(...scopes: string[]): string {
	const token = `pit-00000000-demo-demo-demo-with-${scopes.length}`;
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	sandbox.state.tokens.set(token, { ...demo, token, scopes });
	return token;
}

const CONTACTS = ['contacts.write', 'contacts.readonly'];

describe('a file that is not there is told before anything is sent, with those that are', () => {
	test.each<[what: string, value: unknown, message: string]>([
		['one that the item does not have', 'deed', 'This item has no file "deed" for "Documents"'],
		['the second of two', 'lease, deed', 'This item has no file "deed" for "Documents"'],
		[
			'something that is no name',
			'={{ 7 }}',
			'"Documents" must be the name of a binary property of the item',
		],
		[
			'an object that is no file',
			'={{ ({ url: "https://files.example/lease.pdf" }) }}',
			'"Documents" must be the name of a binary property of the item',
		],
	])('%s', async (_, value, message) => {
		const error = await fail(sandbox, 'create', { parameters: withDocuments(value), binary: [BOTH] });

		expect(error.message).toBe(message);
		expect(error.description).toContain('Its binary properties are: lease, photo.');
		expect(error.details.field).toBe('Documents');
		expect(writes(sandbox)).toEqual([]);
	});

	test('an item without any', async () => {
		const error = await fail(sandbox, 'create', { parameters: withDocuments('data') });

		expect(error.message).toBe('This item has no file "data" for "Documents"');
		expect(error.description).toContain('It has no binary property at all.');
		expect(writes(sandbox)).toEqual([]);
	});

	test('an item of a workflow that keeps its files among the JSON fields', async () => {
		const error = await fail(sandbox, 'create', {
			items: [{ scan: LEASE as IDataObject, name: 'Ada' }],
			binaryMode: 'combined',
			parameters: withDocuments('data'),
		});

		expect(error.message).toBe('This item has no file "data" for "Documents"');
		expect(error.description).toContain('Its binary properties are: scan.');
	});

	test('a file without content', async () => {
		const error = await fail(sandbox, 'create', {
			parameters: withDocuments('data'),
			binary: [{ data: file('lease.pdf', '') }],
		});

		expect(error.message).toBe('The file for "Documents" is empty: lease.pdf');
		expect(writes(sandbox)).toEqual([]);
	});
});

test.each([
	[1, 'one file'],
	[2, '2 files'],
])('more files than the field takes (%i) are refused before anything is sent', async (limit, takes) => {
	limitDocuments(sandbox, limit);
	const binary = { ...BOTH, third: file('plan.pdf', 'plan') };
	const value = Object.keys(binary)
		.slice(0, limit + 1)
		.join(', ');
	const error = await fail(sandbox, 'create', { parameters: withDocuments(value), binary: [binary] });

	expect(error.message).toBe(`"Documents" takes ${takes}: ${limit + 1} are given`);
	expect(error.description).toContain('Map fewer files');
	expect(writes(sandbox)).toEqual([]);
});

test('an item without its file fails alone', async () => {
	const { items, errorItems } = await runContact(sandbox, 'create', {
		items: [{ name: 'Ada' }, { name: 'Ben' }, { name: 'Cyd' }],
		binary: [{ data: LEASE }, {}, { data: LEASE }],
		parameters: { firstName: '={{ $json.name }}', customFields: mapped({ [documents]: 'data' }) },
		onError: 'continueErrorOutput',
	});

	expect(items.map(({ json }) => namesOf(sandbox, json.id))).toEqual([['lease.pdf'], ['lease.pdf']]);
	expect(errorItems.map(({ json }) => [json.name, json.error])).toEqual([
		['Ben', 'This item has no file "data" for "Documents"'],
	]);
});

describe('a token that may not upload', () => {
	test('is told so with the scope that it needs; the contact is not written', async () => {
		const error = await fail(sandbox, 'create', {
			token: tokenWith(...CONTACTS, 'locations/customFields.readonly'),
			parameters: withDocuments('lease'),
			binary: [BOTH],
		});

		expect(error.message).toContain('The token is not authorized for this scope.');
		expect(error.description).toContain(
			'This operation needs the scopes contacts.write, contacts.readonly, locations/customFields.write.',
		);
		expect(stored(sandbox)).toEqual([]);
	});

	test('is told so too when it comes from OAuth2, and gets no new token for it', async () => {
		const connection = connect(sandbox, { scopes: [...CONTACTS, 'locations/customFields.readonly'] });
		const run = await runContactOAuth(connection, 'create', {
			parameters: withDocuments('lease'),
			binary: [BOTH],
		});

		expect(textOf(run)).toContain('The connection lacks the scope locations/customFields.write.');
		expect(oAuthRequests(sandbox)).toEqual([]);
		expect(stored(sandbox)).toEqual([]);
	});

	test('writes contacts without files all the same', async () => {
		await succeed(sandbox, 'create', {
			token: tokenWith(...CONTACTS, 'locations/customFields.readonly'),
			parameters: withDocuments(''),
		});

		expect(stored(sandbox)).toHaveLength(1);
	});
});

test('a token that may not read the fields cannot write files, whose number it would not know', async () => {
	const error = await fail(sandbox, 'create', {
		token: tokenWith(...CONTACTS, 'locations/customFields.write'),
		parameters: withDocuments('lease', [
			{ id: documents, displayName: 'Documents (Binary Property)', type: 'string' },
		]),
		binary: [BOTH],
	});

	expect(error.message).toContain('may not read the custom fields of this location');
	expect(error.description).toContain('locations/customFields.readonly');
	expect(writes(sandbox)).toEqual([]);
});

test('a contact whose file HighLevel does not take is not created', async () => {
	sandbox.faults.add({ kind: 'serverError', path: 'upload$', status: 400 });
	const error = await fail(sandbox, 'create', { parameters: withDocuments('lease'), binary: [BOTH] });

	expect(error.message).toContain('HighLevel refused the data');
	expect(stored(sandbox)).toEqual([]);
	expect(uploadsOf(sandbox)).toEqual([]);
});
