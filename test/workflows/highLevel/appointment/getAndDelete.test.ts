import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { storeContact } from '../../../support/sandboxRuns';
import { MONDAY, stored } from './bookings';

let sandbox: HighLevelSandbox;
let contactId: string;
let appointmentId: string;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	contactId = storeContact(sandbox);
	appointmentId = sandbox.state.addAppointment({
		contactId,
		startTime: `${MONDAY}T15:00:00.000Z`,
		title: 'Viewing',
	}).id;
});
afterAll(async () => await sandbox.close());

test('an appointment comes out with what is most used of it, its times with their offset', async () => {
	const [appointment] = await succeed(sandbox, 'appointment.get', {
		parameters: { appointmentId: byId(appointmentId), simplify: true },
	});

	expect(appointment).toEqual({
		id: appointmentId,
		title: 'Viewing',
		appointmentStatus: 'confirmed',
		startTime: `${MONDAY}T10:00:00-05:00`,
		endTime: `${MONDAY}T10:30:00-05:00`,
		calendarId: DEMO.calendars.viewings,
		contactId,
		dateUpdated: expect.stringMatching(/-0[45]:00$/),
	});
});

test('without Simplify it comes out as a whole', async () => {
	const [appointment] = await succeed(sandbox, 'appointment.get', {
		parameters: { appointmentId: byId(appointmentId), simplify: false },
	});

	expect(appointment).toMatchObject({ locationId: DEMO.locationId, createdBy: { source: 'booking_widget' } });
});

test('an appointment is chosen by plain text as well, as AI agents give it', async () => {
	const [appointment] = await succeed(sandbox, 'appointment.get', { parameters: { appointmentId } });

	expect(appointment?.id).toBe(appointmentId);
});

test('delete takes away that appointment alone', async () => {
	const other = sandbox.state.addAppointment({ contactId, startTime: `${MONDAY}T16:00:00.000Z` });
	const parameters = { appointmentId: byId(appointmentId) };

	expect(await succeed(sandbox, 'appointment.delete', { parameters })).toEqual([{ deleted: true }]);
	expect(stored(sandbox)).toEqual([other]);
	expect(sandbox.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
		['DELETE', `/calendars/events/${appointmentId}`, {}],
	]);
});

test('an appointment that is gone is told as such, for reading and for deleting', async () => {
	const parameters = { appointmentId: byId(appointmentId) };
	await succeed(sandbox, 'appointment.delete', { parameters });

	for (const operation of ['get', 'delete']) {
		const error = await fail(sandbox, `appointment.${operation}`, { parameters });
		expect(error.message).toBe(`Appointment with id ${appointmentId} not found`);
		expect(error.description).toContain('Check the id');
	}
});
