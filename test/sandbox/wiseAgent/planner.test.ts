import type { Sent, Verb, WiseAgentSandbox } from './support';
import { call, start } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start({ empty: false });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const answer = async (verb: Verb, requestType: string, sent: Sent = {}) =>
	(await call(sandbox, verb, requestType, sent)).body;

describe('the calendar', () => {
	const june = { startDate: '06/01/2025 00:00', endDate: '2025-06-30 23:59' };

	test('tells the events of a span of Arizona time, a repeating one as many times as it is', async () => {
		const events = await answer('GET', 'getCalendar', june);
		expect(events.map(({ Subject }: { Subject: string }) => Subject)).toEqual([
			'Team meeting',
			'Team meeting',
			'Viewing',
			'Team meeting',
		]);
		expect(events[2]).toEqual({
			PlannerID: 269_402,
			Subject: 'Viewing',
			Memo: null,
			StartDate: '6/11/2025 1:00:00 PM',
			EndDate: '6/11/2025 2:00:00 PM',
			AllDayEvent: false,
			Completed: false,
			EventColor: '',
			EventIcon: '',
			location: '',
			InsideTeamID: 0,
			Attendees: expect.stringMatching(/^C\d+,C\d+$/),
		});
		const morning = { startDate: '2025-06-02 10:01', endDate: '2025-06-02 23:59' };
		expect(await answer('GET', 'getCalendar', morning)).toEqual([]);
	});

	test.each([
		[{ startDate: '2025-06-01 00:00' }, 'Missing endDate'],
		[{ startDate: 'June', endDate: '2025-06-30 00:00' }, 'Invalid startDate'],
	])('is refused for %j', async (span, error) => {
		expect(await answer('GET', 'getCalendar', span)).toEqual({ error });
	});

	test('takes an event in pieces: date, time of twelve hours, half of the day', async () => {
		const sent = {
			eventName: 'Closing',
			eventStartDate: '2025-06-20',
			eventStartTime: '02:30',
			eventAMPM: 'PM',
			eventEndDate: '2025-06-20',
			eventEndTime: '03:00',
			eventEndAMPM: 'PM',
		};
		expect(await answer('POST', 'addPlannerEvent', sent)).toEqual([{ success: 'true' }]);
		await answer('POST', 'addPlannerEvent', { eventName: 'Holiday', eventStartDate: '2025-06-21' });
		const events = await answer('GET', 'getCalendar', june);
		expect(events.slice(-2)).toMatchObject([
			{ Subject: 'Closing', StartDate: '6/20/2025 2:30:00 PM', EndDate: '6/20/2025 3:00:00 PM' },
			{ Subject: 'Holiday', StartDate: '6/21/2025 12:00:00 AM', AllDayEvent: true },
		]);
	});

	test.each([
		[{ eventStartDate: '2025-06-20' }, 'Missing eventName'],
		[{ eventName: 'x', eventStartDate: '06/20/2025' }, 'Invalid eventStartDate'],
		[{ eventName: 'x', eventStartDate: '2025-06-20', eventEndDate: '2025-06-19' }, 'Invalid eventEndDate'],
	])('does not take %j', async (sent, message) => {
		expect(await answer('POST', 'addPlannerEvent', sent)).toEqual([{ success: 'false', message }]);
	});
});
