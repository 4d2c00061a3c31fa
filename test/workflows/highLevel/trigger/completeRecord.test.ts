import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { connect, secretsOf } from '../../../support/oAuth2';
import type { StoredConnection } from '../../../support/oAuth2';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import type { AppTrigger } from './deliveries';
import { ACCEPTED, deliver, event, startApp } from './deliveries';

const { locationId, otherLocationId } = DEMO;
const DATE = '2026-01-01T00:00:00.000Z';

pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
let contactId: string;

beforeEach(async () => {
	pace({ recordMs: 5_000 });
	sandbox = await startSandbox();
	contactId = storeContact(sandbox, { firstName: 'Ada', tags: ['buyer'], assignedTo: DEMO.users.ben });
	const note = { contactId, locationId, body: 'x', title: 'Call', userId: DEMO.users.ben, color: null };
	const dates = { dateAdded: DATE, dateUpdated: DATE };
	sandbox.state.notes.set('note', { id: 'note', ...note, pinned: false, ...dates });
	const task = { contactId, locationId, title: 'Call Ada', body: 'y', assignedTo: DEMO.users.ben };
	sandbox.state.tasks.set('task', { id: 'task', ...task, dueDate: DATE, completed: false, ...dates });
});

afterEach(async () => await sandbox.close());

/** A trigger that completes records with a private token, or with the given one. */
async function start(trigger: AppTrigger = {}, credential: IDataObject = {}) {
	return await startApp({
		credentials: {
			goHighLevelPrivateIntegrationApi: {
				token: DEMO.token,
				locationId,
				baseUrl: sandbox.url,
				...credential,
			},
		},
		...trigger,
		parameters: { completeRecord: true, authentication: 'privateIntegration', ...trigger.parameters },
	});
}

/** What a trigger puts out for a payload; `undefined` when it starts nothing. */
async function outputOf(
	payload: IDataObject,
	trigger: AppTrigger = {},
	credential: IDataObject = {},
): Promise<IDataObject | undefined> {
	const server = await start(trigger, credential);
	expect(await deliver(server, payload)).toEqual(ACCEPTED);
	expect(server.errors).toEqual([]);
	await server.close();
	return server.executions[0];
}

describe('the record comes beside the event, as it is in HighLevel now', () => {
	const BUDGET = { id: DEMO.customFields.budget, value: 450_000 };

	test('of a contact', async () => {
		const payload = event('ContactUpdate', { id: contactId });
		const record = expect.objectContaining({ id: contactId, firstName: 'Ada', followers: expect.anything() });
		expect(await outputOf(payload)).toMatchObject({ ...payload, event: 'contactUpdated', record });
	});

	test('of a contact with its custom fields by name, so that they can be dragged into the next node', async () => {
		const id = storeContact(sandbox, { firstName: 'Bob', customFields: [BUDGET] });

		expect(await outputOf(event('ContactUpdate', { id }))).toMatchObject({
			record: { customFieldValues: { Budget: 450_000 } },
		});
	});

	test('of a contact without the names of its custom fields, when they cannot be read', async () => {
		const id = storeContact(sandbox, { firstName: 'Bob', customFields: [BUDGET] });
		sandbox.faults.add({ kind: 'serverError', times: 100, path: '/customFields' });
		const item = await outputOf(event('ContactUpdate', { id }));

		expect(item).toMatchObject({ record: { id, firstName: 'Bob' } });
		expect(item).not.toHaveProperty('recordError');
	});

	test.each([
		['note', 'NoteCreate'],
		['task', 'TaskCreate'],
	] as const)('of a %s that is a copy, with its reference, and its text without it', async (kind, type) => {
		const body = `Called\nWise Agent ${kind} 8812345`;
		const records = sandbox.state[`${kind}s`] as Map<string, object>;
		records.set(kind, { ...records.get(kind), body });
		const text = `Wise Agent ${kind} 8812345`;
		const reference = { text, system: 'Wise Agent', kind, id: '8812345' };
		const record = { id: kind, body: 'Called', reference };
		expect(await outputOf(event(type, { id: kind, contactId, body }))).toMatchObject({ reference, record });
	});

	test('of a note, with its title and author', async () => {
		const payload = event('NoteCreate', { id: 'note', contactId, body: 'x' });
		const record = expect.objectContaining({ id: 'note', title: 'Call', userId: DEMO.users.ben });
		expect(await outputOf(payload)).toMatchObject({ ...payload, event: 'noteCreated', record });
	});

	test('of a task', async () => {
		const payload = event('TaskComplete', { id: 'task', contactId, title: 'Call Ada' });
		expect(await outputOf(payload)).toMatchObject({ record: { id: 'task', body: 'y', contactId } });
		expect(sandbox.requests).toHaveLength(1);
	});

	test('of a task whose event leaves out the contact: found by its title and user', async () => {
		const others = Array.from({ length: 150 }, (_, index) => `other-${index}`);
		for (const id of others) {
			const own = sandbox.state.tasks.get('task');
			if (own) sandbox.state.tasks.set(id, { ...own, id, dateAdded: '2026-02-01T00:00:00.000Z' });
		}
		const payload = event('TaskCreate', { id: 'task', title: 'Call Ada', assignedTo: DEMO.users.ben });
		expect(await outputOf(payload)).toMatchObject({ record: { id: 'task', body: 'y', contactId } });
		expect(requestsOf(sandbox, 'POST', /search$/).map(({ body }) => body)).toEqual([
			{ query: 'Call Ada', assignedTo: [DEMO.users.ben], limit: 100, skip: 0 },
			{ query: 'Call Ada', assignedTo: [DEMO.users.ben], limit: 100, skip: 100 },
		]);
	});

	test('of an appointment', async () => {
		const { id } = sandbox.state.addAppointment({ contactId, startTime: '2026-12-01T10:00:00.000Z' });
		const payload = event('AppointmentUpdate', { id: undefined, appointment: { id, contactId } });
		expect(await outputOf(payload)).toMatchObject({ event: 'appointmentUpdated', record: { id, contactId } });
	});

	test.each(['ContactDelete', 'NoteDelete', 'TaskDelete', 'AppointmentDelete', 'INSTALL', 'BrandNew'])(
		'nothing is asked for %s, which has none',
		async (type) => {
			const payload = event(type, { contactId });
			expect(await outputOf(payload)).toEqual(expect.not.objectContaining({ record: expect.anything() }));
			expect(sandbox.requests).toEqual([]);
		},
	);

	test('nothing is asked where it is not wanted', async () => {
		const payload = event('ContactUpdate', { id: contactId });
		expect(await outputOf(payload, { parameters: { completeRecord: false } })).not.toHaveProperty('record');
		expect(sandbox.requests).toEqual([]);
	});

	test('nothing is asked for an event that was not chosen, or that came before', async () => {
		const server = await start({ events: ['ContactUpdate'] });
		const payload = event('ContactUpdate', { id: contactId });
		await deliver(server, event('ContactCreate', { id: contactId }));
		await deliver(server, payload);
		await deliver(server, payload);
		expect(sandbox.requests).toHaveLength(1);
		await server.close();
	});
});

describe('an event comes in spite of it, and says why its record could not be read', () => {
	const contactEvent = () => event('ContactUpdate', { id: contactId });

	test('when the record is gone', async () => {
		const item = await outputOf(event('ContactUpdate', { id: 'gone' }));
		expect(item?.recordError).toMatch(/not found.*deleted or belong to another location/);
		expect(item).not.toHaveProperty('record');
	});

	test('when the token lacks the scope', async () => {
		sandbox.state.tokens.set('weak', { ...sandbox.state.tokens.get(DEMO.token)!, scopes: [] });
		const item = await outputOf(contactEvent(), {}, { token: 'weak' });
		expect(item?.recordError).toMatch(/scope contacts\.readonly|scopes contacts\.readonly/);
	});

	test('when the token is wrong', async () => {
		const item = await outputOf(contactEvent(), {}, { token: 'pit-wrong' });
		expect(item?.recordError).toContain('HighLevel does not accept the token');
		expect(JSON.stringify(item)).not.toContain('pit-wrong');
	});

	test('when the credential belongs to another location', async () => {
		const credential = { token: DEMO.otherLocationToken, locationId: otherLocationId };
		const item = await outputOf(contactEvent(), {}, credential);
		expect(item?.recordError).toContain(`The credential belongs to the location ${otherLocationId}`);
		expect(sandbox.requests).toEqual([]);
	});

	test('when there is no credential', async () => {
		const item = await outputOf(contactEvent(), { credentials: {} });
		expect(item?.recordError).toEqual(expect.any(String));
		expect(item?.event).toBe('contactUpdated');
	});

	test('when HighLevel does not answer in time', async () => {
		pace({ recordMs: 200 });
		sandbox.faults.add({ kind: 'timeout' });
		const item = await outputOf(contactEvent());
		expect(item?.recordError).toContain('HighLevel did not answer within 0.2 seconds');
	});

	test('when HighLevel does not answer in time and a filter asks for the contact too', async () => {
		pace({ recordMs: 200 });
		sandbox.faults.add({ kind: 'timeout' });
		const item = await outputOf(event('NoteCreate', { id: 'note', contactId }), {
			filters: { tags: 'seller' },
		});
		expect(item?.recordError).toMatch(
			/within 0\.2 seconds.*The filters could not be checked: .*within 0\.2 seconds/,
		);
		expect(sandbox.requests).toHaveLength(1);
	});

	test('when HighLevel fails for a while', async () => {
		sandbox.faults.add({ kind: 'serverError', status: 503 });
		expect((await outputOf(contactEvent()))?.recordError).toContain('HighLevel did not answer: status 503');
	});

	test('when the limit of requests is reached for longer than HighLevel may wait', async () => {
		pace({ recordMs: 200 });
		sandbox.faults.add({ kind: 'rateLimited', retryAfterSeconds: 60 });
		expect((await outputOf(contactEvent()))?.recordError).toContain('HighLevel did not answer within');
	});

	test('when a task is not among those with its title', async () => {
		const item = await outputOf(event('TaskCreate', { id: 'unknown', title: 'Call Ada' }));
		expect(item?.recordError).toContain('The task is not among the first 300');
	});
});

describe('with OAuth2', () => {
	const withOAuth = ({ credentials, id }: StoredConnection): AppTrigger => ({
		credentials,
		credentialId: id,
		parameters: { authentication: 'oAuth2' },
	});

	test('a credential of the agency reads in the location that the event is from', async () => {
		const there = storeContact(sandbox, { locationId: otherLocationId, firstName: 'Bob' });
		const agency = withOAuth(connect(sandbox, { userType: 'Company' }));
		const here = await outputOf(event('ContactUpdate', { id: contactId }), agency);
		const other = await outputOf(event('ContactUpdate', { id: there, locationId: otherLocationId }), agency);
		expect([here?.record, other?.record]).toMatchObject([{ firstName: 'Ada' }, { firstName: 'Bob' }]);
	});

	test('a credential of one location says so for an event from another', async () => {
		const location = withOAuth(connect(sandbox));
		const item = await outputOf(event('ContactUpdate', { locationId: otherLocationId }), location);
		expect(item?.recordError).toContain(`This connection is to the location ${locationId}`);
	});

	test('no token is in what comes out, whatever went wrong', async () => {
		sandbox.faults.add({ kind: 'serverError', status: 500 });
		const item = await outputOf(event('ContactUpdate', { id: contactId }), withOAuth(connect(sandbox)));
		for (const secret of secretsOf(sandbox)) expect(JSON.stringify(item)).not.toContain(secret);
	});
});

describe('AppointmentCreate, which HighLevel also prints for changes and deletions', () => {
	const payloadOf = (id: string) => event('AppointmentCreate', { appointment: { id, contactId } });
	let id: string;
	beforeEach(() => {
		({ id } = sandbox.state.addAppointment({ contactId, startTime: '2026-12-01T10:00:00.000Z' }));
	});

	const touch = () => {
		const appointment = sandbox.state.appointments.get(id);
		if (appointment) {
			const dateUpdated = '2030-01-01T00:00:00.000Z';
			sandbox.state.appointments.set(id, { ...appointment, notes: 'moved', dateUpdated });
		}
	};

	test('is a deletion when the appointment is gone, and starts a flow for either', async () => {
		for (const events of [['AppointmentDelete'], ['AppointmentCreate'], ['*']]) {
			expect(await outputOf(payloadOf('gone'), { events })).toMatchObject({
				event: 'appointmentDeleted',
				possibleEvents: ['appointmentCreated', 'appointmentDeleted'],
				recordError: 'The appointment is not in HighLevel any more',
			});
		}
	});

	test('is a change when the appointment was changed after it was added, and starts a flow for either', async () => {
		touch();
		for (const events of [['AppointmentUpdate'], ['AppointmentCreate']]) {
			expect(await outputOf(payloadOf(id), { events })).toMatchObject({
				event: 'appointmentUpdated',
				possibleEvents: ['appointmentCreated', 'appointmentUpdated'],
				record: { id },
			});
		}
	});

	test('is a creation otherwise, and starts no flow for deletions or changes', async () => {
		expect(await outputOf(payloadOf(id))).toMatchObject({ event: 'appointmentCreated', record: { id } });
		expect(await outputOf(payloadOf(id), { events: ['AppointmentDelete'] })).toBeUndefined();
		expect(await outputOf(payloadOf(id), { events: ['AppointmentUpdate'] })).toBeUndefined();
	});

	test('is no deletion because it names no appointment', async () => {
		const unnamed = event('AppointmentCreate', { id: undefined, appointment: { contactId } });
		expect(await outputOf(unnamed)).toMatchObject({
			event: 'appointmentCreated',
			recordError: 'The event names no id, so its record cannot be read',
		});
		expect(sandbox.requests).toEqual([]);
	});

	test('starts no flow for deletions when it cannot be known whether it is gone', async () => {
		sandbox.faults.add({ kind: 'serverError', status: 500 });
		expect(await outputOf(payloadOf('gone'), { events: ['AppointmentDelete'] })).toBeUndefined();
	});

	test('can be delivered again after it started nothing', async () => {
		const payload = payloadOf(id);
		const server = await start({ events: ['AppointmentDelete'] });
		await deliver(server, payload);
		expect(server.executions).toEqual([]);
		sandbox.state.removeAppointment(id);
		await deliver(server, payload);
		expect(server.executions).toHaveLength(1);
		await server.close();
	});
});

describe('filters ask the contact where the payload does not tell', () => {
	const appointment = () => ({ id: 'gone', contactId, assignedUserId: DEMO.users.ben });
	const payloads = {
		note: () => event('NoteCreate', { id: 'note', contactId }),
		'deleted note': () => event('NoteDelete', { id: 'note', contactId }),
		task: () => event('TaskComplete', { id: 'task', contactId, assignedTo: DEMO.users.ben }),
		'task without contact': () =>
			event('TaskCreate', { id: 'task', title: 'Call Ada', assignedTo: DEMO.users.ben }),
		appointment: () => event('AppointmentDelete', { appointment: appointment() }),
		message: () => event('InboundMessage', { contactId, direction: 'inbound' }),
		invoice: () => ({
			invoiceNumber: '1',
			status: 'paid',
			amountDue: 0,
			altType: 'location',
			altId: locationId,
			locationId,
			contactDetails: { id: contactId },
		}),
		'event of an unknown kind': () => event('BrandNew', { contactId }),
	};

	test.each(Object.entries(payloads))('for the tag of a %s', async (_, payload) => {
		expect(await outputOf(payload(), { filters: { tags: 'Buyer' } })).toBeDefined();
		expect(await outputOf(payload(), { filters: { tags: 'seller' } })).toBeUndefined();
	});

	test.each(Object.entries(payloads))('for the user of a %s', async (_, payload) => {
		expect(await outputOf(payload(), { filters: { assignedTo: DEMO.users.ben } })).toBeDefined();
		expect(await outputOf(payload(), { filters: { assignedTo: DEMO.users.chloe } })).toBeUndefined();
	});

	test('an event that belongs to no contact, or to one that is gone, is not let through', async () => {
		expect(await outputOf(event('INSTALL'), { filters: { tags: 'buyer' } })).toBeUndefined();
		const orphan = event('NoteDelete', { contactId: 'gone' });
		expect(await outputOf(orphan, { filters: { tags: 'buyer' } })).toBeUndefined();
	});

	test('the user of a task that is assigned to nobody is not taken from its contact', async () => {
		const unassigned = event('TaskComplete', { id: 'task', contactId });
		expect(await outputOf(unassigned, { filters: { assignedTo: DEMO.users.ben } })).toBeUndefined();
	});

	test('an event whose contact cannot be read is let through, and says so', async () => {
		sandbox.faults.add({ kind: 'serverError', status: 500 });
		const item = await outputOf(payloads.message(), { filters: { tags: 'seller' } });
		expect(item?.recordError).toContain('The filters could not be checked: HighLevel did not answer');
	});

	test('an event that the payload shows to be unwanted costs no request', async () => {
		const payload = event('ContactUpdate', { id: contactId, tags: [] });
		expect(await outputOf(payload, { filters: { tags: 'buyer' } })).toBeUndefined();
		expect(sandbox.requests).toEqual([]);
	});

	test('without Complete Record, an unknown kind of event that does not tell is not let through', async () => {
		const trigger = { filters: { tags: 'buyer' }, parameters: { completeRecord: false } };
		expect(await outputOf(payloads['event of an unknown kind'](), trigger)).toBeUndefined();
		expect(await outputOf(event('BrandNew', { tags: ['buyer'] }), trigger)).toBeDefined();
		expect(sandbox.requests).toEqual([]);
	});
});

test('n8n answering 500 after the record was read lets the next delivery start', async () => {
	const server = await start();
	const payload = event('ContactUpdate', { id: contactId });
	server.beforeExecution = () => {
		throw new Error('The database is locked');
	};
	expect((await deliver(server, payload)).status).toBe(500);
	server.beforeExecution = () => undefined;
	expect(await deliver(server, payload)).toEqual(ACCEPTED);
	expect(server.executions).toHaveLength(1);
	await server.close();
});
