import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { MONDAY, NEW_YORK, stored, VIEWING } from './bookings';

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	contactId = storeContact(sandbox, { firstName: 'Ada', lastName: 'King' });
});
afterAll(async () => await sandbox.close());

const item = () => ({ items: [{ contactId }] });
const sent = () => sandbox.requests.at(-1)?.body as Record<string, unknown>;

test('a viewing is booked with one request, and comes out with its id and its times in the zone of the location', async () => {
	const [appointment] = await succeed(sandbox, 'appointment.create', { ...item(), parameters: VIEWING });

	expect(appointment).toMatchObject({
		id: stored(sandbox)[0]?.id,
		calendarId: DEMO.calendars.viewings,
		contactId,
		title: 'Ada King',
		appointmentStatus: 'confirmed',
		assignedUserId: DEMO.users.ben,
		startTime: `${MONDAY}T10:00:00-05:00`,
		endTime: `${MONDAY}T10:30:00-05:00`,
	});
	expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
		'POST /calendars/events/appointments',
	]);
	expect(sent()).toEqual({
		locationId: DEMO.locationId,
		calendarId: DEMO.calendars.viewings,
		contactId,
		startTime: `${MONDAY}T10:00:00-05:00`,
	});
});

describe('a time goes to HighLevel with its offset, and means the moment that the operator meant', () => {
	test.each<[given: string, timezone: string, startTime: string]>([
		['2099-03-02T10:00:00', NEW_YORK, '2099-03-02T10:00:00-05:00'],
		['2099-07-06T10:00:00', NEW_YORK, '2099-07-06T10:00:00-04:00'],
		['2099-03-02T16:00:00', 'Europe/Berlin', '2099-03-02T16:00:00+01:00'],
		['2099-03-02T20:30:00', 'Asia/Kolkata', '2099-03-02T20:30:00+05:30'],
		['2099-03-02T15:00:00', 'UTC', '2099-03-02T15:00:00+00:00'],
		['2099-03-02 10:00', NEW_YORK, '2099-03-02T10:00:00-05:00'],
		['2099-03-02T15:00:00Z', NEW_YORK, '2099-03-02T15:00:00+00:00'],
		['2099-03-02T16:00:00+01:00', NEW_YORK, '2099-03-02T16:00:00+01:00'],
		['2099-03-02T10:00:00.400-05:00', 'UTC', '2099-03-02T10:00:00-05:00'],
		["={{ DateTime.fromISO('2099-03-02T10:00:00') }}", NEW_YORK, '2099-03-02T10:00:00-05:00'],
		["={{ new Date('2099-03-02T15:00:00Z') }}", NEW_YORK, '2099-03-02T10:00:00-05:00'],
	])('%s in %s', async (given, timezone, startTime) => {
		await succeed(sandbox, 'appointment.create', {
			...item(),
			parameters: { ...VIEWING, startTime: given },
			timezone,
		});

		expect(sent().startTime).toBe(startTime);
		expect(Date.parse(String(stored(sandbox)[0]?.startTime))).toBe(Date.parse(startTime));
	});
});

describe('each field arrives under the API name', () => {
	test.each<[field: string, given: unknown, sentAs: unknown]>([
		['title', ' First viewing ', 'First viewing'],
		['appointmentStatus', 'new', 'new'],
		['assignedUserId', byId(DEMO.users.ben), DEMO.users.ben],
		['address', '3 Pier Street', '3 Pier Street'],
		['description', 'The house', 'The house'],
		['endTime', '2099-03-02T11:00:00', '2099-03-02T11:00:00-05:00'],
		['meetingLocationType', 'ms_teams', 'ms_teams'],
		['meetingLocationId', 'custom_0', 'custom_0'],
		['overrideLocationConfig', true, true],
		['overrideLocationConfig', false, false],
	])('%s: %j', async (field, given, sentAs) => {
		await succeed(sandbox, 'appointment.create', {
			...item(),
			parameters: { ...VIEWING, additionalFields: { [field]: given as string } },
			timezone: NEW_YORK,
		});

		expect(sent()[field]).toEqual(sentAs);
		expect(Object.keys(sent()).sort()).toEqual(
			['calendarId', 'contactId', 'locationId', 'startTime', field].sort(),
		);
	});
});

test('fields that are empty in the incoming data are not sent at all', async () => {
	await succeed(sandbox, 'appointment.create', {
		items: [{ contactId, blank: ' ', nothing: null }],
		parameters: {
			...VIEWING,
			additionalFields: {
				title: '={{ $json.blank }}',
				address: '={{ $json.nothing }}',
				assignedUserId: byId(''),
				endTime: '={{ $json.missing }}',
				rrule: '',
			},
			options: { toNotify: '={{ $json.missing }}' },
		},
	});

	expect(Object.keys(sent()).sort()).toEqual(['calendarId', 'contactId', 'locationId', 'startTime']);
});

test('without automations, HighLevel is asked to send nothing', async () => {
	await succeed(sandbox, 'appointment.create', {
		...item(),
		parameters: { ...VIEWING, options: { toNotify: false } },
	});

	expect(sent().toNotify).toBe(false);
});

describe('a time that is not free', () => {
	beforeEach(() => {
		sandbox.state.addAppointment({
			contactId: storeContact(sandbox),
			startTime: `${MONDAY}T15:00:00.000Z`,
			users: [DEMO.users.ben],
		});
	});

	test('is refused by HighLevel, and the operator reads how to find a free one', async () => {
		const error = await fail(sandbox, 'appointment.create', { ...item(), parameters: VIEWING });

		expect(error.message).toBe(
			'HighLevel refused the data: The slot you have selected is no longer available.',
		);
		expect(error.description).toContain('Choose a time that Get Free Slots puts out');
		expect(stored(sandbox)).toHaveLength(1);
	});

	test('is taken in spite of it where the operator says so', async () => {
		await succeed(sandbox, 'appointment.create', {
			...item(),
			parameters: { ...VIEWING, options: { ignoreFreeSlotValidation: true } },
		});

		expect(stored(sandbox)).toHaveLength(2);
	});
});

test('of people who want the same slot, the one who comes first gets it, however long that takes', async () => {
	sandbox.faults.add({ kind: 'slow', delayMs: 200, times: 1, method: 'POST' });
	const people = Array.from({ length: 8 }, () => ({ contactId: storeContact(sandbox) }));
	const run = await runOperation(sandbox, 'appointment.create', {
		items: people,
		parameters: VIEWING,
		onError: 'continueErrorOutput',
	});

	expect(run.items.map(({ json }) => json.contactId)).toEqual([people[0]?.contactId]);
	expect(run.errorItems.map(({ json }) => json.contactId)).toEqual(
		people.slice(1).map((person) => person.contactId),
	);
});

test('many bookings come out in the order of the items, each linked to its own', async () => {
	const items = Array.from({ length: 16 }, (_, index) => ({
		contactId: storeContact(sandbox),
		at: new Date(Date.parse(`${MONDAY}T14:00:00Z`) + index * 1_800_000).toISOString(),
	}));
	const run = await runOperation(sandbox, 'appointment.create', {
		items,
		parameters: { ...VIEWING, startTime: '={{ $json.at }}' },
	});

	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json, pairedItem }) => [json.contactId, pairedItem])).toEqual(
		items.map((person, index) => [person.contactId, { item: index }]),
	);
	expect(run.items.map(({ json }) => Date.parse(String(json.startTime)))).toEqual(
		items.map(({ at }) => Date.parse(at)),
	);
});

describe('a recurrence rule', () => {
	const rrule = 'RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=5';

	test('is refused where HighLevel would leave it out in silence; nothing is sent', async () => {
		const error = await fail(sandbox, 'appointment.create', {
			...item(),
			parameters: { ...VIEWING, additionalFields: { rrule } },
		});

		expect(error.message).toBe('HighLevel repeats an appointment only where free slots do not matter');
		expect(error.description).toContain('Ignore Free Slot Validation');
		expect(error.details.field).toBe('rrule');
		expect(sandbox.requests).toEqual([]);
	});

	test('repeats the appointment with the option that it needs', async () => {
		const [appointment] = await succeed(sandbox, 'appointment.create', {
			...item(),
			parameters: {
				...VIEWING,
				additionalFields: { rrule },
				options: { ignoreFreeSlotValidation: true },
			},
		});

		expect(appointment).toMatchObject({ isRecurring: true, rrule });
	});
});

describe("what HighLevel refuses of the calendar's team is passed on with what to do", () => {
	const consultation = { ...VIEWING, calendarId: byId(DEMO.calendars.consultations) };

	test.each<[what: string, parameters: object, message: string]>([
		[
			'somebody who is not in the team',
			{ additionalFields: { assignedUserId: byId(DEMO.users.amelia) } },
			'The user id not part of calendar team.',
		],
		[
			'nobody, where a time is booked in spite of what is free',
			{ calendarId: consultation.calendarId, options: { ignoreFreeSlotValidation: true } },
			'A team member needs to be selected. assignedUserId is missing',
		],
	])('%s', async (_, parameters, message) => {
		const error = await fail(sandbox, 'appointment.create', {
			...item(),
			parameters: { ...VIEWING, ...parameters },
		});

		expect(error.message).toBe(`HighLevel refused the data: ${message}`);
		expect(error.description).toContain('under "Assigned User"');
		expect(stored(sandbox)).toEqual([]);
	});
});

test('a start that is empty in the incoming data is named, and nothing is sent', async () => {
	const error = await fail(sandbox, 'appointment.create', {
		...item(),
		parameters: { ...VIEWING, startTime: '={{ $json.missing }}' },
	});

	expect(error.message).toBe('"Start Time" is empty');
	expect(requestsOf(sandbox, 'POST')).toEqual([]);
});
