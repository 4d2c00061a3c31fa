import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { askSlots, at, dayRange, MONDAY, mondaySlots, tokenWith } from './calendarSupport';
import { create, DEMO, start } from './support';

const { viewings, consultations, otherLocationCalendar } = DEMO.calendars;
const { amelia, ben, chloe } = DEMO.users;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { email: 'a@x.example' });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => sandbox.close());

/** Stores an appointment on the Monday, whatever the API would say. */
const add = (from: string, to: string, more: Record<string, unknown> = {}) =>
	sandbox.state.addAppointment({
		contactId,
		startTime: new Date(at(from)).toISOString(),
		endTime: new Date(at(to)).toISOString(),
		assignedUserId: ben,
		...more,
	});

/** Lets the sandbox believe that it is another time. */
const itIs = (time: string) => vi.spyOn(Date, 'now').mockReturnValue(Date.parse(time));

const HALF_HOURS = [9, 10, 11, 12, 13, 14, 15, 16].flatMap((hour) => {
	const padded = String(hour).padStart(2, '0');
	return [`${padded}:00`, `${padded}:30`];
});

describe.each(['2021-04-15', 'v3'])('free slots under %s', (version) => {
	test('are the half hours between nine and five in the time of the location, by day', async () => {
		const { status, body } = await askSlots(sandbox, dayRange(MONDAY, 7), viewings, { version });
		expect(status).toBe(200);
		expect(Object.keys(body)).toEqual(['05', '06', '07', '08', '09'].map((day) => `2040-03-${day}`));
		expect(body[MONDAY]).toEqual({ slots: HALF_HOURS.map((time) => `${MONDAY}T${time}:00-05:00`) });
	});
});

describe('the time zone', () => {
	test('that is asked for gives the offsets and the days', async () => {
		const query = { ...dayRange(MONDAY), timezone: 'Asia/Kolkata' };
		const { body } = await askSlots(sandbox, query);
		expect(Object.keys(body)).toEqual([MONDAY, '2040-03-06']);
		expect(body[MONDAY].slots.slice(0, 2)).toEqual([
			'2040-03-05T19:30:00+05:30',
			'2040-03-05T20:00:00+05:30',
		]);
		expect(body['2040-03-06'].slots[0]).toBe('2040-03-06T00:00:00+05:30');
		expect(body[MONDAY].slots).toHaveLength(9);
		expect(body['2040-03-06'].slots).toHaveLength(7);
	});

	test('of the location moves its clock, but not the opening hours', async () => {
		// New York changes to summer time on Sunday, 11 March 2040.
		const { body } = await askSlots(sandbox, dayRange('2040-03-09', 4));
		expect(body['2040-03-09'].slots[0]).toBe('2040-03-09T09:00:00-05:00');
		expect(body['2040-03-12'].slots[0]).toBe('2040-03-12T09:00:00-04:00');
		expect(body['2040-03-12'].slots).toHaveLength(16);
	});
});

test('begin at nine also on the day on which the clock moves, if a calendar is open on Sundays', async () => {
	const calendar = sandbox.state.calendars.get(viewings);
	if (!calendar) throw new Error('There is no such calendar');
	const openHours = calendar.openHours.map((hours) => ({ ...hours, daysOfTheWeek: [0] }));
	sandbox.state.calendars.set(viewings, { ...calendar, openHours });
	const { body } = await askSlots(sandbox, dayRange(MONDAY, 7));
	expect(Object.keys(body)).toEqual(['2040-03-11']);
	expect(body['2040-03-11'].slots[0]).toBe('2040-03-11T09:00:00-04:00');
	expect(body['2040-03-11'].slots).toHaveLength(16);
});

describe('what is not free', () => {
	test('is the time of an appointment, down to its last minute', async () => {
		add('10:00', '10:30');
		add('14:15', '15:01');
		const taken = ['10:00', '14:00', '14:30', '15:00'];
		expect(await mondaySlots(sandbox)).toEqual(HALF_HOURS.filter((time) => !taken.includes(time)));
	});

	test.each(['cancelled', 'invalid'])(
		'is not that of an appointment that is %s',
		async (appointmentStatus) => {
			add('10:00', '10:30', { appointmentStatus });
			expect(await mondaySlots(sandbox)).toEqual(HALF_HOURS);
		},
	);

	test('is the time that the person has given away in another calendar', async () => {
		add('09:00', '16:30', { calendarId: consultations });
		expect(await mondaySlots(sandbox)).toEqual(['16:30']);
	});

	test('is not the time of somebody else in another calendar', async () => {
		add('09:00', '17:00', { calendarId: consultations, assignedUserId: amelia });
		expect(await mondaySlots(sandbox)).toEqual(HALF_HOURS);
	});

	test('is the time of an appointment that nobody of the team has', async () => {
		add('09:00', '16:30', { assignedUserId: null });
		expect(await mondaySlots(sandbox)).toEqual(['16:30']);
	});

	test('is everything in a draft', async () => {
		const calendar = sandbox.state.calendars.get(viewings);
		if (!calendar) throw new Error('There is no such calendar');
		sandbox.state.calendars.set(viewings, { ...calendar, isActive: false });
		expect(await mondaySlots(sandbox)).toEqual([]);
	});

	test('is what is over', async () => {
		itIs(at('15:10'));
		expect(await mondaySlots(sandbox)).toEqual(['15:30', '16:00', '16:30']);
	});

	test('is what lies before the scheduling notice, or beyond the bookable time', async () => {
		// Consultations want a day's notice and are booked two months ahead.
		itIs('2040-03-04T15:10:00-05:00');
		expect(await mondaySlots(sandbox, consultations)).toEqual(['15:30', '16:00', '16:30']);
		itIs('2040-01-05T12:00:00-05:00');
		expect(await mondaySlots(sandbox, consultations)).toEqual(HALF_HOURS.filter((time) => time <= '12:00'));
		itIs('2040-01-04T12:00:00-05:00');
		expect(await mondaySlots(sandbox, consultations)).toEqual([]);
	});
});

describe('a team', () => {
	beforeEach(() => itIs('2040-03-01T12:00:00-05:00'));

	test('has a free slot as long as one of them is free', async () => {
		const busy = { calendarId: consultations, assignedUserId: amelia };
		add('09:00', '10:00', busy);
		expect(await mondaySlots(sandbox, consultations)).toContain('09:00');
		add('09:00', '09:30', { ...busy, assignedUserId: chloe });
		const slots = await mondaySlots(sandbox, consultations);
		expect(slots).not.toContain('09:00');
		expect(slots).toContain('09:30');
	});

	test.each([
		[{ userId: amelia }, '10:00'],
		[{ userId: chloe }, '09:00'],
		[{ userIds: amelia }, '10:00'],
		[{ 'userIds[]': amelia }, '10:00'],
	])('can be asked for by %j', async (query, first) => {
		add('09:00', '10:00', { calendarId: consultations, assignedUserId: amelia });
		expect((await mondaySlots(sandbox, consultations, query))[0]).toBe(first);
	});

	test.each(['userIds', 'userIds[]'])('can be asked for by several %s', async (name) => {
		add('09:00', '10:00', { calendarId: consultations, assignedUserId: amelia });
		const { startDate, endDate } = dayRange(MONDAY);
		const path = `?startDate=${startDate}&endDate=${endDate}&${name}=${amelia}&${name}=${chloe}`;
		const response = await fetch(`${sandbox.url}/calendars/${consultations}/free-slots${path}`, {
			headers: { Authorization: `Bearer ${DEMO.token}`, Version: '2021-04-15' },
		});
		expect(await response.json()).toMatchObject({
			[MONDAY]: { slots: expect.arrayContaining([`${MONDAY}T09:00:00-05:00`]) },
		});
	});

	test('has no free slots with somebody who is not in it', async () => {
		const { status, body } = await askSlots(sandbox, { ...dayRange(MONDAY), userId: ben }, consultations);
		expect(status).toBe(200);
		expect(body).toEqual({});
	});
});

describe('the range', () => {
	test('may begin and end within a day', async () => {
		const range = { startDate: Date.parse(at('09:10')), endDate: Date.parse(at('10:30')) };
		const { body } = await askSlots(sandbox, range);
		expect(body[MONDAY].slots).toEqual(
			['09:30', '10:00', '10:30'].map((time) => `${MONDAY}T${time}:00-05:00`),
		);
	});

	test('may be 31 days long, and no longer', async () => {
		const { startDate } = dayRange('2040-01-01');
		const limit = startDate + 31 * 86_400_000;
		expect((await askSlots(sandbox, { startDate, endDate: limit })).status).toBe(200);
		const { status, body } = await askSlots(sandbox, { startDate, endDate: limit + 1 });
		expect(status).toBe(400);
		expect(body.message).toBe('Date range cannot be more than 31 days');
	});

	test('may be 31 days long over the end of summer time', async () => {
		const startDate = Date.parse('2040-10-15T00:00:00-04:00');
		const endDate = Date.parse('2040-11-15T00:00:00-05:00');
		expect((await askSlots(sandbox, { startDate, endDate })).status).toBe(200);
		expect((await askSlots(sandbox, { startDate, endDate, timezone: 'Asia/Tokyo' })).status).toBe(400);
	});

	test('does not end before it begins', async () => {
		const { startDate, endDate } = dayRange(MONDAY);
		const { status, body } = await askSlots(sandbox, { startDate: endDate, endDate: startDate });
		expect(status).toBe(400);
		expect(body.message).toBe('endDate must not be before startDate');
	});
});

describe('refused', () => {
	const NO_NUMBER = 'must be a number conforming to the specified constraints';

	test.each([
		[{ startDate: '2040-03-05T00:00:00Z' }, `startDate ${NO_NUMBER}`],
		[{ endDate: MONDAY }, `endDate ${NO_NUMBER}`],
		[{ timezone: 'Mars/Olympus' }, 'timezone must be a valid IANA time-zone'],
		[{ locationId: DEMO.locationId }, 'property locationId should not exist'],
	])('%j with 422', async (query, message) => {
		const { status, body } = await askSlots(sandbox, { ...dayRange(MONDAY), ...query });
		expect(status).toBe(422);
		expect(body.message).toEqual([message]);
	});

	test('a request without times with 422', async () => {
		const { status, body } = await askSlots(sandbox, {});
		expect(status).toBe(422);
		expect(body.message).toEqual([
			'startDate should not be empty',
			`startDate ${NO_NUMBER}`,
			'endDate should not be empty',
			`endDate ${NO_NUMBER}`,
		]);
	});

	test.each([
		['nothing', 400],
		[otherLocationCalendar, 403],
	])('the calendar %s with %i', async (calendarId, status) => {
		expect((await askSlots(sandbox, dayRange(MONDAY), calendarId)).status).toBe(status);
	});

	test('a token without the scope with 401', async () => {
		const token = await tokenWith(sandbox, 'calendars/events.readonly');
		expect((await askSlots(sandbox, dayRange(MONDAY), viewings, { token })).status).toBe(401);
	});
});
