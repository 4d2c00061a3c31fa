import type { IDataObject } from 'n8n-workflow';

import type { PageQuery } from '../../../nodes/WiseAgent/api/pages';
import { readPages } from '../../../nodes/WiseAgent/api/pages';

const records = (count: number) => Array.from({ length: count }, (_, index) => ({ id: index + 1 }));

/** A list that people work on while it is read: `meanwhile` happens before each page. */
function listOf(count: number, meanwhile: (list: IDataObject[], call: number) => void = () => undefined) {
	const list: IDataObject[] = records(count);
	let calls = 0;
	return {
		list,
		calls: () => calls,
		readPage: async ({ page, page_size: size }: PageQuery) => {
			calls += 1;
			meanwhile(list, calls);
			return list.slice((page - 1) * size, page * size);
		},
		count: async () => list.length,
	};
}

test('records that are added at the front or at the end while it reads are no double, and hide none', async () => {
	let next = 1_000;
	const { readPage, count } = listOf(250, (list, call) => {
		if (call > 1 && call < 4) list[call % 2 ? 'push' : 'unshift']({ id: next++ });
	});
	const found = (await readPages({ limit: Infinity, readPage, id: 'id', count })).map(({ id }) => id);

	expect(new Set(found).size).toBe(found.length);
	expect(records(250).filter(({ id }) => !found.includes(id))).toEqual([]);
});

test('records that moved to pages that were read, because others were deleted, are read in a second pass', async () => {
	const { list, readPage, count } = listOf(250, (own, call) => {
		if (call === 2) own.splice(0, 30);
	});
	const found = (await readPages({ limit: Infinity, readPage, id: 'id', count })).map(({ id }) => id);
	expect(list.filter(({ id }) => !found.includes(id))).toEqual([]);
});

test('a list that does not keep still is not read for ever', async () => {
	const { readPage, count, calls } = listOf(250, (list) => {
		list.shift();
	});
	await readPages({ limit: Infinity, readPage, id: 'id', count });
	expect(calls()).toBeLessThan(20);
});

test('a list that gives all of its records whatever page is asked for is read once', async () => {
	const all = records(300);
	let calls = 0;
	const readPage = async () => {
		calls += 1;
		return all;
	};
	expect(await readPages({ limit: Infinity, readPage, id: 'id' })).toHaveLength(300);
	expect(calls).toBe(2);
});

test('a limit counts what is wanted, and reads no further', async () => {
	const { readPage, calls } = listOf(1_000);
	const isWanted = ({ id }: IDataObject) => Number(id) % 50 === 0;
	const found = await readPages({ limit: 3, readPage, id: 'id', isWanted });
	expect(found.map(({ id }) => id)).toEqual([50, 100, 150]);
	expect(calls()).toBe(2);
});
