import type { WiseAgentSandbox, Sent } from './support';
import { call, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
let id: number;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(async () => {
	sandbox.reset();
	id = await webcontact(sandbox);
});
afterAll(() => sandbox.close());

const notes = async (parameters: Sent) => (await call(sandbox, 'GET', 'getContactNotes', parameters)).body;
const add = async (fields: Sent = {}) => {
	const sent = { clientids: id, note: 'Called', subject: 'Call', ...fields };
	return (await call(sandbox, 'POST', 'addContactNote', sent)).body;
};
const addOne = async (fields: Sent = {}) => (await add(fields))[0].data[0].NoteID as number;
const failure = (message: string) => [{ success: 'false', message }];
const success = [{ success: 'true' }];

describe('a note', () => {
	test('is read with its time in Arizona and its categories as JSON in a text', async () => {
		const { NoteID } = sandbox.state.addNote({
			owner: String(id),
			Subject: 'Viewing',
			Note: '<p>Liked it</p>',
			Categories: ['Buyer'],
			notedAt: '2025-06-01T06:42:00.000Z',
		});
		expect(await notes({ ClientID: id })).toEqual([
			{
				NoteID,
				ClientID: id,
				Subject: 'Viewing',
				Note: '<p>Liked it</p>',
				NoteDate: '5/31/2025 11:42:00 PM',
				Locked: 0,
				LockDate: null,
				insideteamid: 0,
				Categories: '[{"tagName":"buyer","name":"Buyer","catID":10851}]',
			},
		]);
	});

	test('is found by its own id alone, as an event tells it', async () => {
		const noteId = await addOne();
		expect(await notes({ NoteID: noteId })).toMatchObject([{ NoteID: noteId, ClientID: id }]);
		expect(await notes({ NoteID: noteId, ClientID: 1 })).toEqual([]);
		expect(await notes({ NoteID: 1 })).toEqual([]);
	});

	test('is written to several contacts at once, and unknown ones are passed over', async () => {
		const other = await webcontact(sandbox, { CEmail: 'b@x.example' });
		const answer = await add({ clientids: `${id}, 1,${other}` });
		expect(answer).toEqual([
			{
				success: 'true',
				data: [
					{ ClientID: id, NoteID: expect.any(Number) },
					{ ClientID: other, NoteID: expect.any(Number) },
				],
			},
		]);
	});

	test.each([
		[{ clientids: '' }, 'Missing clientids'],
		[{ clientids: '1,2' }, 'No contact was found'],
		[{ note: ' ' }, 'Missing note'],
	])('is not written with %j, and the failure is as wrapped as a success', async (fields, message) => {
		expect(await add(fields)).toEqual(failure(message));
		expect(sandbox.state.notes.size).toBe(0);
	});

	test('separates its categories by commas, and line breaks stay in its text', async () => {
		const noteId = await addOne({ categories: 'buyer, Fresh', note: 'One\r\nTwo' });
		expect(sandbox.state.notes.get(String(noteId))).toMatchObject({
			Categories: ['Buyer', 'Fresh'],
			Note: 'One\r\nTwo',
		});
	});

	test('is changed, filed and removed', async () => {
		const noteID = await addOne();
		const { body } = await call(sandbox, 'PUT', 'updateContactNote', { noteID, note: 'Met' });
		expect(body).toEqual(success);
		await call(sandbox, 'PUT', 'updateContactNoteCategories', { noteID, categories: 'Seller' });
		expect(sandbox.state.notes.get(String(noteID))).toMatchObject({
			Note: 'Met',
			Subject: 'Call',
			Categories: ['Seller'],
		});
		expect((await call(sandbox, 'DELETE', 'removeContactNote', { noteID })).body).toEqual(success);
		expect(await notes({ ClientID: id })).toEqual([]);
	});

	test.each([
		['PUT', 'updateContactNote'],
		['PUT', 'updateContactNoteCategories'],
		['DELETE', 'removeContactNote'],
	] as const)('that is locked is safe from %s %s', async (verb, requestType) => {
		const before = sandbox.state.addNote({ owner: String(id), lockedAt: '2025-06-01T00:00:00.000Z' });
		const sent = { noteID: before.NoteID, note: 'Met', categories: 'Seller' };
		const { status, body } = await call(sandbox, verb, requestType, sent);
		expect({ status, body }).toEqual({ status: 200, body: failure('Note is locked') });
		expect(sandbox.state.notes.get(String(before.NoteID))).toBe(before);
		expect(await notes({ NoteID: before.NoteID })).toMatchObject([
			{ Locked: 1, LockDate: '5/31/2025 5:00:00 PM' },
		]);
	});

	test.each([{}, { noteID: 1 }])('that does not exist is not changed: %j', async (sent) => {
		const { body } = await call(sandbox, 'PUT', 'updateContactNote', { ...sent, note: 'x' });
		expect(body).toEqual(failure(expect.stringMatching(/Missing noteID|not found/) as unknown as string));
	});
});

describe('notes', () => {
	test('come a hundred at a time, latest first', async () => {
		for (let index = 0; index < 130; index++) sandbox.state.addNote({ owner: String(id) });
		const pages = [await notes({ ClientID: id }), await notes({ ClientID: id, page: 2 })];
		expect(pages.map(({ length }) => length)).toEqual([100, 30]);
		const ids = pages.flat().map(({ NoteID }: { NoteID: number }) => NoteID);
		expect(ids).toEqual([...ids].sort((a, b) => b - a));
		expect(await notes({ ClientID: id, page_size: 7, page: 19 })).toHaveLength(4);
	});

	test('are filtered by category, subject and their day in Arizona', async () => {
		const { NoteID } = sandbox.state.addNote({
			owner: String(id),
			Subject: 'Viewing',
			Categories: ['Buyer'],
			notedAt: '2025-06-01T06:42:00.000Z',
		});
		sandbox.state.addNote({ owner: String(id), Subject: 'Call', Categories: ['Seller'] });
		for (const filter of [
			{ categories: 'buyer,Investor' },
			{ subject: 'viewing' },
			{ date: '05/31/2025' },
			{ date: '2025-05-31' },
		]) {
			expect(await notes({ ClientID: id, ...filter })).toMatchObject([{ NoteID }]);
		}
		expect(await notes({ ClientID: id, date: '2025-06-01' })).toEqual([]);
		expect(await notes({ ClientID: id, date: 'today' })).toEqual({ error: 'Invalid date' });
	});

	test('of nobody in particular are refused', async () => {
		expect(await notes({})).toEqual({ error: 'Missing ClientID' });
	});

	test('of a vendor need V before the number to be read and written, and `vendor` to be changed', async () => {
		const full = await start({ empty: false });
		const read = async (ClientID: string) => (await call(full, 'GET', 'getContactNotes', { ClientID })).body;
		try {
			const [{ NoteID }] = await read('v26855');
			expect(await read('26855')).toEqual([]);
			const change = (vendor: Sent) =>
				call(full, 'PUT', 'updateContactNote', { noteID: NoteID, note: 'x', ...vendor });
			expect((await change({})).body).toEqual(failure('Note was not found'));
			expect((await change({ vendor: 'true' })).body).toEqual(success);
			const { body } = await call(full, 'POST', 'addContactNote', { clientids: 'V26855', note: 'y' });
			expect(body[0].data[0].ClientID).toBe('V26855');
		} finally {
			await full.close();
		}
	});
});
