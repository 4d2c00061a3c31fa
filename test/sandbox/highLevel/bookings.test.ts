import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { at, book } from './calendarSupport';
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

const itIs = (time: string) => vi.spyOn(Date, 'now').mockReturnValue(Date.parse(time));

async function refusal(fields: Record<string, unknown>, version = '2021-04-15'): Promise<[number, unknown]> {
	const before = sandbox.state.appointments.size;
	const { status, body } = await book(sandbox, contactId, fields, { version });
	expect(sandbox.state.appointments.size).toBe(before);
	return [status, body.message];
}
const NO_SLOT = [400, 'The slot you have selected is no longer available.'];

describe('a time is refused', () => {
	test('that is taken, in whole or in part', async () => {
		await book(sandbox, contactId, { startTime: at('10:00'), endTime: at('11:00') });
		expect(await refusal({ startTime: at('10:00') })).toEqual(NO_SLOT);
		expect(await refusal({ startTime: at('10:30') })).toEqual(NO_SLOT);
		expect(await refusal({ startTime: at('09:30'), endTime: at('10:15') })).toEqual(NO_SLOT);
		expect((await book(sandbox, contactId, { startTime: at('09:30') })).status).toBe(200);
		expect((await book(sandbox, contactId, { startTime: at('11:00') })).status).toBe(200);
	});

	test.each([
		['before the opening', at('08:30')],
		['when the calendar closes', at('17:00')],
		['between two slots', at('09:15')],
		['on a Sunday', '2040-03-04T09:00:00-05:00'],
		['in the past', '2020-03-02T09:00:00-05:00'],
	])('%s', async (_case, startTime) => {
		expect(await refusal({ startTime })).toEqual(NO_SLOT);
		const forced = { startTime, ignoreFreeSlotValidation: true };
		expect((await book(sandbox, contactId, forced)).status).toBe(200);
	});

	test('that comes too soon or too late, unless the date does not matter', async () => {
		const calendarId = consultations;
		itIs('2040-03-04T09:30:00-05:00');
		expect(await refusal({ calendarId, startTime: at('09:00') })).toEqual(NO_SLOT);
		expect((await book(sandbox, contactId, { calendarId, startTime: at('09:30') })).status).toBe(200);
		itIs('2040-01-04T09:30:00-05:00');
		const late = { calendarId, startTime: at('10:00') };
		expect(await refusal(late)).toEqual(NO_SLOT);
		expect((await book(sandbox, contactId, { ...late, ignoreDateRange: true })).status).toBe(200);
	});

	test('outside of the opening hours, also where the date does not matter', async () => {
		expect(await refusal({ startTime: at('08:00'), ignoreDateRange: true })).toEqual(NO_SLOT);
	});

	test('that ends before it begins', async () => {
		const endTime = at('08:00');
		const refused = [400, 'endTime must be after startTime'];
		expect(await refusal({ endTime })).toEqual(refused);
		expect(await refusal({ endTime, ignoreFreeSlotValidation: true })).toEqual(refused);
	});

	test('in a draft', async () => {
		const calendar = sandbox.state.calendars.get(viewings);
		if (!calendar) throw new Error('There is no such calendar');
		sandbox.state.calendars.set(viewings, { ...calendar, isActive: false });
		expect(await refusal({ ignoreFreeSlotValidation: true })).toEqual([400, 'Calendar is inactive']);
	});
});

describe('a round robin', () => {
	const talk = { calendarId: consultations, ignoreDateRange: true };

	test('gives the appointment to somebody who is free, until nobody is', async () => {
		const assigned = async () => (await book(sandbox, contactId, talk)).body.assignedUserId;
		expect([await assigned(), await assigned()]).toEqual([amelia, chloe]);
		expect(await refusal(talk)).toEqual(NO_SLOT);
	});

	test('gives it to whom it is for, or to nobody', async () => {
		const forChloe = { ...talk, assignedUserId: chloe };
		expect((await book(sandbox, contactId, forChloe)).body.assignedUserId).toBe(chloe);
		expect(await refusal(forChloe)).toEqual(NO_SLOT);
		expect(await refusal({ ...talk, assignedUserId: ben })).toEqual([
			422,
			'The user id not part of calendar team.',
		]);
	});

	test('wants to be told whom it is for where free slots do not matter', async () => {
		const forced = { ...talk, ignoreFreeSlotValidation: true };
		expect(await refusal(forced)).toEqual([
			422,
			'A team member needs to be selected. assignedUserId is missing',
		]);
		const { body } = await book(sandbox, contactId, { ...forced, assignedUserId: amelia });
		expect(body.assignedUserId).toBe(amelia);
	});
});

describe('a request is refused', () => {
	const NO_ACCESS = 'The token does not have access to this location.';

	test.each([
		['an unknown calendar', { calendarId: 'nothing' }, 400, 'Calendar with id nothing not found'],
		['an unknown contact', { contactId: 'nobody' }, 400, 'Contact with id nobody not found'],
		["another location's calendar", { calendarId: otherLocationCalendar }, 403, NO_ACCESS],
		['another location', { locationId: DEMO.otherLocationId }, 403, NO_ACCESS],
		['an unknown property', { notes: 'x' }, 422, ['property notes should not exist']],
		[
			'a time without meaning',
			{ startTime: 'soon' },
			422,
			['startTime must be a valid ISO 8601 date string'],
		],
		[
			'an unknown place',
			{ meetingLocationType: 'moon' },
			422,
			['meetingLocationType must be a valid enum value'],
		],
		[
			'an unknown status',
			{ appointmentStatus: 'late' },
			422,
			['appointmentStatus must be a valid enum value'],
		],
	])('for %s', async (_case, fields, status, message) => {
		expect(await refusal(fields)).toEqual([status, message]);
	});

	test("for another location's contact", async () => {
		const { id } = sandbox.state.addContact({ locationId: DEMO.otherLocationId });
		expect(await refusal({ contactId: id })).toEqual([403, NO_ACCESS]);
	});

	test.each(['calendarId', 'contactId', 'startTime', 'locationId'])('without %s', async (name) => {
		const [status, message] = await refusal({ [name]: undefined });
		expect(status).toBe(422);
		expect(message).toEqual([`${name} should not be empty`, `${name} must be a string`]);
	});

	test.each(['completed', 'active'])('with the status %s, but under v3', async (appointmentStatus) => {
		expect((await refusal({ appointmentStatus }))[0]).toBe(422);
		const { status, body } = await book(sandbox, contactId, { appointmentStatus }, { version: 'v3' });
		expect(status).toBe(200);
		expect(body).toMatchObject({ appointmentStatus });
	});
});
