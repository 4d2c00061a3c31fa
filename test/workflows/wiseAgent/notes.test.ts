import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { byId, fails, requestsOfType, startWiseAgent, succeeds } from '../../support/wiseAgent';
import { store } from './contact/people';

let sandbox: WiseAgentSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => {
	sandbox.reset();
	contactId = store(sandbox, { CFirst: 'Ada' });
});
afterAll(async () => await sandbox.close());

const notesOf = (owner: string) => sandbox.state.notes.inGroup(owner);

test('one note for several contacts goes out in one request, and each gets an item', async () => {
	const [second, third] = [store(sandbox, { CFirst: 'Bea' }), store(sandbox, { CFirst: 'Max' })];
	const created = await succeeds(sandbox, 'note.create', {
		parameters: {
			contactId: byId(contactId),
			note: 'Wants <b>a garden</b>\nand "more" & more',
			additionalFields: {
				clientids: `${second}, ${third}, ${second}`,
				subject: 'Wishes',
				categories: 'Buyer',
			},
		},
	});

	expect(created.map(({ ClientID }) => ClientID)).toEqual([contactId, second, third].map(Number));
	expect(requestsOfType(sandbox, 'addContactNote')).toHaveLength(1);
	for (const { ClientID, NoteID } of created) {
		expect(notesOf(String(ClientID))).toMatchObject([
			{ NoteID, Note: 'Wants <b>a garden</b>\nand "more" & more', Subject: 'Wishes', Categories: ['Buyer'] },
		]);
	}
});

test('a contact that is not there is named, with those that have the note now', async () => {
	const { message, description, details } = await fails(sandbox, 'note.create', {
		parameters: {
			contactId: byId(contactId),
			note: 'Hello',
			additionalFields: { clientids: ['4711', 'V1'] },
		},
	});

	expect(message).toBe('Wise Agent added no note to 4711, V1');
	expect(description).toContain(`The note was added to ${contactId}`);
	expect(details.contactIds).toEqual(['4711', 'V1']);
	expect(notesOf(contactId)).toHaveLength(1);
});

test('the notes of a contact are filtered, and all of them read over several pages', async () => {
	for (let index = 0; index < 230; index++) {
		sandbox.state.addNote({
			owner: contactId,
			Subject: index % 2 ? 'Odd' : 'Even',
			Note: `Note ${index}`,
			Categories: index % 10 ? [] : ['Buyer', 'Ski, Golf'],
			notedAt: index < 5 ? '2026-03-02T05:30:00.000Z' : '2026-03-03T05:30:00.000Z',
		});
	}
	const count = async (filters: object) =>
		(
			await succeeds(sandbox, 'note.getAll', {
				parameters: { contactId: byId(contactId), returnAll: true, filters: filters as never },
			})
		).length;

	expect(await count({})).toBe(230);
	expect(await count({ subject: 'odd' })).toBe(115);
	expect(await count({ categories: ['Buyer'] })).toBe(23);
	expect(await count({ categories: ['Ski, Golf'] })).toBe(23);
	// In Arizona, it was the evening before.
	expect(await count({ date: '2026-03-01' })).toBe(5);
});

test('a note is read by its id alone, and its time is that of Arizona', async () => {
	const { NoteID } = sandbox.state.addNote({
		owner: contactId,
		Note: 'Hello',
		notedAt: '2026-07-01T17:30:00.000Z',
	});
	const [note] = await succeeds(sandbox, 'note.get', { parameters: { noteId: byId(String(NoteID)) } });

	expect(note).toMatchObject({ NoteID, ClientID: Number(contactId), NoteDate: '2026-07-01T10:30:00-07:00' });
});

test('text, subject and categories are changed, each without the others', async () => {
	const { NoteID } = sandbox.state.addNote({
		owner: contactId,
		...{ Note: 'Old', Subject: 'Wishes', Categories: ['Buyer'] },
	});
	const noteId = byId(String(NoteID));
	await succeeds(sandbox, 'note.update', {
		parameters: { noteId, updateFields: { note: 'New', subject: '' } },
	});
	expect(notesOf(contactId)).toMatchObject([{ Note: 'New', Subject: 'Wishes', Categories: ['Buyer'] }]);

	await succeeds(sandbox, 'note.setCategories', { parameters: { noteId, categories: ['Seller'] } });
	expect(notesOf(contactId)).toMatchObject([{ Note: 'New', Categories: ['Seller'] }]);
	await succeeds(sandbox, 'note.setCategories', { parameters: { noteId, categories: [] } });
	expect(notesOf(contactId)).toMatchObject([{ Note: 'New', Categories: [] }]);
});

describe('a locked note', () => {
	test.each(['note.update', 'note.setCategories', 'note.delete'])(
		'is refused by %s, which says so',
		async (id) => {
			const { NoteID } = sandbox.state.addNote({
				owner: contactId,
				...{ Note: 'Old', lockedAt: '2026-03-01T00:00:00.000Z' },
			});
			const parameters = {
				noteId: byId(String(NoteID)),
				updateFields: { note: 'New' },
				categories: ['Buyer'],
			};
			const { message, description } = await fails(sandbox, id, { parameters });

			expect(message).toMatch(/^Wise Agent refused the change: note (\d+ )?is locked$/i);
			expect(description).toContain('Unlock it in Wise Agent');
			expect(notesOf(contactId)).toMatchObject([{ Note: 'Old', Categories: [] }]);
		},
	);
});

test('a note of a vendor is written, changed and deleted as such', async () => {
	sandbox.state.vendors.set('V26855', {
		...{ VendorID: 'V26855', Company: 'Wise Inspections', ContactName: 'Bill', AlternateContact: '' },
		...{
			Address: '',
			City: '',
			State: '',
			Zip: '',
			Phone: '',
			ContactPhone: '',
			Fax: '',
			Email: '',
			Url: '',
		},
		Type: 'Title',
	});
	const [created] = await succeeds(sandbox, 'note.create', {
		parameters: { contactId: byId('v26855'), note: 'Hello' },
	});
	expect(created?.ClientID).toBe('V26855');
	const noteId = byId(String(created?.NoteID));
	await succeeds(sandbox, 'note.update', {
		parameters: { noteId, vendor: true, updateFields: { note: 'Bye' } },
	});
	expect(notesOf('V26855')).toMatchObject([{ Note: 'Bye' }]);
	await succeeds(sandbox, 'note.delete', { parameters: { noteId, vendor: true } });
	expect(notesOf('V26855')).toEqual([]);
});
