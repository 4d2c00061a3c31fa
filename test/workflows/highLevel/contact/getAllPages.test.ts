import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { requestsOf } from '../../../support/sandboxRuns';
import { succeed } from './requests';

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const ids = (contacts: Array<{ id?: unknown }>) => contacts.map(({ id }) => String(id));
const sorted = (list: string[]) => [...list].sort();

/** Does something between the requests of a read, as often as there is time. */
async function meanwhile<T>(
	work: (tick: number) => void,
	read: () => Promise<T>,
): Promise<{ result: T; ticks: number }> {
	let ticks = 0;
	const timer = setInterval(() => work(ticks++), 2);
	try {
		const result = await read();
		return { result, ticks };
	} finally {
		clearInterval(timer);
	}
}

test('Return All gives each of 2,500 contacts once while others are created and deleted', async () => {
	sandbox.configure({ latencyMs: 8 });
	const seeded = sandbox.state.seedContacts(2_800);
	const leaving = seeded.filter((_, index) => index % 10 === 3).slice(0, 280);
	const staying = seeded.filter((contact) => !leaving.includes(contact)).slice(0, 2_500);

	const { result, ticks } = await meanwhile(
		(tick) => {
			sandbox.state.addContact({ locationId: DEMO.locationId, firstName: `New ${tick}` });
			const next = leaving[leaving.length - 1 - tick];
			if (next) sandbox.state.removeContact(next.id);
		},
		async () => await succeed(sandbox, 'getAll', { parameters: { returnAll: true } }),
	);

	expect(ticks).toBeGreaterThan(25);
	const found = ids(result);
	expect(new Set(found).size).toBe(found.length);
	expect(ids(staying).filter((id) => !found.includes(id))).toEqual([]);
});

test('by date of change, newest first, no contact is missed although contacts change during the read', async () => {
	sandbox.configure({ latencyMs: 8 });
	const seeded = sandbox.state.seedContacts(1_500);

	const { result, ticks } = await meanwhile(
		(tick) => {
			const contact = seeded[(tick * 37) % seeded.length];
			if (contact) sandbox.state.updateContact(contact.id, { city: `Changed ${tick}` });
		},
		async () =>
			await succeed(sandbox, 'getAll', {
				parameters: { returnAll: true, options: { sortBy: 'dateUpdated', sortDirection: 'desc' } },
			}),
	);

	expect(ticks).toBeGreaterThan(15);
	expect(sorted(ids(result))).toEqual(sorted(ids(seeded)));
	const updated = result.map(({ dateUpdated }) => String(dateUpdated));
	expect(updated).toEqual([...updated].sort().reverse());
});

test('Return All goes on beyond the 10,000 contacts at which numbered pages end', async () => {
	const seeded = sandbox.state.seedContacts(10_500);
	const found = ids(await succeed(sandbox, 'getAll', { parameters: { returnAll: true } }));

	expect(found).toEqual(ids([...seeded].reverse()));
});

describe('location, filters, text and order are on every page, so that no page leaves the selection', () => {
	test('search', async () => {
		sandbox.state.seedContacts(600);
		sandbox.state.seedContacts(50, DEMO.otherLocationId);
		const wanted = sandbox.state.contacts
			.inGroup(DEMO.locationId)
			.filter(({ tags }) => tags.includes('buyer'));
		const contacts = await succeed(sandbox, 'getAll', {
			parameters: {
				returnAll: true,
				filters: { tags: 'buyer', query: 'mail.example' },
				options: { sortBy: 'email', sortDirection: 'asc' },
			},
		});

		expect(sorted(ids(contacts))).toEqual(sorted(ids(wanted)));
		const pages = requestsOf(sandbox, 'POST');
		expect(pages.length).toBeGreaterThan(1);
		for (const [index, { body }] of pages.entries()) {
			expect(body).toMatchObject({
				locationId: DEMO.locationId,
				query: 'mail.example',
				filters: [{ field: 'tags', operator: 'eq', value: 'buyer' }],
				sort: [{ field: 'email', direction: 'asc' }, { field: 'dateAdded' }],
			});
			expect('page' in (body as IDataObject)).toBe(index === 0);
		}
	});

	test('the deprecated list', async () => {
		const seeded = sandbox.state.seedContacts(250);
		sandbox.state.seedContacts(50, DEMO.otherLocationId);
		const contacts = await succeed(sandbox, 'getAll', {
			parameters: { returnAll: true, filters: { query: 'mail.example' }, options: { endpoint: 'list' } },
		});

		expect(ids(contacts)).toEqual(ids([...seeded].reverse()));
		const pages = requestsOf(sandbox, 'GET', /^\/contacts\//);
		expect(pages).toHaveLength(3);
		for (const { query } of pages) {
			expect(query).toMatchObject({ locationId: DEMO.locationId, query: 'mail.example' });
		}
	});
});

test.each([['search'], ['list']])('a limit reads no more than it needs (%s)', async (endpoint) => {
	const seeded = sandbox.state.seedContacts(300);
	const contacts = await succeed(sandbox, 'getAll', {
		parameters: { returnAll: false, limit: 130, options: { endpoint } },
	});

	expect(ids(contacts)).toEqual(ids([...seeded].reverse().slice(0, 130)));
	const pages = sandbox.requests.filter(({ path }) => path.startsWith('/contacts/'));
	const sizes = pages.map(({ body, query }) => (body as IDataObject)?.pageLimit ?? Number(query.limit));
	expect(sizes).toEqual([100, 30]);
});

test('a number of contacts that fills its last page exactly is complete', async () => {
	const seeded = sandbox.state.seedContacts(200);
	const contacts = await succeed(sandbox, 'getAll', { parameters: { returnAll: true } });

	expect(sorted(ids(contacts))).toEqual(sorted(ids(seeded)));
});
