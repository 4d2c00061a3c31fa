import type { HighLevelClient } from '../../../nodes/GoHighLevel/api/client';
import { listFreeSlots } from '../../../nodes/GoHighLevel/api/records/freeSlots';

const QUERY = { calendarId: 'CAL1', fromMs: 0, toMs: 1_000, timezone: 'UTC' };

test('days come in order, and what HighLevel says beside them is no slot', async () => {
	const answer = {
		traceId: 't1',
		'2099-03-03': { slots: ['2099-03-03T09:00:00+00:00'] },
		'2099-03-02': { slots: ['2099-03-02T09:00:00+00:00', '2099-03-02T09:30:00+00:00'] },
		'2099-03-05': null,
	};
	const api = { get: async () => answer } as unknown as HighLevelClient;

	expect(await listFreeSlots(api, QUERY)).toEqual([
		{ startTime: '2099-03-02T09:00:00+00:00', date: '2099-03-02' },
		{ startTime: '2099-03-02T09:30:00+00:00', date: '2099-03-02' },
		{ startTime: '2099-03-03T09:00:00+00:00', date: '2099-03-03' },
	]);
});

test.each([
	['null', null],
	['a number', 42],
	['a yes', true],
	['a text', 'none'],
	['a list', ['2099-03-02T09:00:00+00:00']],
	['an object without slots', { times: ['2099-03-02T09:00:00+00:00'] }],
	['slots that are no list', { slots: null }],
	['slots that are no texts', { slots: [null] }],
	['slots that are empty texts', { slots: [''] }],
])('a day that is no day of slots is not taken for one without slots: %s', (what, day) => {
	const answer = { '2099-03-02': day, '2099-03-03': { slots: ['2099-03-03T09:00:00+00:00'] } };
	const known = readingOfSlots(answer) !== undefined;
	expect(known).toBe(what === 'null');
});

/** What `listFreeSlots` finds in an answer. */
function readingOfSlots(answer: unknown): unknown {
	let found: unknown;
	const get = async (_: unknown, reading: (given: unknown) => unknown) => {
		found = reading(answer);
		return {};
	};
	void listFreeSlots({ get } as unknown as HighLevelClient, QUERY);
	return found;
}
