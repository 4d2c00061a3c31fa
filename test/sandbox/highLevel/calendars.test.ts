import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { tokenWith } from './calendarSupport';
import { call, DEMO, locationId, start } from './support';

const { viewings, consultations, otherLocationCalendar } = DEMO.calendars;
const list = `/calendars/?locationId=${locationId}`;

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const get = (path: string, version = '2021-04-15') => call(sandbox, 'GET', path, undefined, { version });
const ids = async (path: string) => {
	const { status, body } = await get(path);
	expect(status).toBe(200);
	return body.calendars.map(({ id }: { id: string }) => id);
};

function turnIntoDraft(id: string): void {
	const calendar = sandbox.state.calendars.get(id);
	if (!calendar) throw new Error(`There is no calendar ${id}`);
	sandbox.state.calendars.set(id, { ...calendar, isActive: false });
}

describe.each(['2021-04-15', 'v3'])('calendars under %s', (version) => {
	test('tell their team, the length of a slot and when they are open', async () => {
		const { status, body } = await get(`/calendars/${viewings}`, version);
		expect(status).toBe(200);
		expect(body.calendar).toMatchObject({
			id: viewings,
			locationId,
			groupId: DEMO.calendarGroups.showings,
			name: 'Property viewings',
			isActive: true,
			calendarType: 'personal',
			teamMembers: [{ userId: DEMO.users.ben, isPrimary: true }],
			slotDuration: 30,
			slotDurationUnit: 'mins',
			openHours: [
				{
					daysOfTheWeek: [1, 2, 3, 4, 5],
					hours: [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 0 }],
				},
			],
		});
		expect(body.calendar).not.toHaveProperty('allowBookingFor');
	});

	test('are listed as they are read one by one', async () => {
		const { body } = await get(list, version);
		const one = await get(`/calendars/${consultations}`, version);
		expect(body.calendars).toHaveLength(2);
		expect(body.calendars[1]).toEqual(one.body.calendar);
		expect(one.body.calendar).toMatchObject({
			calendarType: 'round_robin',
			allowBookingAfter: 1,
			allowBookingAfterUnit: 'days',
			allowBookingFor: 2,
			allowBookingForUnit: 'months',
		});
	});
});

describe('the list of calendars', () => {
	test('has those of the location only', async () => {
		expect(await ids(list)).toEqual([viewings, consultations]);
		const { body } = await call(sandbox, 'GET', `/calendars/?locationId=${DEMO.otherLocationId}`, undefined, {
			token: DEMO.otherLocationToken,
		});
		expect(body.calendars).toMatchObject([{ id: otherLocationCalendar }]);
	});

	test('can be that of a group', async () => {
		expect(await ids(`${list}&groupId=${DEMO.calendarGroups.showings}`)).toEqual([viewings]);
		expect(await ids(`${list}&groupId=nothing`)).toEqual([]);
	});

	test('has drafts unless they are not wanted', async () => {
		turnIntoDraft(viewings);
		expect((await ids(list)).sort()).toEqual([viewings, consultations].sort());
		expect(await ids(`${list}&showDrafted=false`)).toEqual([consultations]);
	});
});

describe('refused', () => {
	test.each([
		['a calendar that does not exist', '/calendars/nothing', 400, 'Calendar with id nothing not found'],
		[
			"another location's calendar",
			`/calendars/${otherLocationCalendar}`,
			403,
			'The token does not have access to this location.',
		],
		[
			'the list of another location',
			`/calendars/?locationId=${DEMO.otherLocationId}`,
			403,
			'The token does not have access to this location.',
		],
		['the list of no location', '/calendars/', 403, 'The token does not have access to this location.'],
		['a parameter that is not documented', `${list}&limit=5`, 422, ['property limit should not exist']],
		['a flag that is none', `${list}&showDrafted=perhaps`, 422, ['showDrafted must be a boolean value']],
	])('%s', async (_case, path, status, message) => {
		const answer = await get(path);
		expect(answer.status).toBe(status);
		expect(answer.body.message).toEqual(message);
	});

	test.each([list, `/calendars/${viewings}`])('%s without the scope', async (path) => {
		const token = await tokenWith(sandbox, 'calendars/events.readonly');
		const { status, body } = await call(sandbox, 'GET', path, undefined, { token });
		expect(status).toBe(401);
		expect(body.message).toBe('The token is not authorized for this scope.');
	});
});
