import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { WEBHOOK_EVENTS } from '../../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from '../support';
import { Receiver } from './receiver';
import { envelope, eventsOf } from './support';

let sandbox: HighLevelSandbox;
let receiver: Receiver;
beforeAll(async () => {
	receiver = await Receiver.start();
	sandbox = await start({ rateLimit: { max: 10_000 }, webhooks: { url: receiver.url } });
});
beforeEach(() => {
	sandbox.configure({ webhooks: { url: receiver.url, events: WEBHOOK_EVENTS, bareTasks: false } });
	sandbox.reset();
	receiver.clear();
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});

const events = (action: () => unknown) => eventsOf(sandbox, receiver, action);
const types = async (action: () => unknown) => (await events(action)).map(({ type }) => type).sort();

describe('what belongs to a contact', () => {
	let contactId: string;
	beforeEach(async () => {
		contactId = await create(sandbox, { email: 'a@x.example' });
	});
	const on = (method: string, path: string, body?: unknown) =>
		call(sandbox, method, `/contacts/${contactId}${path}`, body);

	test('notes are told without title and user', async () => {
		let id = '';
		const [created] = await events(async () => {
			id = (await on('POST', '/notes', { body: 'x', title: 'y', userId: DEMO.users.ben })).body.note.id;
		});
		expect(created).toEqual({
			type: 'NoteCreate',
			locationId,
			id,
			body: 'x',
			contactId,
			dateAdded: expect.any(String),
			...envelope,
		});
		expect(await types(() => on('PUT', `/notes/${id}`, { body: 'z' }))).toEqual(['NoteUpdate']);
		expect(await types(() => on('DELETE', `/notes/${id}`))).toEqual(['NoteDelete']);
	});

	test('tasks are told when they are made, completed and deleted, but not when they are changed', async () => {
		const task = { title: 'Call', body: 'soon', dueDate: '2026-12-01T10:00:00.000Z', completed: false };
		let id = '';
		const [created] = await events(async () => {
			id = (await on('POST', '/tasks', { ...task, assignedTo: DEMO.users.ben })).body.task.id;
		});
		expect(created).toEqual({
			type: 'TaskCreate',
			locationId,
			id,
			assignedTo: DEMO.users.ben,
			body: 'soon',
			contactId,
			title: 'Call',
			dateAdded: expect.any(String),
			dueDate: '2026-12-01T10:00:00.000Z',
			...envelope,
		});
		expect(await types(() => on('PUT', `/tasks/${id}`, { title: 'Visit' }))).toEqual([]);
		const complete = (completed: boolean) => () => on('PUT', `/tasks/${id}/completed`, { completed });
		expect(await types(complete(true))).toEqual(['TaskComplete']);
		expect(await types(complete(true))).toEqual([]);
		expect(await types(complete(false))).toEqual([]);
		expect(await types(() => on('DELETE', `/tasks/${id}`))).toEqual(['TaskDelete']);
	});

	test('new tasks come without contact and text where that switch is on', async () => {
		sandbox.configure({ webhooks: { bareTasks: true } });
		const task = { title: 'Call', body: 'soon', dueDate: '2026-12-01T10:00:00Z', completed: false };
		const [created] = await events(() => on('POST', '/tasks', task));
		expect(created).toMatchObject({ type: 'TaskCreate', title: 'Call' });
		expect(created).not.toHaveProperty('contactId');
		expect(created).not.toHaveProperty('body');
	});

	test('appointments are told as an object of their own, in the time of the location', async () => {
		const { state } = sandbox;
		let id = '';
		const [created] = await events(() => {
			id = state.addAppointment({ contactId, title: 'Viewing', startTime: '2026-07-01T15:00:00.000Z' }).id;
		});
		expect(created).toMatchObject({
			type: 'AppointmentCreate',
			locationId,
			appointment: {
				id,
				contactId,
				title: 'Viewing',
				calendarId: DEMO.calendars.viewings,
				appointmentStatus: 'confirmed',
				startTime: '2026-07-01T11:00:00-04:00',
				endTime: '2026-07-01T11:30:00-04:00',
			},
		});
		const stored = state.appointments.get(id);
		if (!stored) throw new Error('The appointment is not stored');
		expect(
			await types(() => state.appointments.set(id, { ...stored, appointmentStatus: 'cancelled' })),
		).toEqual(['AppointmentUpdate']);
		expect(await types(() => state.appointments.delete(id))).toEqual(['AppointmentDelete']);
	});
});

describe('installations', () => {
	test('of a location are told, and the end of it', async () => {
		const [installed] = await events(() => sandbox.oauth.install({ locationId: DEMO.otherLocationId }));
		expect(installed).toMatchObject({
			type: 'INSTALL',
			installType: 'Location',
			locationId: DEMO.otherLocationId,
			companyId: DEMO.companyId,
			userId: DEMO.users.daniel,
			...envelope,
		});
		const [removed] = await events(() => sandbox.oauth.uninstall({ locationId: DEMO.otherLocationId }));
		expect(removed).toEqual({ type: 'UNINSTALL', locationId: DEMO.otherLocationId, ...envelope });
	});

	test('of an agency are told for the agency and for each of its locations', async () => {
		const sent = await events(() => sandbox.oauth.grant({ userType: 'Company' }));
		expect(sent.map(({ type, locationId: place }) => [type, place])).toEqual(
			expect.arrayContaining([
				['INSTALL', undefined],
				['INSTALL', locationId],
				['INSTALL', DEMO.otherLocationId],
			]),
		);
		expect(sent).toHaveLength(3);
	});

	test('of another app are not told', async () => {
		const { clientId } = DEMO.privateApp;
		expect(await types(() => sandbox.oauth.install({ locationId, clientId }))).toEqual([]);
	});
});

describe('nothing is sent', () => {
	test('for a location that does not have the app', async () => {
		const add = () => sandbox.state.addContact({ locationId: DEMO.otherLocationId });
		expect(await types(add)).toEqual([]);
		sandbox.oauth.install({ locationId: DEMO.otherLocationId });
		expect(await types(add)).toEqual(['ContactCreate']);
	});

	test('of an event that is not enabled', async () => {
		sandbox.configure({ webhooks: { events: ['NoteCreate'] } });
		expect(await types(() => create(sandbox, { email: 'a@x.example' }))).toEqual([]);
	});

	test('without an address', async () => {
		sandbox.configure({ webhooks: { url: null } });
		expect(await types(() => create(sandbox, { email: 'a@x.example' }))).toEqual([]);
		expect(sandbox.webhooks.deliveries).toEqual([]);
	});

	test('for what is there from the beginning, and for a call that is refused', async () => {
		expect(await types(() => sandbox.state.seedContacts(20))).toEqual([]);
		expect(await types(() => sandbox.state.seedLocations(5))).toEqual([]);
		expect(await types(() => sandbox.reset())).toEqual([]);
		expect(await types(() => call(sandbox, 'POST', '/contacts/', { locationId, colour: 'red' }))).toEqual([]);
	});
});

test('an event of any other type can be sent by hand', async () => {
	const [event] = await events(() =>
		sandbox.webhooks.send({ type: 'OpportunityCreate', locationId, id: 'opportunity-1' }),
	);
	expect(event).toEqual({ type: 'OpportunityCreate', locationId, id: 'opportunity-1', ...envelope });
});

test('an event sent by hand keeps what it has of the envelope itself', async () => {
	const own = { timestamp: '2026-01-01T00:00:00.000Z', webhookId: 'webhook-1' };
	const [event] = await events(() => sandbox.webhooks.send({ ...own, type: 'NoteCreate' }));
	expect(event).toEqual({ ...envelope, ...own, type: 'NoteCreate' });
	expect(sandbox.webhooks.deliveries.at(-1)?.webhookId).toBe('webhook-1');
});
