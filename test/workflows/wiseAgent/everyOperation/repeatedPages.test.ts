import type { IDataObject } from 'n8n-workflow';

import { parseNested } from '../../../../nodes/WiseAgent/api/reading/parse';
import { WiseAgent } from '../../../../nodes/WiseAgent/WiseAgent.node.ts';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { DEMO } from '../../../../sandbox/wiseAgent';
import { examples, runExample } from '../../../cases/wiseAgent';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import type { ListSearch } from '../../../support/odd/repeatedPages';
import { RepeatedPages, scroll } from '../../../support/odd/repeatedPages';
import { textOf } from '../../../support/sandboxRuns';
import { byId, startWiseAgent, storedAs } from '../../../support/wiseAgent';
import { pollerOf } from '../pollTrigger/polled';
import { editorContext } from '../editor';
import { operations } from './operations';

let sandbox: WiseAgentSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startWiseAgent();
	forwarder = await startForwarder(sandbox.url);
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

const listing = operations
	.filter(({ id }) => examples[id]?.parameters.returnAll !== undefined)
	.map(({ id }) => id);

/** The page is made of one record, which may be seen to be somebody else's before the page comes again. */
const ENDED = /^Wise Agent (?:returns the same page again|returned records of)/;

/** Read several pages at the same time, so that a few more are asked for before the repetition is seen. */
const IN_ROUNDS = ['contact.getAllChanged'];

/** Narrowed by what Wise Agent cannot filter, so that the records are counted here. */
const NARROWED: Record<string, IDataObject> = { 'task.getAll': { filters: {} } };

test('the operations that read pages are among those that are looked at', () => {
	expect(listing).toEqual(
		expect.arrayContaining([
			'call.getAll',
			'contact.getAll',
			'contact.getAllChanged',
			'note.getAll',
			'property.getAll',
			'task.getAll',
			'vendor.getAll',
		]),
	);
});

describe('a server that gives the same page for ever', () => {
	test.each(listing.flatMap((id) => [1, 2].map((different) => ({ id, different }))))(
		'ends $id with an error instead of reading on ($different in turn)',
		async ({ id, different }) => {
			const pages = new RepeatedPages(different, parseNested);
			forwarder.passage = pages.passage;
			const { run } = await runExample(sandbox, id, {
				parameters: { returnAll: true, ...NARROWED[id] },
				baseUrl: forwarder.url,
			});
			const isPaged = pages.asked > 0;
			expect(run.error?.message ?? (isPaged ? 'a part of the list' : 'all of it')).toMatch(
				isPaged ? ENDED : /^all of it$/,
			);
			if (isPaged) expect(textOf(run)).toMatch(/Nothing was returned|were asked for/);
			expect(pages.asked).toBeLessThanOrEqual(IN_ROUNDS.includes(id) ? 20 : different + 2);
		},
		20_000,
	);
});

describe('a poll', () => {
	test.each(['contactCreated', 'taskCreated'])(
		'for %s says that the same page comes again, and does not read on',
		async (event) => {
			sandbox.state.addContact({ CFirst: 'Ada' });
			sandbox.state.addTask({ Description: 'Call' });
			const pages = new RepeatedPages(2, parseNested);
			forwarder.passage = pages.passage;
			const poller = pollerOf(
				sandbox,
				{ events: [event], startFrom: 'date', startDate: '2020-01-01T00:00:00Z' },
				{ baseUrl: forwarder.url },
			);
			await expect(poller.activate()).rejects.toThrow('Wise Agent returns the same page again');
			expect(pages.asked).toBeLessThanOrEqual(20);
		},
		20_000,
	);
});

const { listSearch } = new WiseAgent().methods as unknown as { listSearch: Record<string, ListSearch> };
const PAGED = ['searchCalls', 'searchContacts', 'searchNotes', 'searchProperties', 'searchTasks'];

describe('a list of the editor', () => {
	test.each(Object.keys(listSearch).flatMap((name) => [1, 2].map((different) => ({ name, different }))))(
		'$name ends, with an error where pages come again ($different in turn)',
		async ({ name, different }) => {
			for (const id of ['call.getAll', 'property.getAll', 'task.getAll']) examples[id]?.prepare?.(sandbox);
			const { contactId } = (examples['note.getAll']?.prepare?.(sandbox) ?? {}) as IDataObject;
			sandbox.state.addCall({ ClientId: String(contactId), Reason: 'Offer' });
			const pages = new RepeatedPages(different, parseNested);
			forwarder.passage = pages.passage;
			const connection = storedAs(sandbox, { access_token: DEMO.accessToken });
			Object.assign(connection.credentials.wiseAgentOAuth2Api, { baseUrl: forwarder.url });
			const chosen = { resource: 'note', operation: 'update', contactId: byId(String(contactId)) };
			const message = await scroll(listSearch[name] as ListSearch, () =>
				editorContext(connection, name === 'searchCalls' || name === 'searchNotes' ? chosen : {}),
			).then(
				() => 'ended',
				({ message: text }: Error) => text,
			);
			expect(message).toMatch(PAGED.includes(name) ? ENDED : /^ended$/);
			expect(pages.asked).toBeLessThanOrEqual(different + 2);
		},
		20_000,
	);
});
