import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { storeContact } from '../../../support/sandboxRuns';
import { MONDAY, NEW_YORK, stored } from './bookings';

let sandbox: HighLevelSandbox;
let appointmentId: string;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	appointmentId = sandbox.state.addAppointment({
		contactId: storeContact(sandbox),
		startTime: `${MONDAY}T15:00:00.000Z`,
		title: 'Viewing',
		address: '3 Pier Street',
		assignedUserId: DEMO.users.ben,
		users: [DEMO.users.ben],
	}).id;
});
afterAll(async () => await sandbox.close());

const update = (updateFields: object, options: object = {}) => ({
	parameters: { appointmentId: byId(appointmentId), updateFields, options } as never,
	timezone: NEW_YORK,
});

test('only what is given is sent and changed', async () => {
	const before = stored(sandbox)[0];
	await succeed(sandbox, 'appointment.update', update({ appointmentStatus: 'cancelled', title: '' }));

	expect(sandbox.requests.map(({ method, body }) => [method, body])).toEqual([
		['PUT', { appointmentStatus: 'cancelled' }],
	]);
	expect(stored(sandbox)).toEqual([
		{ ...before, appointmentStatus: 'cancelled', dateUpdated: expect.any(String) },
	]);
});

test('an appointment is moved to a time in the zone of the workflow, and keeps its length', async () => {
	const [moved] = await succeed(sandbox, 'appointment.update', update({ startTime: `${MONDAY}T11:30:00` }));

	expect(sandbox.requests[1]?.body).toEqual({
		startTime: `${MONDAY}T11:30:00-05:00`,
		appointmentStatus: 'confirmed',
	});
	expect(moved).toMatchObject({
		startTime: `${MONDAY}T11:30:00-05:00`,
		endTime: `${MONDAY}T12:00:00-05:00`,
	});
});

test('an appointment is moved to another calendar', async () => {
	const { consultations } = DEMO.calendars;
	const fields = { calendarId: byId(consultations), assignedUserId: byId(DEMO.users.chloe) };
	await succeed(
		sandbox,
		'appointment.update',
		update(fields, { ignoreFreeSlotValidation: true, toNotify: false }),
	);

	expect(sandbox.requests[1]?.body).toEqual({
		calendarId: consultations,
		appointmentStatus: 'confirmed',
		assignedUserId: DEMO.users.chloe,
		ignoreFreeSlotValidation: true,
		toNotify: false,
	});
	expect(stored(sandbox)[0]).toMatchObject({
		calendarId: consultations,
		assignedUserId: DEMO.users.chloe,
	});
});

test('an appointment that was cancelled is not confirmed again by a change of its title', async () => {
	await succeed(sandbox, 'appointment.update', update({ appointmentStatus: 'cancelled' }));
	await succeed(sandbox, 'appointment.update', update({ title: 'Second viewing' }));

	expect(stored(sandbox)).toMatchObject([{ title: 'Second viewing', appointmentStatus: 'cancelled' }]);
});

test('without the scope to read its status, nothing is changed, and the scope is named', async () => {
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	const token = 'pit-00000000-demo-demo-demo-writeonly001';
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ['calendars/events.write'] });
	const error = await fail(sandbox, 'appointment.update', { ...update({ title: 'Second viewing' }), token });

	expect(error.description).toContain('calendars/events.readonly');
	expect(stored(sandbox)).toMatchObject([{ title: 'Viewing' }]);
});

test('a move to a time that is taken is refused, and the appointment stays', async () => {
	sandbox.state.addAppointment({
		contactId: storeContact(sandbox),
		startTime: `${MONDAY}T16:30:00.000Z`,
		users: [DEMO.users.ben],
	});
	const error = await fail(sandbox, 'appointment.update', update({ startTime: `${MONDAY}T11:30:00` }));

	expect(error.message).toContain('no longer available');
	expect(error.description).toContain('Get Free Slots');
	expect(stored(sandbox)[0]?.startTime).toBe(`${MONDAY}T15:00:00.000Z`);
});

test('options alone change nothing, and the operator is told', async () => {
	const error = await fail(
		sandbox,
		'appointment.update',
		update({ title: '={{ $json.missing }}' }, { toNotify: false }),
	);

	expect(error.message).toBe('There is nothing to update');
	expect(sandbox.requests).toEqual([]);
});
