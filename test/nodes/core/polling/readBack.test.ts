import { Part } from '../../../../nodes/core/polling/part';
import type { Poll } from '../../../../nodes/core/polling/poll';
import type { BackSource } from '../../../../nodes/core/polling/readBack';
import { changesReadBack } from '../../../../nodes/core/polling/readBack';
import type { WindowHead } from '../../../../nodes/core/polling/seenWindow';

interface Entry {
	id: string;
	changedAt: number;
	addedAt: number;
	content: string;
}

const PAGE_SIZE = 3;
const LAG_MS = 100;

/** A list that comes the newest change first. */
class List {
	readonly entries: Entry[] = [];
	pagesRead = 0;

	write(id: string, changedAt: number, addedAt = changedAt): void {
		const place = this.entries.findIndex((entry) => entry.id === id);
		if (place >= 0) this.entries.splice(place, 1);
		this.entries.push({ id, changedAt, addedAt, content: String(changedAt) });
	}

	page(place: unknown): { records: Entry[]; next: number } {
		this.pagesRead += 1;
		const start = Number(place ?? 0);
		const all = [...this.entries].sort((a, b) => b.changedAt - a.changedAt);
		return { records: all.slice(start, start + PAGE_SIZE), next: start + PAGE_SIZE };
	}
}

/** Polls a list; `isLate` says whether a poll has time left after a page. */
function pollerOf(list: List, isLate: () => boolean = () => false) {
	const part = new Part<WindowHead>();
	const unfinished = new Map<string, unknown>();
	const source: BackSource<Entry> = {
		service: 'HighLevel',
		called: 'records',
		name: 'list',
		pageSize: PAGE_SIZE,
		readPage: async (place) => list.page(place),
		seenAs: (entry) => entry,
	};
	return async () => {
		const poll = {
			unfinished,
			get isLate() {
				return isLate();
			},
		} as unknown as Poll;
		const { changed, hasMore } = await changesReadBack(
			poll,
			part,
			{ startAt: undefined, lagMs: LAG_MS },
			source,
		);
		return { hasMore, ids: changed.map(({ record, isNew }) => `${isNew ? 'new ' : ''}${record.id}`) };
	};
}

const START = Date.UTC(2026, 0, 1);

test('what was there is not returned; what has changed since is, the oldest change first', async () => {
	const list = new List();
	for (let number = 0; number < 7; number++) list.write(`old${number}`, START + number);
	const poll = pollerOf(list);
	expect(await poll()).toEqual({ ids: [], hasMore: false });

	list.write('a', START + 1_000);
	list.write('old2', START + 1_001, START + 2);
	list.pagesRead = 0;
	expect(await poll()).toEqual({ ids: ['new a', 'old2'], hasMore: false });
	expect(list.pagesRead).toBeLessThan(4);
	expect((await poll()).ids).toEqual([]);
});

test('two records of one time are both returned, although one shows up later', async () => {
	const list = new List();
	list.write('old', START);
	const poll = pollerOf(list);
	await poll();
	list.write('a', START + 1_000);
	expect((await poll()).ids).toEqual(['new a']);
	list.write('b', START + 1_000);
	list.write('c', START + 950);
	expect((await poll()).ids.sort()).toEqual(['new b', 'new c']);
	expect((await poll()).ids).toEqual([]);
});

test('a poll without time left tells nothing, and the next ones go on from there', async () => {
	const list = new List();
	list.write('old', START);
	let isLate = false;
	const poll = pollerOf(list, () => isLate);
	await poll();
	for (let number = 0; number < 8; number++) list.write(`a${number}`, START + 1_000 + number);
	isLate = true;
	list.pagesRead = 0;
	expect(await poll()).toEqual({ ids: [], hasMore: true });
	expect(list.pagesRead).toBe(1);
	// Changes while the reading is under way, and is found by the next one.
	list.write('a0', START + 2_000, START + 1_000);
	expect(await poll()).toEqual({ ids: [], hasMore: true });
	isLate = false;
	const found = [...(await poll()).ids, ...(await poll()).ids];
	const names = found.map((text) => text.replace('new ', ''));
	expect(names.sort()).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7']);
	expect((await poll()).ids).toEqual([]);
});

test('a list in another order is refused, since changes would be missed', async () => {
	const list = new List();
	list.write('old', START);
	const poll = pollerOf(list);
	await poll();
	list.write('a', START + 1);
	list.write('b', START + 2);
	list.page = () => ({ records: [...list.entries], next: PAGE_SIZE });
	await expect(poll()).rejects.toThrow('HighLevel did not return the records in the order of their changes');
});
