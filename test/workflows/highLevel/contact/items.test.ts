import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../support/highLevel';
import { fail, stored, succeed } from './requests';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const PEOPLE = [
	{ row: 1, email: 'ava@mail.example' },
	{ row: 2, email: 'jürgen@mail.example' },
	{ row: 3, email: 'mia@mail.example' },
	{ row: 4, email: '' },
	{ row: 5, email: 'zoe@mail.example' },
];
const parameters = { email: '={{ $json.email }}' };

test('On Error: Continue gives one item for each, in order, and says what failed and what to do', async () => {
	const { items, error } = await runContact(sandbox, 'upsert', {
		items: PEOPLE,
		parameters,
		onError: 'continueRegularOutput',
	});

	expect(error).toBeUndefined();
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(PEOPLE.map((_, item) => ({ item })));
	expect(items.map(({ json }) => json.outcome ?? 'failed')).toEqual([
		'created',
		'failed',
		'created',
		'failed',
		'created',
	]);
	expect(items[1]?.json).toMatchObject({
		error: expect.stringContaining(
			'HighLevel refused the data: "Email" must be an email, but it is',
		) as string,
		details: {
			item: 1,
			httpCode: 422,
			field: 'email',
			remedy: 'Enter an address like name@email.com in "Email", or leave it empty.',
		},
	});
	expect(items[3]?.json).toMatchObject({ details: { item: 3, field: 'email, phone' } });
	expect(stored(sandbox)).toHaveLength(3);
});

test('the error output has the failed items with the data that they came with', async () => {
	const { items, errorItems } = await runContact(sandbox, 'upsert', {
		items: PEOPLE,
		parameters,
		onError: 'continueErrorOutput',
	});

	expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual([
		['ava@mail.example', { item: 0 }],
		['mia@mail.example', { item: 2 }],
		['zoe@mail.example', { item: 4 }],
	]);
	expect(errorItems.map(({ json, pairedItem }) => [json.row, pairedItem])).toEqual([
		[2, { item: 1 }],
		[4, { item: 3 }],
	]);
});

test('without On Error, the first failing item ends the node and is named', async () => {
	const error = await fail(sandbox, 'upsert', { items: PEOPLE, parameters });

	expect(error.message).toMatch(
		/^HighLevel refused the data: "Email" must be an email, but it is .* \[item 1\]$/,
	);
	expect(error.description).toMatch(
		/of 5 items were completed; to go on past a failing item, set On Error\./,
	);
	expect(error.context).toMatchObject({ itemIndex: 1 });
});

test('many contacts that one item reads are linked to that item', async () => {
	for (const name of ['ava', 'ben', 'cleo']) {
		sandbox.state.addContact({
			locationId: DEMO.locationId,
			email: `${name}@mail.example`,
			tags: [name[0] ?? ''],
		});
	}
	const { items } = await runContact(sandbox, 'getAll', {
		items: [{ tag: 'a' }, { tag: 'none' }, { tag: 'c' }],
		parameters: { filters: { tags: '={{ $json.tag }}' } },
	});

	expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual([
		['ava@mail.example', { item: 0 }],
		['cleo@mail.example', { item: 2 }],
	]);
});

test('a contact chosen by expression is another one for each item', async () => {
	const ids = ['Ava', 'Ben'].map(
		(firstName) => sandbox.state.addContact({ locationId: DEMO.locationId, firstName }).id,
	);
	const contacts = await succeed(sandbox, 'get', {
		items: ids.map((id) => ({ id })),
		parameters: { contactId: byId('={{ $json.id }}') },
	});

	expect(contacts.map(({ firstName }) => firstName)).toEqual(['Ava', 'Ben']);
});

test('an expression that fails is an error of its item alone', async () => {
	const { items, errorItems } = await runContact(sandbox, 'create', {
		items: [{ row: 1 }, { row: 2 }, { row: 3 }],
		parameters: { firstName: '={{ $json.row === 2 ? $("Nowhere").first().json.name : "Ava" }}' },
		onError: 'continueErrorOutput',
	});

	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(errorItems.map(({ json }) => json)).toMatchObject([
		{ row: 2, error: expect.stringContaining("doesn't exist") },
	]);
	expect(stored(sandbox)).toHaveLength(2);
});

test('a wrong token fails every item with what to check', async () => {
	const { errorItems } = await runContact(sandbox, 'upsert', {
		items: PEOPLE.slice(0, 1),
		parameters,
		token: 'pit-wrong',
		onError: 'continueErrorOutput',
	});

	expect(errorItems[0]?.json).toMatchObject({
		error: 'HighLevel does not accept the token: Invalid JWT',
		details: {
			httpCode: 401,
			remedy: expect.stringContaining('the token may be mistyped, deleted or rotated'),
		},
	});
});

describe('a credential that is not filled in right is told before anything is sent', () => {
	test.each<[what: string, credential: { locationId?: string; baseUrl?: string }, message: string]>([
		['no location', { locationId: ' ' }, 'The HighLevel credential has no location'],
		[
			'no address',
			{ baseUrl: 'services.leadconnectorhq.com' },
			'The Base URL of the HighLevel credential is not a web address',
		],
	])('%s', async (_, credential, message) => {
		const error = await fail(sandbox, 'create', { parameters: { email: 'ava@mail.example' }, ...credential });

		expect(error.message).toContain(message);
		expect(sandbox.requests).toEqual([]);
	});

	test('blanks and a slash around its values do no harm', async () => {
		await succeed(sandbox, 'create', {
			parameters: { email: 'ava@mail.example' },
			locationId: ` ${DEMO.locationId} `,
			baseUrl: ` ${sandbox.url}/ `,
		});

		expect(stored(sandbox)).toHaveLength(1);
	});
});
