import type { INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { WiseAgent } from '../../../nodes/WiseAgent/WiseAgent.node.ts';
import * as listSearch from '../../../nodes/WiseAgent/pickers/listSearch';
import { getCategories, getSources } from '../../../nodes/WiseAgent/pickers/loadOptions';
import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { DEMO, SCOPES } from '../../../sandbox/wiseAgent';
import { byId, connectWiseAgent, requestsOfType, startWiseAgent } from '../../support/wiseAgent';
import { store } from './contact/people';
import { editorContext } from './editor';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const open = (chosen: object = {}) => editorContext(connectWiseAgent(sandbox), chosen as never);
const namesOf = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

test('every list that a field asks for is there', () => {
	const { description, methods } = new WiseAgent();
	const asked = new Set<string>();
	const walk = ({ modes = [], typeOptions, options = [] }: INodeProperties) => {
		for (const { typeOptions: own } of modes) if (own?.searchListMethod) asked.add(own.searchListMethod);
		if (typeOptions?.loadOptionsMethod) asked.add(typeOptions.loadOptionsMethod);
		for (const option of options) if ('type' in option) walk(option);
	};
	description.properties.forEach(walk);
	expect([...asked].sort()).toEqual(
		[...Object.keys(methods.listSearch), ...Object.keys(methods.loadOptions)].sort(),
	);
});

describe('the list of contacts', () => {
	test('shows name and e-mail, page after page', async () => {
		sandbox.state.seedContacts(120);
		const first = await listSearch.searchContacts.call(open());
		const second = await listSearch.searchContacts.call(open(), undefined, first.paginationToken as string);
		const third = await listSearch.searchContacts.call(open(), undefined, second.paginationToken as string);

		expect([first, second, third].map(({ results }) => results.length)).toEqual([50, 50, 20]);
		expect(third.paginationToken).toBeUndefined();
		expect(first.results[0]?.name).toMatch(/^\w+ [\w'-]+ \(.+@mail\.example\)$/);
	});

	test.each<[string, string]>([
		['stone', 'Bea Stone (4805550142)'],
		['ada@example.com', 'Ada Byron (ada@example.com)'],
		['(480) 555-0142', 'Bea Stone (4805550142)'],
	])('is searched by Wise Agent: "%s" finds %s', async (filter, expected) => {
		store(sandbox, { CFirst: 'Ada', CLast: 'Byron', CEmail: 'ada@example.com' });
		store(sandbox, { CFirst: 'Bea', CLast: 'Stone', MobilePhone: '4805550142' });
		store(sandbox, {});
		expect(namesOf(await listSearch.searchContacts.call(open(), filter))).toEqual([expected]);
	});
});

test('notes and calls are those of the contact that is chosen', async () => {
	const contactId = store(sandbox, { CFirst: 'Ada' });
	const at = '2027-03-01T17:30:00.000Z';
	sandbox.state.addNote({ owner: contactId, Subject: 'Viewing', Note: 'x', notedAt: at });
	sandbox.state.addNote({ owner: contactId, Note: '<p>Wants a garden</p>', notedAt: at });
	sandbox.state.addNote({ owner: store(sandbox, {}), Note: 'Of another', notedAt: at });
	sandbox.state.addCall({ ClientId: contactId, Reason: 'Offer', nextContactAt: at });

	const chosen = { contactId: byId(contactId) };
	expect(namesOf(await listSearch.searchNotes.call(open(chosen))).sort()).toEqual([
		'Viewing (2027-03-01)',
		'Wants a garden (2027-03-01)',
	]);
	expect(namesOf(await listSearch.searchNotes.call(open(chosen), 'view'))).toEqual(['Viewing (2027-03-01)']);
	expect(namesOf(await listSearch.searchCalls.call(open(chosen)))).toEqual(['Offer (2027-03-01)']);
	await expect(listSearch.searchNotes.call(open())).rejects.toMatchObject({
		message: 'There is no contact yet whose records could be listed',
	});
});

test('tasks are looked for through all pages, since Wise Agent cannot', async () => {
	for (let index = 0; index < 250; index++) sandbox.state.addTask({ Description: `Task ${index}` });
	const first = await listSearch.searchTasks.call(open());
	expect(first.results).toHaveLength(100);
	const second = await listSearch.searchTasks.call(open(), undefined, first.paginationToken as string);
	expect(namesOf(second)).not.toContain(namesOf(first)[0]);
	expect(namesOf(await listSearch.searchTasks.call(open(), 'task 249'))).toEqual(['Task 249']);
});

test('the lists of the account are sorted, and searched by name', async () => {
	expect(namesOf(await listSearch.searchCategories.call(open()))).toEqual(
		[...sandbox.state.categories.values()].map(({ name }) => name).sort(),
	);
	expect(await listSearch.searchTeam.call(open(), 'priya')).toEqual({
		results: [{ name: 'Priya Raman (Assistant)', value: String(DEMO.team.priya) }],
	});
	expect((await listSearch.searchSources.call(open(), 'zill')).results).toEqual([
		{ name: 'Zillow', value: 'Zillow' },
	]);
	expect((await listSearch.searchOutsideTeam.call(open(), 'sam')).results).toMatchObject([
		{ value: DEMO.outsideTeam.lender },
	]);
	expect((await listSearch.searchPipelines.call(open(), 'buyers')).results).toMatchObject([
		{ name: 'Buyers' },
	]);
	expect((await listSearch.searchPrograms.call(open())).results.length).toBe(sandbox.state.programs.size);
	expect((await listSearch.searchProperties.call(open())).results).toEqual([]);
	expect((await getCategories.call(open())).map(({ value }) => value)).toContain(DEMO.categories.buyer);
	expect((await getSources.call(open())).map(({ name }) => name)).toContain(DEMO.sources.openHouse);
});

test('a list that the connection may not read says which scope is missing', async () => {
	const connection = connectWiseAgent(sandbox, { scopes: SCOPES.filter((scope) => scope !== 'team') });
	await expect(listSearch.searchTeam.call(editorContext(connection))).rejects.toMatchObject({
		description: expect.stringContaining('lacks the scope team') as string,
	});
	expect(requestsOfType(sandbox, 'getTeam')).toHaveLength(1);
});
