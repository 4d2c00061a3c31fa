import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { startSandbox } from '../../../support/highLevel';
import { startForwarder } from '../../../support/odd/forwarder';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { fail, succeed } from './requests';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterEach(() => sandbox.configure({ searchDelayMs: 0 }));
afterAll(async () => await sandbox.close());

/** A contact that changed on a day of March 2026, or at a time of it. */
function changed(at: string, fields: IDataObject = {}): string {
	const dateUpdated = at.includes('T') ? `2026-03-${at}Z` : `2026-03-${at}T12:00:00.000Z`;
	return storeContact(sandbox, { dateUpdated, ...fields });
}

async function read(filters: IDataObject = {}, more: IDataObject = {}, baseUrl?: string) {
	const parameters = { returnAll: true, filters, ...more };
	return await succeed(sandbox, 'getAllChanged', { parameters, baseUrl });
}

const idsOf = (contacts: IDataObject[]) => contacts.map(({ id }) => String(id));
const pages = () => requestsOf(sandbox, 'POST', /search$/).length;

/** Reads as a loop in a workflow does: a few at a time, each run from the cursor of the last item. */
async function readInRuns(
	limit: number,
	options: IDataObject = {},
	between: (run: number) => void = () => undefined,
): Promise<IDataObject[]> {
	const all: IDataObject[] = [];
	for (let run = 0; run < 60; run++) {
		const cursor = all[all.length - 1]?.cursor;
		const items = await read({ cursor }, { returnAll: false, limit, options });
		if (items.length === 0) return all;
		all.push(...items);
		between(run);
	}
	throw new Error('It never ended');
}

/** HighLevel's clock, as its Date header tells it, is ahead of this machine's. */
async function clockAhead<T>(byMs: number, work: (baseUrl: string) => Promise<T>): Promise<T> {
	const forwarder = await startForwarder(sandbox.url, { date: () => new Date(Date.now() + byMs) });
	return await work(forwarder.url).finally(async () => await forwarder.close());
}

test('contacts come by their last change, the oldest first, each with a cursor', async () => {
	const [c, a, b] = [changed('07'), changed('05', { firstName: 'Ada' }), changed('06')];
	const items = await read({}, { options: { completeRecord: true } });
	expect(idsOf(items)).toEqual([a, b, c]);
	expect(items[0]).toMatchObject({ firstName: 'Ada', cursor: `2026-03-05T12:00:00.000Z_${a}` });
	expect((await read({}, { simplify: false }))[0]).toMatchObject({
		firstNameLowerCase: 'ada',
		cursor: items[0]?.cursor,
	});
});

test('spans neither overlap nor leave anything between them, and other filters narrow them', async () => {
	const ids = ['04', '05', '06', '07'].map((day) => changed(day, { tags: day > '05' ? ['buyer'] : [] }));
	const between = async (changedAfter: string, changedBefore: string, more: IDataObject = {}) =>
		idsOf(await read({ changedAfter, changedBefore, ...more }));
	expect(await between('2026-03-05T12:00:00Z', '2026-03-06T12:00:00Z')).toEqual([ids[1]]);
	expect(await between('2026-03-06T12:00:00Z', '2026-03-08T00:00:00Z')).toEqual([ids[2], ids[3]]);
	expect(await between('2026-03-05T00:00:00Z', '2026-03-07T00:00:00Z', { tags: 'Buyer' })).toEqual([ids[2]]);
});

test('the cursor goes on among 230 contacts that changed at the same moment, in any order of the search', async () => {
	// The search has c10 before c9.
	const ids = Array.from({ length: 230 }, (_, place) =>
		changed(place < 30 ? '04' : '05', { id: `c${place}` }),
	);
	const found = idsOf(await readInRuns(60));
	expect(found).toHaveLength(230);
	expect(new Set(found)).toEqual(new Set(ids));
});

test('a run reads as many pages as its limit needs, however many contacts there are', async () => {
	for (let place = 0; place < 950; place++) {
		changed(`0${1 + Math.floor(place / 200)}T12:00:00.${String(place % 200).padStart(3, '0')}`);
	}
	const first = await read({}, { returnAll: false, limit: 150 });
	expect(pages()).toBe(2);
	const cursor = first[149]?.cursor;
	expect(await read({ cursor }, { returnAll: false, limit: 150 })).toHaveLength(150);
	expect(pages()).toBe(4);
});

test('while others write through a search that lags, no state of a contact is passed over and none invented', async () => {
	sandbox.configure({ searchDelayMs: 150 });
	const ids = Array.from({ length: 120 }, (_, place) =>
		changed(`05T12:00:00.${String(place).padStart(3, '0')}`),
	);
	sandbox.state.lag.settle();
	const last = new Map<string, string>();
	const options = { searchLagSeconds: 1 };
	const found = await readInRuns(25, options, (run) => {
		if (run > 3) return;
		for (const id of [ids[run * 3], ids[110 - run]] as string[]) {
			last.set(id, sandbox.state.updateContact(id, { city: `Changed ${run}` }).dateUpdated);
		}
		sandbox.state.removeContact(ids[60 + run] as string);
		ids[60 + run] = '';
	});
	sandbox.state.lag.settle();
	const later = await clockAhead(
		60_000,
		async (baseUrl) => await read({ cursor: found[found.length - 1]?.cursor }, { options }, baseUrl),
	);
	const all = [...found, ...later];
	const states = all.map(({ id, dateUpdated }) => `${String(id)} ${String(dateUpdated)}`);
	expect(new Set(states).size).toBe(states.length);
	expect([...last].filter(([id, at]) => !states.includes(`${id} ${at}`))).toEqual([]);
	const seen = new Set(idsOf(all));
	expect(ids.filter((id) => id !== '' && !seen.has(id))).toEqual([]);
});

test("what has only now changed comes with a later run, by HighLevel's clock and not by this machine's", async () => {
	const HOUR_MS = 3_600_000;
	await clockAhead(HOUR_MS, async (baseUrl) => {
		const ahead = (seconds: number) => new Date(Date.now() + HOUR_MS - seconds * 1000).toISOString();
		const [old, recent] = [ahead(300), ahead(60)].map((dateUpdated) =>
			storeContact(sandbox, { dateUpdated }),
		);
		expect(idsOf(await read({}, {}, baseUrl))).toEqual([old]);
		expect(idsOf(await read({}, { options: { searchLagSeconds: 30 } }, baseUrl))).toEqual([old, recent]);
	});
});

test('contacts that are gone when they are read by their ID do not end the list', async () => {
	const ids = ['04', '05', '06', '07'].map((day) => changed(day));
	sandbox.configure({ searchDelayMs: 60_000 });
	for (const id of ids.slice(0, 2)) sandbox.state.removeContact(id);
	const options = { completeRecord: true };
	expect(idsOf(await read({}, { returnAll: false, limit: 2, options }))).toEqual([ids[2], ids[3]]);
});

test('a search that drops the order is named, and nothing is returned', async () => {
	for (const day of ['04', '05', '06']) changed(day);
	const forwarder = await startForwarder(sandbox.url);
	try {
		forwarder.passage = { request: (body) => body.replace('"asc"', '"desc"') };
		const error = await fail(sandbox, 'getAllChanged', {
			parameters: { returnAll: true },
			baseUrl: forwarder.url,
		});
		expect(error.message).toBe('HighLevel did not return the contacts in the order of their changes');
		expect(error.description).toContain('Nothing was returned');
	} finally {
		await forwarder.close();
	}
});

test('a cursor of something else, and no search lag at all, are refused before anything is sent', async () => {
	for (const [parameters, message] of [
		[{ filters: { cursor: '7' } }, '"Cursor" is not a cursor: 7'],
		[{ options: { searchLagSeconds: 0 } }, '"Search Lag" must be a number of 1 or more'],
	] as Array<[IDataObject, string]>) {
		const error = await fail(sandbox, 'getAllChanged', { parameters: { returnAll: true, ...parameters } });
		expect(error.message).toBe(message);
	}
	expect(sandbox.requests).toEqual([]);
});
