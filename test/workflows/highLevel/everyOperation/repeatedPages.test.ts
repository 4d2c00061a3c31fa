import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../../../nodes/GoHighLevel/actions';
import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { API_ROUTES } from '../../../../sandbox/highLevel/routes';
import { examples, runExample } from '../../../cases/highLevel';
import { operationKey } from '../../../contract/highLevel/specification';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { connect } from '../../../support/oAuth2';
import type { ListSearch } from '../../../support/odd/repeatedPages';
import { RepeatedPages, scroll } from '../../../support/odd/repeatedPages';
import { Poller } from '../../../support/running/runPolls';
import type { NodeRun } from '../../../support/running/runWorkflow';
import { textOf } from '../../../support/sandboxRuns';
import { editorContext, editorContextOAuth, errorOf } from '../pickers/editor';
import { addTask } from '../pollTrigger/records';

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

const listing = Object.entries(catalogue)
	.flatMap(([resource, { operations }]) =>
		Object.entries(operations).map(([name, operation]) => ({ id: `${resource}.${name}`, ...operation })),
	)
	.filter(({ fields }) => fields.some(({ name }) => name === 'returnAll'));

/** Lists of which HighLevel answers all at once: their endpoints take nothing that names a page. */
const WHOLE = listing
	// A call of any endpoint names none.
	.filter(({ requests }) => requests.length > 0 && requests.every(({ endpoint }) => isWhole(endpoint)))
	.map(({ id }) => id);

function isWhole(endpoint = ''): boolean {
	const [verb = '', shape = ''] = endpoint.split(' ');
	const route = API_ROUTES.find(
		({ method, path }) => operationKey(method, path) === operationKey(verb, shape),
	);
	return (
		route?.method === 'GET' && !/"(limit|skip|offset|startAfter)"/.test(JSON.stringify(route.query ?? {}))
	);
}

const ofLocation = { parameter: [{ name: 'locationId', value: '{locationId}' }] };
const listed = { method: 'GET', queryParameters: ofLocation, recordsKey: '', bodyJson: '', options: {} };
const searched = {
	method: 'POST',
	path: '/contacts/search',
	queryParameters: {},
	bodyJson: `{"locationId": "${DEMO.locationId}"}`,
	recordsKey: 'contacts',
	options: { pageSizeName: 'pageLimit' },
};

/** Parameters by which an operation reads pages, one set for each way that it has. */
const ways: Record<string, IDataObject[]> = {
	'contact.getAll': [
		{ filters: {}, options: {} },
		{ filters: {}, options: { endpoint: 'list' } },
		{ filters: {}, options: { sortBy: 'dateUpdated', sortDirection: 'desc' } },
	],
	'customApiCall.request': [
		{ ...searched, pagination: 'page' },
		{ ...searched, pagination: 'searchAfter' },
		{ ...listed, path: '/businesses/', pagination: 'skip' },
		{ ...listed, path: '/contacts/', pagination: 'startAfter' },
	],
	// Pages of messages say whether there is a further one: message/getAll.test.ts.
	'contact.getActivity': [],
	'message.getAll': [],
};

const cases = listing
	.map(({ id }) => id)
	.filter((id) => !WHOLE.includes(id))
	.flatMap((id) => (ways[id] ?? [{}]).map((parameters) => ({ id, parameters })))
	.flatMap((one) => [1, 2].map((different) => ({ ...one, different })));

async function runRepeated(
	id: string,
	parameters: IDataObject,
	different: number,
	fresh = 0,
): Promise<{ run: NodeRun; pages: RepeatedPages }> {
	const pages = new RepeatedPages(different, JSON.parse, fresh);
	forwarder.passage = pages.passage;
	const { run } = await runExample(sandbox, id, async (_, options) => {
		sandbox.state.addContact({ locationId: DEMO.locationId, email: 'one@example.com' });
		return await runOperation(sandbox, id, {
			...options,
			parameters: { ...options.parameters, ...parameters, returnAll: true },
			baseUrl: forwarder.url,
		});
	});
	return { run, pages };
}

test('every operation that lists records is looked at', () => {
	expect(listing.filter(({ id }) => !examples[id])).toEqual([]);
	expect(WHOLE).toEqual(expect.arrayContaining(['note.getAll', 'pipeline.getAll', 'tag.getAll']));
	expect(cases.length).toBeGreaterThan(20);
});

describe('a server that gives the same page for ever, but for one record', () => {
	test.each(cases.filter(({ different }) => different === 1))(
		'ends $id with an error instead of reading on ($parameters)',
		async ({ id, parameters }) => {
			const { run, pages } = await runRepeated(id, parameters, 1, 1);
			expect(run.error?.message ?? `the records of ${pages.asked} pages`).toContain(
				'HighLevel returns the same page again',
			);
			expect(pages.asked).toBeLessThan(10);
		},
	);
});

describe('a server that gives the same page for ever', () => {
	test.each(cases)(
		'ends $id with an error instead of reading on ($parameters, $different in turn)',
		async ({ id, parameters, different }) => {
			const { run, pages } = await runRepeated(id, parameters, different);
			expect(run.error?.message ?? 'a part of the list').toContain('HighLevel returns the same page again');
			expect(textOf(run)).toContain('Nothing was returned');
			expect(run.items).toEqual([]);
			expect(pages.asked).toBeLessThanOrEqual(different + 2);
		},
		20_000,
	);

	test.each(WHOLE)('does not keep %s, which reads all at once', async (id) => {
		const { run, pages } = await runRepeated(id, {}, 1);
		expect(run.error?.message).toBeUndefined();
		expect(pages.asked).toBeLessThanOrEqual(1);
	});

	test('says of a custom call that another way of paging may be meant', async () => {
		const [parameters = {}] = ways['customApiCall.request'] ?? [];
		const { run } = await runRepeated('customApiCall.request', parameters, 1);
		expect(run.error?.description).toContain('choose another one under "Pagination"');
	});

	test('still gives the first records, where a limit of one page is set', async () => {
		forwarder.passage = new RepeatedPages(1).passage;
		sandbox.state.addContact({ locationId: DEMO.locationId, email: 'one@example.com' });
		const run = await runOperation(sandbox, 'contact.getAll', {
			parameters: { ...examples['contact.getAll']?.parameters, filters: {}, returnAll: false, limit: 20 },
			baseUrl: forwarder.url,
		});
		expect(run.error?.message).toBeUndefined();
		expect(run.items).toHaveLength(20);
	});
});

const { listSearch, loadOptions } = new GoHighLevel().methods as unknown as {
	listSearch: Record<string, ListSearch>;
	loadOptions: Record<string, ListSearch>;
};

describe('a poll', () => {
	test.each([
		['contactCreated', {}],
		['tagAdded', {}],
		['taskCreated', { taskScope: 'all' }],
	])(
		'for %s says that the same page comes again, and does not read on',
		async (event, parameters) => {
			const { id } = sandbox.state.addContact({ locationId: DEMO.locationId, tags: ['vip'] });
			addTask(sandbox, id);
			const pages = new RepeatedPages(2);
			forwarder.passage = pages.passage;
			const poller = new Poller(sandbox, {
				baseUrl: forwarder.url,
				parameters: { events: [event], ...parameters },
			});
			await expect(poller.activate()).rejects.toThrow('HighLevel returns the same page again');
			expect(pages.asked).toBeLessThanOrEqual(10);
		},
		20_000,
	);
});

describe('a list of the editor', () => {
	const PAGED = [
		'searchBusinesses',
		'searchContacts',
		'searchEmailFolders',
		'searchEmailTemplates',
		'searchForms',
		'searchLostReasons',
		'searchOpportunities',
		'searchSurveys',
		'searchUsers',
		'searchAppointmentNotes',
		'getUsers',
	];
	const lists = { ...listSearch, ...loadOptions };
	const own = Object.keys(lists).filter((name) => name !== 'searchLocations');

	test.each(own.flatMap((name) => [1, 2].map((different) => ({ name, different }))))(
		'$name ends, with an error where pages come again ($different in turn)',
		async ({ name, different }) => {
			const pages = new RepeatedPages(different);
			forwarder.passage = pages.passage;
			const contact = sandbox.state.addContact({ locationId: DEMO.locationId, email: 'one@example.com' });
			examples['opportunity.get']?.prepare?.(sandbox);
			const { appointmentId, noteId } = examples['appointmentNote.getAll']?.prepare?.(sandbox) ?? {};
			const chosen = {
				...(name === 'searchAppointmentNotes' ? { resource: 'appointmentNote', operation: 'update' } : {}),
				contactId: byId(contact.id),
				appointmentId: byId(String(appointmentId)),
				noteId: byId(String(noteId)),
			};
			const context = () => editorContext(sandbox, { baseUrl: forwarder.url }, chosen);
			const list = lists[name] as ListSearch;
			const message = await scroll(list, context).then(
				() => 'ended',
				({ message: text }: Error) => text,
			);
			expect(message).toMatch(PAGED.includes(name) ? /^HighLevel returns the same page again/ : /^ended$/);
			expect(pages.asked).toBeLessThanOrEqual(different + 2);
		},
		20_000,
	);

	test('ends as well where it looks for a text through all pages', async () => {
		forwarder.passage = new RepeatedPages(1).passage;
		const { message } = await errorOf(
			(listSearch.searchBusinesses as ListSearch).call(
				editorContext(sandbox, { baseUrl: forwarder.url }),
				'nothing is called so',
			),
		);
		expect(message).toContain('HighLevel returns the same page again');
	});

	test('ends for the locations of an agency', async () => {
		forwarder.passage = new RepeatedPages(1).passage;
		const connection = connect(sandbox, { userType: 'Company' });
		connection.credentials.goHighLevelOAuth2Api = {
			...connection.credentials.goHighLevelOAuth2Api,
			baseUrl: forwarder.url,
		};
		const { message } = await errorOf(
			scroll(listSearch.searchLocations as ListSearch, () => editorContextOAuth(connection)),
		);
		expect(message).toContain('HighLevel returns the same page again');
	});
});
