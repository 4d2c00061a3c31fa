import { changeSpanOf, comparePositions, cursorOf } from '../../../nodes/core/editor/changedSince';
import { firstChanges } from '../../../nodes/core/editor/firstChanges';
import { FirstOf } from '../../../nodes/core/editor/firstOf';

const at = Date.parse('2026-03-01T12:00:00.000Z');

describe('positions', () => {
	test('are in the order of the times, then of the IDs, whether these are numbers or not', () => {
		const positions = [
			{ at, id: '' },
			{ at, id: '9' },
			{ at, id: '10' },
			{ at, id: 'a9' },
			{ at, id: 'b1' },
			{ at: at + 1, id: '1' },
		];
		expect([...positions].reverse().sort(comparePositions)).toEqual(positions);
		expect(comparePositions({ at, id: '7' }, { at, id: '7' })).toBe(0);
	});

	test('become cursors and come back, with IDs of any form', () => {
		for (const id of ['1854784', 'ocQHyuzHvysMo5N5VsXc', 'with_under_scores', 'a b']) {
			expect(changeSpanOf({ cursor: cursorOf({ at, id }) }, 'utc').after).toEqual({ at, id });
		}
	});
});

describe('a span', () => {
	test('without anything is all changes', () => {
		expect(changeSpanOf({ changedAfter: '', cursor: null }, 'utc')).toEqual({
			after: { at: 0, id: '' },
			before: Infinity,
		});
	});

	test('begins at the later of date and cursor, in the time zone of the workflow', () => {
		const cursor = cursorOf({ at, id: '7' });
		const afterOf = (changedAfter: string) => changeSpanOf({ changedAfter, cursor }, 'Europe/Berlin').after;
		expect(afterOf('2026-03-01T13:00:00')).toEqual({ at, id: '7' });
		expect(afterOf('2026-03-01T13:00:01')).toEqual({ at: at + 1000, id: '' });
	});
});

describe('the first of many', () => {
	test('are kept in order, and never many more of them', () => {
		const first = new FirstOf<number>(3, (a, b) => a - b);
		for (let number = 5_000; number > 0; number--) first.add(number);
		expect(first.all()).toEqual([1, 2, 3]);
		for (let number = 2_000; number > 0; number--) {
			first.add(number);
			const { kept } = first as unknown as { kept: number[] };
			expect(kept.length).toBeLessThanOrEqual(1_003);
		}
	});

	test('are all where there is no limit', () => {
		const all = new FirstOf<number>(Infinity, (a, b) => a - b);
		for (let number = 3_000; number > 0; number--) all.add(number);
		expect(all.all()).toHaveLength(3_000);
	});
});

describe('the first changes of 100,000 records', () => {
	/** In pages of 100, and how many pages were asked for. */
	async function read(atOf: (place: number) => number, after = { at: 0, id: '' }) {
		let pages = 0;
		async function* source() {
			for (let place = 0; place < 100_000; place += 100) {
				pages += 1;
				yield Array.from({ length: 100 }, (_, index) => ({ id: place + index, at: atOf(place + index) }));
			}
		}
		const changes = await firstChanges(source(), {
			after,
			endAt: () => 90_000,
			limit: 500,
			positionOf: (record) => ({ at: record.at, id: String(record.id) }),
			outOfOrder: () => new Error('out of order'),
		});
		return { ids: changes.map(({ position }) => position.id), pages };
	}
	const numbers = (from: number) => Array.from({ length: 500 }, (_, index) => String(from + index));

	test('take no more pages than these, and the one that shows that their last moment is over', async () => {
		expect(await read((place) => place + 1)).toEqual({ ids: numbers(0), pages: 6 });
		const after = { at: 40_001, id: '40000' };
		expect((await read((place) => Math.max(place + 1, 40_001), after)).ids).toEqual(numbers(40_001));
	});

	test('are the first by ID where all changed at the same moment', async () => {
		expect(await read(() => 7)).toEqual({ ids: numbers(0), pages: 1_000 });
		expect((await read(() => 7, { at: 7, id: '99000' })).ids).toEqual(numbers(99_001));
	});

	test('end where the span ends', async () => {
		const { ids, pages } = await read((place) => place + 89_800);
		expect({ last: ids[ids.length - 1], pages }).toEqual({ last: '199', pages: 3 });
	});
});
