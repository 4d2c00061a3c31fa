import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from './support';
import type { Event } from './webhooks/support';
import { envelope, eventsOf } from './webhooks/support';
import { Receiver } from './webhooks/receiver';

let sandbox: HighLevelSandbox;
let receiver: Receiver;
let contactId: string;
beforeAll(async () => {
	receiver = await Receiver.start();
	sandbox = await start({ webhooks: { url: receiver.url } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { firstName: 'Ada', lastName: 'King', email: 'ada@x.example' });
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});

/** As the page calls it: without a token and a version. */
const byHand = (method: string, path: string, body?: unknown) =>
	call(sandbox, method, `/__sandbox/manual/${path}`, body, { token: null, version: null });

const eventsByHand = (method: string, path: string, body?: unknown): Promise<Event[]> =>
	eventsOf(sandbox, receiver, async () =>
		expect((await byHand(method, path, body)).status).toBeLessThan(300),
	);

/** Everything that is stored, as text. */
const stored = () =>
	JSON.stringify(Object.entries(sandbox.state.collections()).map(([name, map]) => [name, [...map.values()]]));

const START = '2030-03-04T15:00:00.000Z';

describe('contacts by hand', () => {
	test('are created, and their webhook says all of it', async () => {
		const fields = { firstName: 'Ben', phone: '(212) 555-0123', tags: ['VIP'], source: 'Open house' };
		const events = await eventsByHand('POST', 'contacts', fields);
		expect(events).toEqual([
			expect.objectContaining({
				...envelope,
				...{ type: 'ContactCreate', locationId, firstName: 'Ben', name: 'Ben' },
				...{ phone: '+12125550123', tags: ['vip'], source: 'Open house' },
			}),
		]);
		expect(sandbox.state.contacts.size).toBe(2);
	});

	test('are changed in what was edited only', async () => {
		const before = sandbox.state.contacts.get(contactId);
		const events = await eventsByHand('PUT', `contacts/${contactId}`, { city: 'Hoboken' });
		expect(events).toMatchObject([{ type: 'ContactUpdate', id: contactId, city: 'Hoboken' }]);
		const { dateUpdated } = sandbox.state.contacts.get(contactId) ?? {};
		expect(sandbox.state.contacts.get(contactId)).toEqual({ ...before, city: 'Hoboken', dateUpdated });
	});

	test('get tags and lose them, each with the webhook for tags', async () => {
		const added = await eventsByHand('POST', `contacts/${contactId}/tags`, { tags: ['Buyer', 'vip'] });
		expect(added).toMatchObject([{ type: 'ContactTagUpdate', id: contactId, tags: ['buyer', 'vip'] }]);
		const removed = await eventsByHand('DELETE', `contacts/${contactId}/tags`, { tags: ['vip'] });
		expect(removed).toMatchObject([{ type: 'ContactTagUpdate', tags: ['buyer'] }]);
		const edited = await eventsByHand('PUT', `contacts/${contactId}`, { tags: [] });
		expect(edited).toMatchObject([{ type: 'ContactTagUpdate', tags: [] }]);
	});

	test('are deleted', async () => {
		const events = await eventsByHand('DELETE', `contacts/${contactId}`);
		expect(events).toMatchObject([{ type: 'ContactDelete', id: contactId }]);
		expect(sandbox.state.contacts.size).toBe(0);
	});

	test('make the webhook that the API makes', async () => {
		const fields = { firstName: 'Ben', email: 'ben@x.example' };
		const [manual] = await eventsByHand('POST', 'contacts', fields);
		sandbox.reset();
		const [api] = await eventsOf(sandbox, receiver, () => create(sandbox, fields));
		const changing = { id: '', timestamp: '', webhookId: '', dateAdded: '' };
		expect({ ...manual, ...changing }).toEqual({ ...api, ...changing });
	});
});

/** What belongs to a contact, as a person adds and edits it. */
const KINDS = [
	{
		kind: 'a note',
		collection: 'notes',
		added: {
			path: () => `contacts/${contactId}/notes`,
			fields: () => ({ title: 'Garden', body: 'Likes roses' }),
		},
		edited: { path: (id: string) => `contacts/${contactId}/notes/${id}`, fields: { body: 'Likes tulips' } },
		removed: (id: string) => `contacts/${contactId}/notes/${id}`,
		events: [
			[{ type: 'NoteCreate', body: 'Likes roses' }],
			[{ type: 'NoteUpdate', body: 'Likes tulips' }],
			[{ type: 'NoteDelete', body: 'Likes tulips' }],
		],
	},
	{
		kind: 'a task',
		collection: 'tasks',
		added: {
			path: () => `contacts/${contactId}/tasks`,
			fields: () => ({ title: 'Call', dueDate: START, completed: false, assignedTo: DEMO.users.ben }),
		},
		edited: { path: (id: string) => `contacts/${contactId}/tasks/${id}`, fields: { completed: true } },
		removed: (id: string) => `contacts/${contactId}/tasks/${id}`,
		events: [
			[{ type: 'TaskCreate', title: 'Call', dueDate: START, assignedTo: DEMO.users.ben }],
			[{ type: 'TaskComplete', title: 'Call' }],
			[{ type: 'TaskDelete', title: 'Call' }],
		],
	},
	{
		kind: 'an opportunity',
		collection: 'opportunities',
		added: {
			path: () => 'opportunities',
			fields: () => ({
				...{ contactId, pipelineId: DEMO.pipelines.buyers, name: 'Harbor loft' },
				...{ status: 'open', monetaryValue: 450_000 },
			}),
		},
		edited: { path: (id: string) => `opportunities/${id}`, fields: { monetaryValue: 460_000 } },
		removed: (id: string) => `opportunities/${id}`,
		events: [
			['OpportunityCreate', 'OpportunityUpdate'].map((type) => ({ type, monetaryValue: 450_000 })),
			['OpportunityUpdate', 'OpportunityMonetaryValueUpdate'].map((type) => ({
				type,
				monetaryValue: 460_000,
			})),
			['OpportunityDelete', 'OpportunityUpdate'].map((type) => ({ type, name: 'Harbor loft' })),
		],
	},
	{
		kind: 'an appointment',
		collection: 'appointments',
		added: {
			path: () => 'calendars/events/appointments',
			fields: () => ({
				...{ contactId, calendarId: DEMO.calendars.viewings, title: 'Viewing' },
				...{ startTime: START, ignoreFreeSlotValidation: true },
			}),
		},
		edited: {
			path: (id: string) => `calendars/events/appointments/${id}`,
			fields: { appointmentStatus: 'showed' },
		},
		removed: (id: string) => `calendars/events/${id}`,
		events: [
			[{ type: 'AppointmentCreate', appointment: { title: 'Viewing', appointmentStatus: 'confirmed' } }],
			[{ type: 'AppointmentUpdate', appointment: { title: 'Viewing', appointmentStatus: 'showed' } }],
			[{ type: 'AppointmentDelete', appointment: { title: 'Viewing' } }],
		],
	},
];

describe.each(KINDS)('$kind by hand', ({ collection, added, edited, removed, events }) => {
	const ofContact = () => {
		const all = [...(sandbox.state.collections()[collection]?.values() ?? [])];
		return (all as Array<{ id: string; contactId: string }>).filter((own) => own.contactId === contactId);
	};

	const sorted = (sent: object[]) => [...sent].sort(byType);

	test('is added, edited and deleted, each with its webhooks and nothing else', async () => {
		const contact = sandbox.state.contacts.get(contactId);
		const [created = [], updated = [], deleted = []] = events;
		expect(sorted(await eventsByHand('POST', added.path(), added.fields()))).toMatchObject(sorted(created));
		const [record] = ofContact();
		const before = { ...record };
		const id = String(record?.id);
		expect(sorted(await eventsByHand('PUT', edited.path(id), edited.fields))).toMatchObject(sorted(updated));
		expect(differences(before, ofContact()[0] ?? {})).toEqual(edited.fields);
		expect(sorted(await eventsByHand('DELETE', removed(id)))).toMatchObject(sorted(deleted));
		expect(ofContact()).toEqual([]);
		expect(sandbox.state.contacts.get(contactId)).toBe(contact);
	});
});

/** What is another value now, times of changes aside. */
function differences(before: object, after: object): object {
	const old = new Map(Object.entries(before));
	return Object.fromEntries(
		Object.entries(after).filter(
			([name, value]) => value !== old.get(name) && !/^(dateUpdated|updatedAt)$/.test(name),
		),
	);
}

const byType = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));

test('an opportunity is lost by hand for a reason, and moved to another stage', async () => {
	const { body } = await byHand('POST', 'opportunities', {
		...{ contactId, pipelineId: DEMO.pipelines.buyers, name: 'Harbor loft', status: 'open' },
	});
	const id = body.opportunity.id as string;
	const moved = await eventsByHand('PUT', `opportunities/${id}`, {
		pipelineStageId: DEMO.pipelineStages.viewing,
	});
	expect(moved.map(({ type }) => type).sort()).toEqual(['OpportunityStageUpdate', 'OpportunityUpdate']);
	const lost = await eventsByHand('PUT', `opportunities/${id}/status`, {
		...{ status: 'lost', lostReasonId: DEMO.lostReasons.price },
	});
	expect(lost.map(({ type }) => type).sort()).toEqual(['OpportunityStatusUpdate', 'OpportunityUpdate']);
	expect(sandbox.state.opportunities.get(id)).toMatchObject({ lostReasonId: DEMO.lostReasons.price });
});

describe('what cannot be saved', () => {
	const viewing = { calendarId: DEMO.calendars.viewings, startTime: START, ignoreFreeSlotValidation: true };
	const opportunity = () => ({
		...{ contactId, pipelineId: DEMO.pipelines.buyers, name: 'Loft', status: 'open' },
	});
	const cases: Array<{ what: string; path: () => string; body: () => object; field: string; text: RegExp }> =
		[
			{
				what: 'an email that is none',
				path: () => 'contacts',
				body: () => ({ email: 'ada' }),
				field: 'email',
				text: /not an email address\. Enter one such as/,
			},
			{
				what: 'a phone that is none',
				path: () => 'contacts',
				body: () => ({ phone: '12' }),
				field: 'phone',
				text: /not a phone number\. Enter it with its country code/,
			},
			{
				what: 'an email that somebody has',
				path: () => 'contacts',
				body: () => ({ firstName: 'Ben', email: 'ada@x.example' }),
				field: 'email',
				text: /^Ada King has this email already\. Edit that contact, or turn on/i,
			},
			{
				what: 'a note without text',
				path: () => `contacts/${contactId}/notes`,
				body: () => ({ title: 'Garden', body: '' }),
				field: 'body',
				text: /empty\. Fill it in/,
			},
			{
				what: 'a note of nobody',
				path: () => 'contacts/nobody/notes',
				body: () => ({ body: 'Likes roses' }),
				field: 'contactId',
				text: /no longer exists\. Choose another/,
			},
			{
				what: 'a task without a date',
				path: () => `contacts/${contactId}/tasks`,
				body: () => ({ title: 'Call', completed: false }),
				field: 'dueDate',
				text: /empty\. Fill it in/,
			},
			{
				what: 'a task that is due at no time',
				path: () => `contacts/${contactId}/tasks`,
				body: () => ({ title: 'Call', completed: false, dueDate: 'soon' }),
				field: 'dueDate',
				text: /not a date with a time\. Choose both/,
			},
			{
				what: 'an appointment that ends before it begins',
				path: () => 'calendars/events/appointments',
				body: () => ({ ...viewing, contactId, endTime: '2030-03-04T14:00:00.000Z' }),
				field: 'endTime',
				text: /not after the start\. Choose a later time/,
			},
			{
				what: 'an appointment of somebody who is not in the team',
				path: () => 'calendars/events/appointments',
				body: () => ({ ...viewing, contactId, assignedUserId: DEMO.users.amelia }),
				field: 'assignedUserId',
				text: /not in the team of the calendar\. Choose someone else/,
			},
			{
				what: 'an appointment of a team without saying of whom',
				path: () => 'calendars/events/appointments',
				body: () => ({ ...viewing, contactId, calendarId: DEMO.calendars.consultations }),
				field: 'assignedUserId',
				text: /Several users share this calendar\. Choose who/,
			},
			{
				what: 'an appointment with a status that there is not',
				path: () => 'calendars/events/appointments',
				body: () => ({ ...viewing, contactId, appointmentStatus: 'later' }),
				field: 'appointmentStatus',
				text: /Choose one of these: new, confirmed/,
			},
			{
				what: 'a field that there is not',
				path: () => 'contacts',
				body: () => ({ firstName: 'Ben', shoeSize: '9' }),
				field: 'shoeSize',
				text: /does not take this field/,
			},
		];

	test.each(cases)(
		'$what is refused in plain words, and changes nothing',
		async ({ path, body, field, text }) => {
			const before = stored();
			let answer: Awaited<ReturnType<typeof byHand>> | undefined;
			const events = await eventsOf(sandbox, receiver, async () => {
				answer = await byHand('POST', path(), body());
			});
			expect(answer?.status).toBeGreaterThanOrEqual(400);
			expect(answer?.body).toMatchObject({ message: 'Nothing was saved. Correct what is marked.' });
			expect(answer?.body.fields).toEqual([{ field, text: expect.stringMatching(text) }]);
			expect(stored()).toBe(before);
			expect(events).toEqual([]);
		},
	);

	test('includes a second opportunity of a contact in a pipeline', async () => {
		await byHand('POST', 'opportunities', opportunity());
		const before = stored();
		const { status, body } = await byHand('POST', 'opportunities', opportunity());
		expect(status).toBe(400);
		expect(body.fields).toEqual([
			{ field: 'pipelineId', text: expect.stringMatching(/already\. Edit that one, or choose another/) },
		]);
		expect(stored()).toBe(before);
	});

	test('is told in the words of the API where it belongs to no field', async () => {
		const { status, body } = await byHand('PUT', `contacts/${contactId}/notes/none`, { body: 'Roses' });
		expect(status).toBe(400);
		expect(body).toMatchObject({ message: 'Nothing was saved: Note with id none not found', fields: [] });
	});

	test('includes what belongs to another sub-account', async () => {
		const { id } = sandbox.state.addContact({ locationId: DEMO.otherLocationId, firstName: 'Eve' });
		const before = stored();
		expect((await byHand('PUT', `contacts/${id}`, { firstName: 'Eva' })).status).toBe(403);
		expect(stored()).toBe(before);
	});

	test('includes everything that a page of another site sends', async () => {
		const before = stored();
		const { status } = await fetch(`${sandbox.url}/__sandbox/manual/contacts`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Origin: 'https://elsewhere.example' },
			body: JSON.stringify({ firstName: 'Ben' }),
		});
		expect(status).toBe(403);
		expect(stored()).toBe(before);
	});
});

test('work by hand is neither recorded nor limited', async () => {
	sandbox.configure({ rateLimit: { max: 1 } });
	const before = sandbox.requests.length;
	for (const firstName of ['Ben', 'Cy', 'Di'])
		expect((await byHand('POST', 'contacts', { firstName })).status).toBe(201);
	expect(sandbox.requests).toHaveLength(before);
});

describe('what a visitor fills in by hand', () => {
	test('makes a submission and a contact, and a refusal says which field', async () => {
		const path = `forms/${DEMO.forms.inquiry}/submit`;
		const fields = { first_name: 'Ben', email: 'ben@x.example' };
		const events = await eventsByHand('POST', path, fields);
		expect(events.map(({ type }) => type)).toEqual(['ContactCreate']);
		expect(sandbox.state.formSubmissions.size).toBe(1);
		const { status, body } = await byHand('POST', path, { ...fields, phone: '123' });
		expect(status).toBe(422);
		expect(body.fields).toEqual([{ field: 'phone', text: expect.stringContaining('country code') }]);
		expect(sandbox.state.formSubmissions.size).toBe(1);
	});
});
