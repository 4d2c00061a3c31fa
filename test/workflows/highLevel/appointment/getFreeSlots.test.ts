import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { storeContact } from '../../../support/sandboxRuns';
import { MONDAY, NEW_YORK } from './bookings';

const DAY_MS = 86_400_000;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const viewings = { calendarId: byId(DEMO.calendars.viewings) };

async function slots(parameters: IDataObject, timezone = NEW_YORK): Promise<IDataObject[]> {
	return await succeed(sandbox, 'appointment.getFreeSlots', {
		parameters: { ...viewings, ...parameters },
		timezone,
	});
}

const spans = () =>
	sandbox.requests.map(({ query }) => [Number(query.startDate), Number(query.endDate)] as const);

test('every slot is an item with its start and its day, and nothing else', async () => {
	const found = await slots({ startDate: MONDAY, endDate: MONDAY });

	expect(found).toHaveLength(16);
	expect(found[0]).toEqual({ startTime: `${MONDAY}T09:00:00-05:00`, date: MONDAY });
	expect(found[15]).toEqual({ startTime: `${MONDAY}T16:30:00-05:00`, date: MONDAY });
	expect(sandbox.requests).toHaveLength(1);
});

test('a slot that comes out can be booked as it is, and is not free any more', async () => {
	const [first] = await slots({ startDate: MONDAY, endDate: MONDAY });
	await succeed(sandbox, 'appointment.create', {
		parameters: {
			...viewings,
			contactId: byId(storeContact(sandbox)),
			startTime: first?.startTime as string,
		},
	});
	const left = await slots({ startDate: MONDAY, endDate: MONDAY });

	expect(left.map(({ startTime }) => startTime)).not.toContain(first?.startTime);
	expect(left).toHaveLength(15);
});

test.each<[what: string, options: IDataObject, timezone: string, first: IDataObject]>([
	['the workflow', {}, 'Europe/Berlin', { startTime: '2099-03-02T15:00:00+01:00', date: '2099-03-02' }],
	[
		'the operator’s choice',
		{ timezone: 'Asia/Tokyo' },
		'Europe/Berlin',
		{ startTime: '2099-03-02T23:00:00+09:00', date: '2099-03-02' },
	],
])('slots are written in the time zone of %s', async (_, options, timezone, first) => {
	const [slot] = await slots({ startDate: MONDAY, endDate: MONDAY, options }, timezone);

	expect(slot).toEqual(first);
});

test('only the time between From and To is looked at', async () => {
	const found = await slots({ startDate: `${MONDAY}T10:00:00`, endDate: `${MONDAY}T11:00:00` });

	expect(found.map(({ startTime }) => String(startTime).slice(11, 16))).toEqual(['10:00', '10:30', '11:00']);
});

describe('a time longer than HighLevel answers at once', () => {
	test('is asked for piece by piece, and every slot comes out once, in order', async () => {
		const found = await slots({ startDate: '2099-01-01', endDate: '2099-04-30' });
		const times = found.map(({ startTime }) => Date.parse(String(startTime)));

		// 86 weekdays, of 16 slots each.
		expect(found).toHaveLength(86 * 16);
		expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
		expect(spans()).toHaveLength(4);
		for (const [from, to] of spans()) expect(to - from).toBeLessThanOrEqual(31 * DAY_MS);
	});

	test('neither loses nor doubles a slot that begins where one piece ends and the next begins', async () => {
		const found = await slots({ startDate: '2099-01-02T10:00:00', endDate: '2099-02-28' });
		const boundary = Date.parse('2099-02-02T10:00:00-05:00');

		expect(spans().map(([from, to]) => [from === boundary, to === boundary])).toEqual([
			[false, true],
			[true, false],
		]);
		const ofTheDay = await slots({ startDate: '2099-02-02', endDate: '2099-02-02' });
		expect(found.filter(({ date }) => date === '2099-02-02')).toEqual(ofTheDay);
	});

	test.each([
		['2099-03-01', '2099-03-31', NEW_YORK, 1],
		['2099-01-01', '2099-01-31', NEW_YORK, 1],
		['2099-10-01', '2099-10-31', 'Europe/Berlin', 2],
		['2099-01-01', '2099-02-01', 'UTC', 2],
	])('%s to %s in %s takes as few requests as it can', async (startDate, endDate, timezone, count) => {
		await slots({ startDate, endDate }, timezone);

		expect(sandbox.requests.map(({ status }) => status)).toEqual(new Array(count).fill(200));
	});
});

test('of a team, only the slots of the chosen users come out', async () => {
	const { amelia, chloe } = DEMO.users;
	const team = sandbox.state.calendars.get(DEMO.calendars.consultations);
	if (!team) throw new Error('The seed has no team');
	sandbox.state.calendars.set(team.id, { ...team, allowBookingFor: null });
	sandbox.state.addAppointment({
		contactId: storeContact(sandbox),
		startTime: `${MONDAY}T14:00:00.000Z`,
		users: [chloe],
	});
	const ofTeam = async (userIds: unknown) =>
		(
			await slots({
				calendarId: byId(team.id),
				startDate: `${MONDAY}T09:00:00`,
				endDate: `${MONDAY}T09:30:00`,
				filters: { userIds } as IDataObject,
			})
		).map(({ startTime }) => String(startTime).slice(11, 16));

	expect(await ofTeam([])).toEqual(['09:00', '09:30']);
	expect(await ofTeam([chloe])).toEqual(['09:30']);
	expect(await ofTeam([amelia, chloe])).toEqual(['09:00', '09:30']);
	expect(await ofTeam(`={{ "${chloe}" }}`)).toEqual(['09:30']);
});

test('a time without a free slot gives no item and no error; the other items are not touched by it', async () => {
	const run = await runOperation(sandbox, 'appointment.getFreeSlots', {
		// The first is a Sunday.
		items: [{ day: '2099-03-01' }, { day: MONDAY }],
		parameters: { ...viewings, startDate: '={{ $json.day }}', endDate: '={{ $json.day }}' },
		timezone: NEW_YORK,
	});

	expect(run.error).toBeUndefined();
	expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(new Array(16).fill({ item: 1 }));
});

test.each<[what: string, parameters: IDataObject, message: string]>([
	['an end before the beginning', { endDate: '2099-03-01' }, '"To" is before "From"'],
	['a zone that is none', { options: { timezone: 'Home' } }, '"Time Zone" is not a time zone: Home'],
])('%s is told before anything is sent', async (_, parameters, message) => {
	const error = await fail(sandbox, 'appointment.getFreeSlots', {
		parameters: { ...viewings, startDate: MONDAY, endDate: MONDAY, ...parameters },
	});

	expect(error.message).toBe(message);
	expect(sandbox.requests).toEqual([]);
});
