import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { book } from './calendarSupport';
import { call, create, DEMO, start } from './support';

let sandbox: HighLevelSandbox;
let contactId: string;
let appointmentId: string;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { email: 'a@x.example' });
	appointmentId = (await book(sandbox, contactId)).body.id;
});
afterAll(() => sandbox.close());

const on = (method: string, path = '', body?: unknown, options: Parameters<typeof call>[4] = {}) =>
	call(sandbox, method, `/calendars/appointments/${appointmentId}/notes${path}`, body, options);
const page = (limit: number, offset: number) => on('GET', `?limit=${limit}&offset=${offset}`);

describe.each(['2021-04-15', 'v3'])('notes of an appointment under %s', (version) => {
	const options = { version };

	test('are created, listed, changed and deleted', async () => {
		const created = await on('POST', '', { body: 'Rang twice', userId: DEMO.users.ben }, options);
		expect(created.status).toBe(201);
		expect(created.body).toEqual({
			note: {
				id: expect.any(String),
				body: 'Rang twice',
				userId: DEMO.users.ben,
				contactId,
				dateAdded: expect.any(String),
				createdBy: { id: DEMO.users.ben, name: 'Ben Okafor' },
			},
		});
		const { note } = created.body;
		const list = () => on('GET', '?limit=20&offset=0', undefined, options);
		expect((await list()).body).toEqual({ notes: [note], hasMore: false });
		const changed = await on('PUT', `/${note.id}`, { body: 'Rang thrice' }, options);
		expect(changed.status).toBe(200);
		expect(changed.body).toEqual({ note: { ...note, body: 'Rang thrice' } });
		const deleted = await on('DELETE', `/${note.id}`, undefined, options);
		expect(deleted.status).toBe(200);
		expect(deleted.body).toEqual({ success: true });
		expect((await list()).body).toEqual({ notes: [], hasMore: false });
	});
});

test('are none of the notes of the contact', async () => {
	await on('POST', '', { body: 'x' });
	expect((await call(sandbox, 'GET', `/contacts/${contactId}/notes`)).body.notes).toEqual([]);
});

test('are listed by page, the newest first, and tell whether there are more', async () => {
	for (const body of ['one', 'two', 'three']) await on('POST', '', { body });
	const bodies = async (limit: number, offset: number) => {
		const { body } = await page(limit, offset);
		return [body.notes.map((note: { body: string }) => note.body), body.hasMore];
	};
	expect(await bodies(2, 0)).toEqual([['three', 'two'], true]);
	expect(await bodies(2, 2)).toEqual([['one'], false]);
	expect(await bodies(3, 0)).toEqual([['three', 'two', 'one'], false]);
	expect(await bodies(20, 9)).toEqual([[], false]);
});

test('go with their appointment, and with its contact', async () => {
	await on('POST', '', { body: 'x' });
	await call(sandbox, 'DELETE', `/calendars/events/${appointmentId}`);
	expect(sandbox.state.appointmentNotes.size).toBe(0);
	appointmentId = (await book(sandbox, contactId)).body.id;
	await on('POST', '', { body: 'x' });
	await call(sandbox, 'DELETE', `/contacts/${contactId}`);
	expect(sandbox.state.appointmentNotes.size).toBe(0);
});

describe('refused', () => {
	const NUMBER = 'must be a number conforming to the specified constraints';

	test.each([
		['', ['limit should not be empty', `limit ${NUMBER}`, 'offset should not be empty', `offset ${NUMBER}`]],
		['?limit=5', ['offset should not be empty', `offset ${NUMBER}`]],
		['?limit=21&offset=0', ['limit must not be greater than 20']],
		['?limit=5&offset=-1', ['offset must not be less than 0']],
		['?limit=5&offset=0&query=x', ['property query should not exist']],
	])('the list %j with 422', async (query, message) => {
		const answer = await on('GET', query);
		expect(answer.status).toBe(422);
		expect(answer.body.message).toEqual(message);
	});

	test.each([
		[{}, ['body should not be empty', 'body must be a string']],
		[{ body: '' }, ['body should not be empty']],
		[{ body: 'x', title: 'y' }, ['property title should not exist']],
		[{ body: 'x'.repeat(5001) }, ['body must be shorter than or equal to 5000 characters']],
	])('the note %# with 422', async (body, message) => {
		const created = await on('POST', '', { body: 'x'.repeat(5000) });
		expect(created.status).toBe(201);
		for (const answer of [await on('POST', '', body), await on('PUT', `/${created.body.note.id}`, body)]) {
			expect(answer.status).toBe(422);
			expect(answer.body.message).toEqual(message);
		}
	});

	test('a note that does not exist, or is that of another appointment, with 400', async () => {
		const { id } = (await on('POST', '', { body: 'x' })).body.note;
		appointmentId = sandbox.state.addAppointment({ contactId, startTime: '2040-03-06T15:00:00Z' }).id;
		for (const noteId of ['nothing', id]) {
			const changed = await on('PUT', `/${noteId}`, { body: 'y' });
			expect(changed.status).toBe(400);
			expect(changed.body.message).toBe(`Note with id ${noteId} not found`);
			expect((await on('DELETE', `/${noteId}`)).status).toBe(400);
		}
		expect(sandbox.state.appointmentNotes.get(id)).toMatchObject({ body: 'x' });
	});

	test('an unknown appointment with 400, one of another location with 403', async () => {
		const { id } = sandbox.state.addContact({ locationId: DEMO.otherLocationId });
		const foreign = sandbox.state.addAppointment({ contactId: id, startTime: '2040-03-06T15:00:00Z' }).id;
		for (const [other, status] of [
			['nothing', 400],
			[foreign, 403],
		] as const) {
			appointmentId = other;
			expect((await page(5, 0)).status).toBe(status);
			expect((await on('POST', '', { body: 'x' })).status).toBe(status);
			expect((await on('DELETE', '/nothing')).status).toBe(status);
		}
	});

	test('a token without the scope with 401', async () => {
		const options = { token: DEMO.readOnlyToken };
		expect((await on('POST', '', { body: 'x' }, options)).status).toBe(401);
		expect((await on('GET', '?limit=5&offset=0', undefined, options)).status).toBe(200);
	});
});
