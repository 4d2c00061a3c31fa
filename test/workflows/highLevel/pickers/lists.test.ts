import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { editorContext, errorOf } from './editor';

const { searchContacts, searchUsers } = new GoHighLevel().methods.listSearch;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
) => Promise<INodeListSearchResult>;

/** Scrolls through a list as the editor does, page after page. */
async function scroll(list: ListSearch, filter?: string): Promise<INodeListSearchResult['results'][]> {
	const pages = [];
	let token: string | undefined;
	do {
		const page = await list.call(editorContext(sandbox), filter, token);
		pages.push(page.results);
		token = page.paginationToken as string | undefined;
	} while (token !== undefined);
	return pages;
}

const names = (pages: INodeListSearchResult['results'][]) => pages.flat().map(({ name }) => name);

describe('the list of contacts', () => {
	const person = (fields: object) => sandbox.state.addContact({ locationId: DEMO.locationId, ...fields });

	test.each<[what: string, fields: object, label: string]>([
		[
			'name and e-mail',
			{ firstName: 'Ava', lastName: 'Nguyen', email: 'ava@mail.example' },
			'Ava Nguyen (ava@mail.example)',
		],
		[
			'double names',
			{ firstName: 'Anne-Marie', lastName: 'de Boer', email: 'am@mail.example' },
			'Anne-Marie De Boer (am@mail.example)',
		],
		['accents', { firstName: 'Élodie', email: 'e@mail.example' }, 'Élodie (e@mail.example)'],
		['name and phone', { firstName: 'Ava', phone: '+12125550142' }, 'Ava (+12125550142)'],
		['a name alone', { firstName: 'Ava' }, 'Ava'],
		['an e-mail alone', { email: 'ava@mail.example' }, 'ava@mail.example'],
		['a phone alone', { phone: '+12125550142' }, '+12125550142'],
		['an empty e-mail and a phone', { email: '', phone: '+12125550142' }, '+12125550142'],
	])('shows %s', async (_, fields, label) => {
		const { id } = person(fields);

		expect(await scroll(searchContacts)).toEqual([[{ name: label, value: id }]]);
	});

	test('shows the id of a contact that has nothing else', async () => {
		const { id } = person({});

		expect(await scroll(searchContacts)).toEqual([[{ name: id, value: id }]]);
	});

	test('goes on page after page until the last contact', async () => {
		const seeded = sandbox.state.seedContacts(120);
		const pages = await scroll(searchContacts);

		expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
		expect(new Set(pages.flat().map(({ value }) => value))).toEqual(new Set(seeded.map(({ id }) => id)));
	});

	test('searches in HighLevel, so that it finds contacts that no page has shown yet', async () => {
		person({ firstName: 'Zacharias', email: 'z@mail.example' });
		sandbox.state.seedContacts(80);
		sandbox.requests.length = 0;

		expect(names(await scroll(searchContacts, 'zachar'))).toEqual(['Zacharias (z@mail.example)']);
		expect(sandbox.requests.map(({ body }) => body)).toMatchObject([
			{ query: 'zachar', locationId: DEMO.locationId },
		]);
	});

	test('keeps the search text on later pages', async () => {
		sandbox.state.seedContacts(130);
		const wanted = [...sandbox.state.contacts.values()].filter(({ email }) => email?.includes('a.'));
		const pages = await scroll(searchContacts, 'a.');

		expect(wanted.length).toBeGreaterThan(50);
		expect(pages.flat()).toHaveLength(wanted.length);
	});
});

describe('the list of users', () => {
	test('shows the users of the location with name and e-mail', async () => {
		expect(await scroll(searchUsers)).toEqual([
			[
				{ name: 'Amelia Hart (amelia@harborview.example)', value: DEMO.users.amelia },
				{ name: 'Ben Okafor (ben@harborview.example)', value: DEMO.users.ben },
				{ name: 'Chloe Marsh (chloe@harborview.example)', value: DEMO.users.chloe },
			],
		]);
	});

	test('searches and pages', async () => {
		const ben = sandbox.state.users.get(DEMO.users.ben);
		if (!ben) throw new Error('The seed has no Ben');
		for (let index = 0; index < 60; index++) {
			sandbox.state.users.set(`user${index}`, {
				...ben,
				id: `user${index}`,
				firstName: 'Agent',
				lastName: `No${index}`,
			});
		}

		expect((await scroll(searchUsers)).map(({ length }) => length)).toEqual([50, 13]);
		expect(names(await scroll(searchUsers, 'amelia'))).toEqual(['Amelia Hart (amelia@harborview.example)']);
	});

	test('says which scope it lacks, and that an id will do', async () => {
		const demo = sandbox.state.tokens.get(DEMO.token);
		if (!demo) throw new Error('The seed has no demo token');
		const token = 'pit-00000000-demo-demo-demo-contactsonly';
		sandbox.state.tokens.set(token, { ...demo, token, scopes: ['contacts.readonly', 'users.readonly'] });
		const error = await errorOf(searchUsers.call(editorContext(sandbox, { token })));

		expect(error.message).toContain('The token may not read the location, which the list of users needs');
		expect(error.description).toBe('Add the scope locations.readonly, or enter the user by ID.');
	});
});

describe('a list that cannot be loaded says why', () => {
	test.each<[what: string, credential: object, message: string, remedy: string]>([
		[
			'wrong token',
			{ token: 'pit-wrong' },
			'HighLevel does not accept the token: Invalid JWT',
			'contacts.readonly',
		],
		[
			'agency token',
			{ token: DEMO.agencyToken },
			'The token is not authorized for this scope.',
			'contacts.readonly',
		],
		[
			'wrong location',
			{ locationId: DEMO.otherLocationId },
			'The token does not have access to this location.',
			'Check the Location ID',
		],
		['no location', { locationId: '' }, 'The HighLevel credential has no location', 'enter the Location ID'],
	])('%s', async (_, credential, message, remedy) => {
		const error = await errorOf(searchContacts.call(editorContext(sandbox, credential)));

		expect(error.message).toContain(message);
		expect(error.description).toContain(remedy);
		expect(error.constructor.name).toBe('NodeOperationError');
	});
});
