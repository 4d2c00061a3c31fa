import type { HighLevelClient } from '../../nodes/GoHighLevel/api/client';
import { listFreeSlots } from '../../nodes/GoHighLevel/api/records/freeSlots';

const QUERY = { calendarId: 'CAL1', fromMs: 0, toMs: 1_000, timezone: 'UTC' };

test('days come in order, and what HighLevel says beside them is no slot', async () => {
	const answer = {
		traceId: 't1',
		'2099-03-03': { slots: ['2099-03-03T09:00:00+00:00'] },
		'2099-03-02': { slots: ['2099-03-02T09:00:00+00:00', '2099-03-02T09:30:00+00:00'] },
		'2099-03-04': {},
		'2099-03-05': null,
	};
	const api = { get: async () => answer } as unknown as HighLevelClient;

	expect(await listFreeSlots(api, QUERY)).toEqual([
		{ startTime: '2099-03-02T09:00:00+00:00', date: '2099-03-02' },
		{ startTime: '2099-03-02T09:30:00+00:00', date: '2099-03-02' },
		{ startTime: '2099-03-03T09:00:00+00:00', date: '2099-03-03' },
	]);
});
