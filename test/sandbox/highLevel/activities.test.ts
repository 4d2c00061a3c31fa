import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from './support';

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { email: 'a@x.example', tags: ['one'] });
});
afterAll(() => sandbox.close());

const on = (method: string, path: string, body?: unknown, version?: string) =>
	call(sandbox, method, `/contacts/${contactId}${path}`, body, version ? { version } : {});

describe('tasks', () => {
	const task = { title: 'Call back', dueDate: '2026-12-01T10:00:00-05:00', completed: false };

	test('are created, listed, read, changed, completed and deleted', async () => {
		const created = await on('POST', '/tasks', { ...task, assignedTo: DEMO.users.ben });
		expect(created.status).toBe(201);
		const { id } = created.body.task;
		expect(created.body.task).toEqual({
			id: expect.any(String),
			title: 'Call back',
			dueDate: '2026-12-01T15:00:00.000Z',
			completed: false,
			assignedTo: DEMO.users.ben,
			contactId,
		});
		expect((await on('GET', '/tasks')).body.tasks).toEqual([created.body.task]);
		expect((await on('PUT', `/tasks/${id}`, { body: 'soon' })).body.task.body).toBe('soon');
		expect((await on('PUT', `/tasks/${id}/completed`, { completed: true })).body.task.completed).toBe(true);
		expect((await on('GET', `/tasks/${id}`)).body.task).toMatchObject({ body: 'soon', completed: true });
		expect((await on('DELETE', `/tasks/${id}`)).body).toEqual({ succeded: true });
		expect((await on('GET', `/tasks/${id}`)).status).toBe(400);
	});

	test.each([
		[{}, 'title should not be empty'],
		[{ ...task, dueDate: 'tomorrow' }, 'dueDate must be a valid ISO 8601 date string'],
		[{ ...task, completed: 'no' }, 'completed must be a boolean value'],
		[{ ...task, locationId }, 'property locationId should not exist'],
	])('%j is refused with 422', async (body, message) => {
		const answer = await on('POST', '/tasks', body);
		expect(answer.status).toBe(422);
		expect(answer.body.message).toContain(message);
	});

	test('of another contact are not found', async () => {
		const { body } = await on('POST', '/tasks', task);
		const other = await create(sandbox, {});
		const answer = await call(sandbox, 'GET', `/contacts/${other}/tasks/${body.task.id}`);
		expect(answer.status).toBe(400);
	});

	test('are searched over the whole location', async () => {
		const other = await create(sandbox, {});
		await on('POST', '/tasks', task);
		await call(sandbox, 'POST', `/contacts/${other}/tasks`, { ...task, title: 'Visit', completed: true });
		const titles = async (body: object) => {
			const answer = await call(sandbox, 'POST', `/locations/${locationId}/tasks/search`, body);
			expect(answer.status).toBe(200);
			return answer.body.tasks.map(({ title }: { title: string }) => title);
		};
		expect(await titles({})).toEqual(['Visit', 'Call back']);
		expect(await titles({ contactId: [contactId] })).toEqual(['Call back']);
		expect(await titles({ completed: true })).toEqual(['Visit']);
		expect(await titles({ query: 'CALL' })).toEqual(['Call back']);
		expect(await titles({ limit: 1, skip: 1 })).toEqual(['Call back']);
		expect(await titles({ assignedTo: [DEMO.users.ben] })).toEqual([]);
	});
});

describe('notes', () => {
	test('are created, listed, read, changed and deleted', async () => {
		const created = await on('POST', '/notes', {
			body: 'Likes gardens',
			color: '#FFAA00',
			userId: DEMO.users.ben,
		});
		expect(created.status).toBe(201);
		expect(created.body.note).toMatchObject({ body: 'Likes gardens', contactId, pinned: false });
		const { id } = created.body.note;
		expect((await on('GET', '/notes')).body.notes).toEqual([created.body.note]);
		expect((await on('PUT', `/notes/${id}`, { pinned: true })).body.note).toMatchObject({
			body: 'Likes gardens',
			pinned: true,
		});
		expect((await on('DELETE', `/notes/${id}`, undefined, 'v3')).body).toEqual({
			succeeded: true,
			succeded: true,
		});
		expect((await on('GET', `/notes/${id}`)).status).toBe(400);
	});

	test.each([
		[{ title: 'x' }, 'body should not be empty'],
		[{ body: 'x', color: 'red' }, 'color must be a hexadecimal color'],
		[{ body: 'x', locationId }, 'property locationId should not exist'],
	])('%j is refused with 422', async (body, message) => {
		const answer = await on('POST', '/notes', body);
		expect(answer.status).toBe(422);
		expect(answer.body.message).toContain(message);
	});

	test('of an unknown contact answer 400', async () => {
		expect((await call(sandbox, 'GET', '/contacts/nobody/notes')).status).toBe(400);
	});
});

describe('tags and followers', () => {
	test('adding tags keeps the others, removing takes a body', async () => {
		const added = await on('POST', '/tags', { tags: ['Two', 'one'] });
		expect(added.status).toBe(201);
		expect(added.body.tags).toEqual(['one', 'two']);
		const removed = await on('DELETE', '/tags', { tags: ['ONE', 'nine'] });
		expect(removed.status).toBe(200);
		expect(removed.body.tags).toEqual(['two']);
		expect((await on('DELETE', '/tags')).status).toBe(422);
	});

	test('followers are added and removed', async () => {
		const { amelia, ben } = DEMO.users;
		await on('POST', '/followers', { followers: [amelia] });
		const added = await on('POST', '/followers', { followers: [amelia, ben] });
		expect(added.status).toBe(201);
		expect(added.body).toEqual({ followers: [amelia, ben], followersAdded: [ben] });
		expect((await on('DELETE', '/followers', { followers: [amelia] })).body).toEqual({
			followers: [ben],
			followersRemoved: [amelia],
		});
	});
});

describe('campaigns and workflows', () => {
	const { newLead } = DEMO.workflows;
	const { spring } = DEMO.campaigns;

	test('a contact joins and leaves', async () => {
		const joined = await on('POST', `/workflow/${newLead}`, { eventStartTime: '2026-12-01T10:00:00+01:00' });
		expect(joined.status).toBe(201);
		expect(joined.body).toEqual({ succeded: true });
		expect((await on('POST', `/campaigns/${spring}`, {})).status).toBe(201);
		expect(sandbox.state.contacts.get(contactId)).toMatchObject({
			workflows: [newLead],
			campaigns: [spring],
		});
		expect((await on('DELETE', `/workflow/${newLead}`, {}, 'v3')).body).toEqual({
			succeeded: true,
			succeded: true,
		});
		expect((await on('DELETE', `/campaigns/${spring}`)).status).toBe(200);
		expect(sandbox.state.contacts.get(contactId)).toMatchObject({ workflows: [], campaigns: [] });
	});

	test('unknown ones and a time without meaning are refused', async () => {
		expect((await on('POST', '/workflow/nothing', {})).status).toBe(400);
		expect((await on('POST', `/workflow/${newLead}`, { eventStartTime: 'soon' })).status).toBe(422);
	});
});

describe('appointments', () => {
	test('are listed in the order in which they begin, in the time of the location and without a zone', async () => {
		expect((await on('GET', '/appointments')).body).toEqual({ events: [] });
		const later = sandbox.state.addAppointment({ contactId, startTime: '2026-12-02T15:00:00.000Z' });
		const first = sandbox.state.addAppointment({
			contactId,
			title: 'Viewing',
			startTime: '2026-07-01T15:00:00.000Z',
			endTime: '2026-07-01T16:00:00.000Z',
			assignedUserId: DEMO.users.ben,
			users: [DEMO.users.ben],
			notes: 'Bring the keys',
		});
		const { events } = (await on('GET', '/appointments')).body;
		expect(events).toEqual([
			{
				id: first.id,
				calendarId: DEMO.calendars.viewings,
				status: 'booked',
				title: 'Viewing',
				assignedUserId: DEMO.users.ben,
				notes: 'Bring the keys',
				startTime: '2026-07-01 11:00:00',
				endTime: '2026-07-01 12:00:00',
				locationId,
				contactId,
				appointmentStatus: 'confirmed',
				users: [DEMO.users.ben],
				dateAdded: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
				dateUpdated: expect.any(String),
				assignedResources: [],
			},
			expect.objectContaining({
				id: later.id,
				startTime: '2026-12-02 10:00:00',
				endTime: '2026-12-02 10:30:00',
			}),
		]);
	});

	test('go with their contact, and an unknown contact has none', async () => {
		sandbox.state.addAppointment({ contactId, startTime: '2026-12-02T15:00:00.000Z' });
		await on('DELETE', '');
		expect(sandbox.state.appointments.size).toBe(0);
		expect((await on('GET', '/appointments')).status).toBe(400);
		expect(() => sandbox.state.addAppointment({ contactId, startTime: '2026-12-02T15:00:00.000Z' })).toThrow(
			contactId,
		);
	});
});

describe('bulk calls', () => {
	const bulk = (type: string, body: object, version?: string) =>
		call(
			sandbox,
			'POST',
			`/contacts/bulk/tags/update/${type}`,
			{ locationId, ...body },
			version ? { version } : {},
		);

	test('change the tags of many, and tell of each what became of it', async () => {
		const deleted = await create(sandbox, {});
		await call(sandbox, 'DELETE', `/contacts/${deleted}`);
		const { id: foreign } = sandbox.state.addContact({ locationId: DEMO.otherLocationId });
		const { status, body } = await bulk('add', {
			contacts: [contactId, 'abc', deleted, foreign],
			tags: ['Two'],
		});
		expect(status).toBe(201);
		expect(body).toEqual({
			succeded: false,
			errorCount: 3,
			responses: [
				{
					contactId,
					message: 'Tags updated',
					type: 'success',
					oldTags: ['one'],
					tagsAdded: ['two'],
					tagsRemoved: [],
				},
				{ contactId: 'abc', message: 'contact id is not a valid firebase id', type: 'error' },
				{ contactId: deleted, message: 'contact is deleted', type: 'error' },
				{ contactId: foreign, message: 'contact does not belong to location', type: 'error' },
			],
		});
	});

	test('remove some tags or all of them', async () => {
		sandbox.state.updateContact(contactId, { tags: ['one', 'two', 'three'] });
		await bulk('remove', { contacts: [contactId], tags: ['two'] });
		expect(sandbox.state.contacts.get(contactId)?.tags).toEqual(['one', 'three']);
		const { body } = await bulk('remove', { contacts: [contactId], tags: [], removeAllTags: true }, 'v3');
		expect(body).toMatchObject({ succeeded: true, succeded: true, errorCount: 0 });
		expect(sandbox.state.contacts.get(contactId)?.tags).toEqual([]);
	});

	test('refuse another type, and to remove all while adding', async () => {
		expect((await bulk('swap', { contacts: [], tags: [] })).status).toBe(422);
		expect((await bulk('add', { contacts: [], tags: [], removeAllTags: true })).status).toBe(422);
	});

	test('put up to 50 contacts into a business, and out again', async () => {
		const business = (ids: string[], businessId: string | null) =>
			call(sandbox, 'POST', '/contacts/bulk/business', { locationId, ids, businessId });
		const { status, body } = await business([contactId, 'nobody'], DEMO.businesses.northPier);
		expect(status).toBe(200);
		expect(body).toEqual({ success: true, ids: [contactId] });
		await business([contactId], null);
		expect(sandbox.state.contacts.get(contactId)?.businessId).toBeNull();
		expect((await business([contactId], 'nothing')).status).toBe(400);
		const tooMany = await business([...Array(51).keys()].map(String), null);
		expect(tooMany.body.message).toEqual(['ids must contain no more than 50 elements']);
	});
});
