import { keysOf, PageWatch } from '../../../nodes/core/sending/pageWatch';

const SIZE = 20;

/** How many pages are read of a list whose pages are these; 30 stands for no end. */
function pagesRead(pageOf: (number: number) => object[]): number {
	const watch = new PageWatch({ service: 'A service' });
	for (let number = 0; number < 30; number++) {
		const page = pageOf(number);
		try {
			if (!watch.goesOn(keysOf(page), SIZE)) return number + 1;
		} catch {
			return number + 1;
		}
	}
	return 30;
}

const records = (recordOf: (index: number) => object, count = SIZE) =>
	Array.from({ length: count }, (_, index) => recordOf(index));

describe('a page that comes again ends the reading, though its records', () => {
	test.each<[string, (index: number, page: number) => object]>([
		[
			'tell when they were served, and have their id under another name',
			(index, page) => ({ contactId: `c${index}`, servedAt: page }),
		],
		['have a score that changes', (index, page) => ({ user_id: index, score: page / 7 })],
		[
			'have an id of one location beside their own',
			(index, page) => ({ locationId: 'x', uuid: `u${index}`, at: page }),
		],
		['have a key', (index, page) => ({ key: `k${index}`, at: `2026-01-01T00:00:${page}Z` })],
		[
			'have no id at all',
			(index, page) => ({ name: `Name ${index}`, at: `2026-01-01T00:00:${page + 10}Z`, page }),
		],
		['have an id', (index, page) => ({ id: index, page })],
	])('%s', (_, recordOf) => {
		expect(pagesRead((page) => records((index) => recordOf(index, page)))).toBe(3);
	});

	test('are new, but for most of them', () => {
		expect(
			pagesRead((page) => records((index) => ({ id: index === 0 ? `new ${page}` : index }))),
		).toBeLessThan(8);
	});
});

describe('all pages are read', () => {
	/** 25 full pages and one that is not full. */
	const whole = (recordOf: (number: number) => object, shift = 0) =>
		pagesRead((page) => {
			const first = Math.max(page * SIZE - page * shift, 0);
			return records((index) => recordOf(first + index), page < 25 ? SIZE : 1);
		});

	test.each<[string, (number: number) => object]>([
		['records with ids', (number) => ({ id: number })],
		['records of one location, without ids', (number) => ({ locationId: 'x', name: `Name ${number}` })],
		['records that differ only in numbers', (number) => ({ locationId: 'x', count: number })],
		['records that differ only in times', (number) => ({ at: new Date(number * 1000).toISOString() })],
		[
			'records of which each contact has many',
			(number) => ({ contactId: number % 7, text: `Text ${number}` }),
		],
	])('of %s', (_, recordOf) => expect(whole(recordOf)).toBe(26));

	test('while two records are added between two pages', () => {
		expect(whole((number) => ({ id: number }), 2)).toBe(26);
	});
});
