import type { IDataObject } from 'n8n-workflow';

import type { ContactRecord, WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { fails, requestsOfType, startWiseAgent, succeeds } from '../../../support/wiseAgent';
import { store } from './people';

let sandbox: WiseAgentSandbox;
let undo: () => void = () => undefined;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterEach(() => {
	undo();
	sandbox.configure({ contactOrder: 'id' });
});
afterAll(async () => await sandbox.close());

/** A contact that changed on a day of March 2026, or at a time of it. */
function changed(at: string, fields: Partial<ContactRecord> = {}): number {
	const updatedAt = at.includes('T') ? `2026-03-${at}Z` : `2026-03-${at}T12:00:00.000Z`;
	return Number(store(sandbox, { updatedAt, ...fields }));
}

async function read(filters: IDataObject = {}, more: IDataObject = {}): Promise<IDataObject[]> {
	const parameters = { returnAll: true, filters, ...more };
	return await succeeds(sandbox, 'contact.getAllChanged', { parameters });
}

const idsOf = (contacts: IDataObject[]) => contacts.map(({ ClientID }) => ClientID);

/** Reads as a loop in a workflow does: a few at a time, each run from the cursor of the last item. */
async function readInRuns(
	limit: number,
	between: (run: number) => void = () => undefined,
): Promise<IDataObject[]> {
	const all: IDataObject[] = [];
	for (let run = 0; run < 50; run++) {
		const cursor = all[all.length - 1]?.cursor;
		const items = await read({ cursor }, { returnAll: false, limit });
		if (items.length === 0) return all;
		all.push(...items);
		between(run);
	}
	throw new Error('It never ended');
}

/** Does something when so many pages of contacts were asked for. */
function afterPages(actions: Record<number, () => void>): void {
	const push = sandbox.requests.push.bind(sandbox.requests);
	let pages = 0;
	undo = () => (sandbox.requests.push = push);
	sandbox.requests.push = (...requests) => {
		for (const { requestType } of requests) {
			if (requestType === 'getContacts') actions[(pages += 1)]?.();
		}
		return push(...requests);
	};
}

describe('the order', () => {
	test('is that of the last changes, the oldest first, and of the IDs where the time is the same', async () => {
		const [c, a, b2, b1] = [changed('07'), changed('05'), changed('06'), changed('06')];
		expect(idsOf(await read())).toEqual([a, b2, b1, c]);
	});

	test('each contact is the record that Get returns, with its cursor', async () => {
		const id = changed('05', { CFirst: 'Ada' });
		const [item] = await read();
		expect(item).toMatchObject({ ClientID: id, CFirst: 'Ada', DateUpdatedUTC: '2026-03-05T12:00:00Z' });
		expect(item?.cursor).toBe(`2026-03-05T12:00:00.000Z_${id}`);
		const [raw] = await read({}, { options: { rawOutput: true } });
		expect(raw).toMatchObject({ Categories: '[]', cursor: item?.cursor });
	});
});

describe('Changed After and Changed Before', () => {
	test('are spans that neither overlap nor leave anything between them', async () => {
		const ids = ['04', '05', '06', '07'].map((day) => changed(day));
		const between = async (changedAfter: string, changedBefore: string) =>
			idsOf(await read({ changedAfter, changedBefore }));
		expect(await between('2026-03-05T12:00:00Z', '2026-03-06T12:00:00Z')).toEqual([ids[1]]);
		expect(await between('2026-03-06T12:00:00Z', '2026-03-08T00:00:00Z')).toEqual([ids[2], ids[3]]);
	});

	test('are sent as far as Wise Agent knows them', async () => {
		await read({ changedAfter: '2026-03-05T12:00:00Z' });
		expect(requestsOfType(sandbox, 'getContacts')[0]?.query).toMatchObject({
			DateUpdatedUTC: '2026-03-05 11:59',
		});
	});

	test('can be narrowed to categories and sources', async () => {
		const ada = changed('05', { Categories: ['Buyer'], Source: 'Fair, 2026' });
		changed('06', { Categories: ['Buyer'] });
		changed('07', { Source: 'Fair, 2026' });
		expect(idsOf(await read({ categories: ['Buyer'], sources: ['Fair, 2026'] }))).toEqual([ada]);
	});
});

describe('the cursor', () => {
	test('goes on after the last item, also among contacts that changed at the same moment', async () => {
		const ids = Array.from({ length: 25 }, (_, place) => changed(place < 20 ? '05' : '06'));
		expect(idsOf(await readInRuns(7))).toEqual(ids);
	});

	test('brings a contact again that changed between two runs, and passes over none', async () => {
		const ids = ['04', '05', '06', '07', '08', '09'].map((day) => changed(day));
		const found = await readInRuns(2, (run) => {
			if (run === 0) sandbox.state.updateContact(ids[0] as number, { updatedAt: '2026-03-10T12:00:00.000Z' });
			if (run === 1) sandbox.state.updateContact(ids[4] as number, { updatedAt: '2026-03-11T12:00:00.000Z' });
		});
		expect(idsOf(found)).toEqual([ids[0], ids[1], ids[2], ids[3], ids[5], ids[0], ids[4]]);
	});

	test('that is older than Changed After begins there', async () => {
		const [, second] = [changed('04'), changed('06')];
		const cursor = '2026-03-01T00:00:00.000Z_1';
		expect(idsOf(await read({ cursor, changedAfter: '2026-03-05T00:00:00Z' }))).toEqual([second]);
	});

	test('of something else is refused before anything is sent', async () => {
		for (const cursor of ['7', '2026-13-45T00:00:00.000Z_1', '2026-03-01T00:00:00.000Z_']) {
			const { message, details } = await fails(sandbox, 'contact.getAllChanged', {
				parameters: { returnAll: true, filters: { cursor } },
			});
			expect(message).toBe(`"Cursor" is not a cursor: ${cursor}`);
			expect(details.field).toBe('cursor');
		}
		expect(requestsOfType(sandbox)).toEqual([]);
	});
});

describe('what has only now changed', () => {
	const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

	test('comes with a later run, since others may still change at the same time', async () => {
		const [old, recent] = [ago(300), ago(100)].map((updatedAt) => Number(store(sandbox, { updatedAt })));
		expect(idsOf(await read())).toEqual([old]);
		expect(idsOf(await read({}, { options: { searchLagSeconds: 60 } }))).toEqual([old, recent]);
	});

	test('cannot be asked for with less than a minute, to which Wise Agent may write times', async () => {
		const { message } = await fails(sandbox, 'contact.getAllChanged', {
			parameters: { returnAll: true, filters: {}, options: { searchLagSeconds: 30 } },
		});
		expect(message).toBe('"Search Lag" must be a number of 60 or more');
	});
});

describe.each(['id', 'updated'] as const)('while others write, with lists by %s', (contactOrder) => {
	let ids: number[];
	beforeEach(() => {
		sandbox.configure({ contactOrder });
		// Later IDs changed earlier.
		ids = Array.from({ length: 450 }, (_, place) => {
			const updatedAt = new Date(Date.parse('2026-03-05T12:00:00Z') - place * 60_000).toISOString();
			return Number(store(sandbox, { updatedAt }));
		});
	});

	test('no contact is passed over that another one makes move to an earlier page', async () => {
		const first = contactOrder === 'id' ? ids : [...ids].reverse();
		afterPages({
			2: () => void sandbox.state.removeContact(first[0] as number),
			3: () => void sandbox.state.updateContact(first[1] as number, { City: 'Troy' }),
		});
		const found = new Set(idsOf(await read()));
		const settled = ids.filter((id) => id !== first[0] && id !== first[1]);
		expect(settled.filter((id) => !found.has(id))).toEqual([]);
	});

	test('new contacts and changes do not end the reading, and come with the next run', async () => {
		let written = 0;
		const write = () => {
			written += 1;
			sandbox.state.addContact({ CFirst: `New ${written}` });
		};
		afterPages(Object.fromEntries(Array.from({ length: 40 }, (_, page) => [page + 1, write])));
		expect(new Set(idsOf(await read()))).toEqual(new Set(ids));
		expect(written).toBeGreaterThan(5);
	});

	test('deletions that never end are named, and nothing is returned', async () => {
		const list = contactOrder === 'id' ? ids : [...ids].reverse();
		const remove = () => void sandbox.state.removeContact(list.shift() as number);
		afterPages(Object.fromEntries(Array.from({ length: 60 }, (_, page) => [page + 1, remove])));
		const { message, description } = await fails(sandbox, 'contact.getAllChanged', {
			parameters: { returnAll: true, filters: {} },
		});
		expect(message).toBe('Contacts moved or were deleted while their pages were read, each of five times');
		expect(description).toContain('Nothing was returned');
	});
});

test('two requests for 100 contacts, and one where there are fewer', async () => {
	for (let place = 0; place < 99; place++) changed('05');
	expect(await read()).toHaveLength(99);
	expect(requestsOfType(sandbox, 'getContacts')).toHaveLength(1);
	for (let place = 0; place < 200; place++) changed('06');
	sandbox.requests.splice(0);
	expect(await read({}, { returnAll: false, limit: 5 })).toHaveLength(5);
	expect(requestsOfType(sandbox, 'getContacts').length).toBeLessThanOrEqual(2 * 4);
});
