import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { at, book, mondaySlots, tokenWith } from './calendarSupport';
import { call, create, DEMO, locationId, start } from './support';

const { viewings, consultations } = DEMO.calendars;
const { amelia, ben } = DEMO.users;
const UTC_NINE = '2040-03-05T14:00:00.000Z';

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { name: 'Ada King', email: 'a@x.example' });
});
afterAll(() => sandbox.close());

const one = (method: string, id: string, body?: unknown, version = '2021-04-15') =>
	call(sandbox, method, `/calendars/events/appointments/${id}`, body, { version });

/** An appointment of the other location. */
function foreignAppointment(): string {
	const { id } = sandbox.state.addContact({ locationId: DEMO.otherLocationId });
	return sandbox.state.addAppointment({ contactId: id, startTime: UTC_NINE }).id;
}

describe('an appointment', () => {
	test('is booked for a free slot, for its length and for who has the calendar', async () => {
		const { status, body } = await book(sandbox, contactId);
		expect(status).toBe(200);
		expect(body).toEqual({
			id: expect.any(String),
			calendarId: viewings,
			locationId,
			contactId,
			title: 'Ada King',
			appointmentStatus: 'confirmed',
			assignedUserId: ben,
			startTime: at('09:00'),
			endTime: at('09:30'),
			meetingLocationType: 'default',
			isRecurring: false,
		});
		expect(await mondaySlots(sandbox)).not.toContain('09:00');
	});

	test('tells when it was made and changed under v3', async () => {
		const { body } = await book(sandbox, contactId, {}, { version: 'v3' });
		const { body: changed } = await one('PUT', body.id, { title: 'Visit' }, 'v3');
		expect(body.dateAdded).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?-0[45]:00$/);
		expect(changed.dateAdded).toBe(body.dateAdded);
		expect(Date.parse(changed.dateUpdated)).toBeGreaterThan(Date.parse(body.dateUpdated));
	});

	test('keeps what was said of it', async () => {
		const { body } = await book(sandbox, contactId, {
			title: 'First visit',
			description: 'Bring the keys',
			address: '3 Pier Street',
			appointmentStatus: 'new',
			startTime: UTC_NINE,
			endTime: at('10:45'),
			toNotify: false,
		});
		expect(body).toMatchObject({
			title: 'First visit',
			address: '3 Pier Street',
			appointmentStatus: 'new',
			meetingLocationType: 'custom',
			startTime: at('09:00'),
			endTime: at('10:45'),
		});
		const read = await one('GET', body.id);
		expect(read.status).toBe(200);
		expect(read.body).toEqual({
			event: {
				id: body.id,
				calendarId: viewings,
				locationId,
				contactId,
				groupId: DEMO.calendarGroups.showings,
				title: 'First visit',
				description: 'Bring the keys',
				address: '3 Pier Street',
				appointmentStatus: 'new',
				assignedUserId: ben,
				users: [ben],
				isRecurring: false,
				startTime: at('09:00'),
				endTime: at('10:45'),
				dateAdded: expect.any(String),
				dateUpdated: expect.any(String),
				assignedResources: [],
				createdBy: { source: 'third_party' },
			},
		});
		expect((await one('GET', body.id, undefined, 'v3')).body.event.deleted).toBe(false);
	});

	test('is among the appointments of its contact', async () => {
		const { body } = await book(sandbox, contactId);
		const { body: listed } = await call(sandbox, 'GET', `/contacts/${contactId}/appointments`);
		expect(listed.events).toMatchObject([{ id: body.id, startTime: '2040-03-05 09:00:00' }]);
	});

	test('recurs by a rule only where free slots do not matter', async () => {
		const rrule = 'RRULE:FREQ=DAILY;INTERVAL=1;COUNT=5';
		const once = await book(sandbox, contactId, { rrule });
		expect(once.body).toMatchObject({ isRecurring: false });
		expect(once.body).not.toHaveProperty('rrule');
		const often = await book(sandbox, contactId, { rrule, ignoreFreeSlotValidation: true });
		expect(often.body).toMatchObject({ isRecurring: true, rrule });
	});
});

describe('a change', () => {
	let id: string;
	beforeEach(async () => {
		id = (await book(sandbox, contactId, { endTime: at('10:00'), title: 'Visit' })).body.id;
	});

	test('of the text and the status leaves the rest as it is', async () => {
		const { status, body } = await one('PUT', id, { title: 'Second visit', appointmentStatus: 'showed' });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			title: 'Second visit',
			appointmentStatus: 'showed',
			startTime: at('09:00'),
			endTime: at('10:00'),
			assignedUserId: ben,
		});
		expect(body).not.toHaveProperty('dateUpdated');
	});

	test('of the begin keeps the length, and gives the former time to others', async () => {
		const { body } = await one('PUT', id, { startTime: at('09:30') });
		expect(body).toMatchObject({ startTime: at('09:30'), endTime: at('10:30') });
		expect((await mondaySlots(sandbox)).slice(0, 2)).toEqual(['09:00', '10:30']);
	});

	test('of the end keeps the begin', async () => {
		const { body } = await one('PUT', id, { endTime: at('11:00') });
		expect(body).toMatchObject({ startTime: at('09:00'), endTime: at('11:00') });
	});

	test('that names the same time again is not refused, wherever that is', async () => {
		const startTime = at('20:00');
		const late = await book(sandbox, contactId, { startTime, ignoreFreeSlotValidation: true });
		const { status } = await one('PUT', late.body.id, { startTime, assignedUserId: ben, title: 'Late' });
		expect(status).toBe(200);
	});

	test('to a time that is taken or not offered is refused, and nothing is changed', async () => {
		await book(sandbox, contactId, { startTime: at('11:00') });
		for (const startTime of [at('10:30'), at('11:00'), at('18:00')]) {
			const { status, body } = await one('PUT', id, { startTime, title: 'Moved' });
			expect(status).toBe(400);
			expect(body.message).toBe('The slot you have selected is no longer available.');
		}
		expect((await one('GET', id)).body.event).toMatchObject({ title: 'Visit', startTime: at('09:00') });
		const forced = await one('PUT', id, { startTime: at('18:00'), ignoreFreeSlotValidation: true });
		expect(forced.body).toMatchObject({ startTime: at('18:00') });
	});

	test('of the calendar goes to somebody of that team', async () => {
		const { body } = await one('PUT', id, { calendarId: consultations, ignoreDateRange: true });
		expect(body).toMatchObject({ calendarId: consultations, assignedUserId: amelia });
		expect((await one('GET', id)).body.event).not.toHaveProperty('groupId');
		expect(await mondaySlots(sandbox)).toContain('09:00');
	});

	test('to cancelled gives its time to others', async () => {
		await one('PUT', id, { appointmentStatus: 'cancelled' });
		expect(await mondaySlots(sandbox)).toContain('09:00');
	});

	test.each([
		[{ locationId }, 422, ['property locationId should not exist']],
		[{ contactId: 'x' }, 422, ['property contactId should not exist']],
		[{ appointmentStatus: 'late' }, 422, ['appointmentStatus must be a valid enum value']],
		[{ assignedUserId: amelia }, 422, 'The user id not part of calendar team.'],
		[{ endTime: at('09:00') }, 400, 'endTime must be after startTime'],
		[{ calendarId: 'nothing' }, 400, 'Calendar with id nothing not found'],
		[
			{ calendarId: DEMO.calendars.otherLocationCalendar },
			403,
			'The token does not have access to this location.',
		],
	])('%j is refused with %i', async (body, status, message) => {
		const answer = await one('PUT', id, body);
		expect(answer.status).toBe(status);
		expect(answer.body.message).toEqual(message);
	});
});

describe('the end of an appointment', () => {
	const remove = (id: string, version = '2021-04-15') =>
		call(sandbox, 'DELETE', `/calendars/events/${id}`, undefined, { version });

	test.each(['2021-04-15', 'v3'])('is answered with 201 under %s', async (version) => {
		const { id } = (await book(sandbox, contactId)).body;
		const { status, body } = await remove(id, version);
		expect(status).toBe(201);
		expect(body).toEqual({ succeeded: true });
		expect((await one('GET', id)).status).toBe(400);
		expect(await mondaySlots(sandbox)).toContain('09:00');
		expect((await remove(id, version)).status).toBe(400);
	});

	test('comes with that of its contact', async () => {
		const { id } = (await book(sandbox, contactId)).body;
		await call(sandbox, 'DELETE', `/contacts/${contactId}`);
		expect((await one('GET', id)).status).toBe(400);
	});
});

describe('refused', () => {
	test('an appointment that does not exist with 400, one of another location with 403', async () => {
		const foreign = foreignAppointment();
		for (const [id, status] of [
			['nothing', 400],
			[foreign, 403],
		] as const) {
			expect((await one('GET', id)).status).toBe(status);
			expect((await one('PUT', id, { title: 'x' })).status).toBe(status);
			expect((await call(sandbox, 'DELETE', `/calendars/events/${id}`)).status).toBe(status);
		}
		expect(sandbox.state.appointments.has(foreign)).toBe(true);
		expect((await one('GET', 'nothing')).body.message).toBe('Appointment with id nothing not found');
	});

	test('what the token has no scope for with 401', async () => {
		const { id } = (await book(sandbox, contactId)).body;
		const reader = { token: DEMO.readOnlyToken };
		expect((await book(sandbox, contactId, { startTime: at('11:00') }, reader)).status).toBe(401);
		const path = `/calendars/events/appointments/${id}`;
		expect((await call(sandbox, 'PUT', path, { title: 'x' }, reader)).status).toBe(401);
		expect((await call(sandbox, 'DELETE', `/calendars/events/${id}`, undefined, reader)).status).toBe(401);
		expect((await call(sandbox, 'GET', path, undefined, reader)).status).toBe(200);
		const writer = { token: await tokenWith(sandbox, 'calendars/events.write') };
		expect((await call(sandbox, 'GET', path, undefined, writer)).status).toBe(401);
		expect(sandbox.state.appointments.size).toBe(1);
	});
});
