import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { at, book } from '../calendarSupport';
import { call, create, DEMO, locationId, start } from '../support';
import { Receiver } from './receiver';
import { envelope, eventsOf } from './support';

let sandbox: HighLevelSandbox;
let receiver: Receiver;
let contactId: string;
beforeAll(async () => {
	receiver = await Receiver.start();
	sandbox = await start({ rateLimit: { max: 10_000 }, webhooks: { url: receiver.url } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { name: 'Ada King' });
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});

const events = (action: () => unknown) => eventsOf(sandbox, receiver, action);

describe('calls of the calendars API', () => {
	test('are told when an appointment is booked, moved, cancelled and deleted', async () => {
		let id = '';
		const appointment = {
			title: 'Ada King',
			calendarId: DEMO.calendars.viewings,
			contactId,
			groupId: DEMO.calendarGroups.showings,
			appointmentStatus: 'confirmed',
			assignedUserId: DEMO.users.ben,
			users: [DEMO.users.ben],
			source: 'third_party',
			startTime: at('09:00'),
			endTime: at('09:30'),
			dateAdded: expect.any(String),
			dateUpdated: expect.any(String),
		};
		const booked = await events(async () => {
			id = (await book(sandbox, contactId)).body.id;
		});
		expect(booked).toEqual([
			{ type: 'AppointmentCreate', locationId, appointment: { ...appointment, id }, ...envelope },
		]);
		const path = `/calendars/events/appointments/${id}`;
		const moved = { ...appointment, id, startTime: at('10:00'), endTime: at('10:30') };
		expect(await events(() => call(sandbox, 'PUT', path, { startTime: at('10:00') }))).toEqual([
			{ type: 'AppointmentUpdate', locationId, appointment: moved, ...envelope },
		]);
		const cancelled = { ...moved, appointmentStatus: 'cancelled' };
		expect(await events(() => call(sandbox, 'PUT', path, { appointmentStatus: 'cancelled' }))).toEqual([
			{ type: 'AppointmentUpdate', locationId, appointment: cancelled, ...envelope },
		]);
		expect(await events(() => call(sandbox, 'DELETE', `/calendars/events/${id}`))).toEqual([
			{ type: 'AppointmentDelete', locationId, appointment: cancelled, ...envelope },
		]);
	});

	test('are not told when they are refused, or when a note of an appointment is written', async () => {
		const { id } = (await book(sandbox, contactId)).body;
		const quiet = await events(async () => {
			await book(sandbox, contactId);
			await call(sandbox, 'PUT', `/calendars/events/appointments/${id}`, { startTime: at('08:00') });
			await call(sandbox, 'POST', `/calendars/appointments/${id}/notes`, { body: 'x' });
		});
		expect(quiet).toEqual([]);
	});
});

test('the tasks of a recurring task are told like any others', async () => {
	const rruleOptions = {
		intervalType: 'daily',
		interval: 1,
		startDate: at('09:00'),
		dueAfterSeconds: 60,
	};
	const body = { title: 'Call', contactIds: [contactId], rruleOptions };
	const made = await events(() => call(sandbox, 'POST', `/locations/${locationId}/recurring-tasks`, body));
	expect(made).toMatchObject([{ type: 'TaskCreate', title: 'Call', contactId }]);
	expect(made).toHaveLength(1);
});
