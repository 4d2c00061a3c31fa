import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { succeed } from '../../../support/odd/outcomes';
import { storeContact } from '../../../support/sandboxRuns';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
let contactId: string;
let seed = 0;
beforeEach(async () => {
	// The node remembers what it has created, so no id may come twice.
	sandbox = await startSandbox({ seed: ++seed });
	contactId = storeContact(sandbox);
});
afterEach(async () => await sandbox.close());

const create = (count: number, body = '={{ "Note " + $json.index }}') => ({
	items: Array.from({ length: count }, (_, index) => ({ index })),
	parameters: { contactId: byId(contactId), body },
});

const bodies = () => sandbox.state.notes.inGroup(contactId).map(({ body }) => body);

test('notes for one contact are stored in the order of the items', async () => {
	const created = await succeed(sandbox, 'note.create', create(5));

	const expected = ['Note 0', 'Note 1', 'Note 2', 'Note 3', 'Note 4'];
	expect(created.map(({ body }) => body)).toEqual(expected);
	expect(bodies()).toEqual(expected);
});

test.each([
	['different notes', undefined],
	['notes alike', 'Called, nobody there'],
])('20 %s, every fifth answer lost: 20 notes', async (_, body) => {
	sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', path: '/notes$', probability: 0.2 });
	const created = await succeed(sandbox, 'note.create', create(20, body));

	expect(bodies()).toHaveLength(20);
	expect(new Set(created.map(({ id }) => id)).size).toBe(20);
});

test('a note of yesterday with the same text is not taken for the one whose answer was lost', async () => {
	const [yesterday, id] = ['2020-01-01T10:00:00.000Z', sandbox.state.newId()];
	sandbox.state.notes.set(id, {
		...{ id, contactId, locationId: DEMO.locationId, body: 'Called', userId: null, title: null },
		...{ color: null, pinned: false, dateAdded: yesterday, dateUpdated: yesterday },
	});
	sandbox.faults.add({ kind: 'connectionReset', method: 'POST', path: '/notes$', times: 1 });
	const [created] = await succeed(sandbox, 'note.create', create(1, 'Called'));

	expect(created?.id).not.toBe(id);
	expect(bodies()).toEqual(['Called', 'Called']);
});

test('an update of one thing leaves the rest of a note as it is', async () => {
	const further = { title: 'Wishes', color: 'FFAA00', pinned: true, userId: byId(DEMO.users.ben) };
	const [note] = await succeed(sandbox, 'note.create', {
		parameters: { contactId: byId(contactId), body: 'A garden', additionalFields: further },
	});
	const noteId = String(note?.id);
	const before = sandbox.state.notes.get(noteId);
	expect(before).toMatchObject({ title: 'Wishes', color: '#FFAA00', pinned: true, userId: DEMO.users.ben });

	const parameters = { contactId: byId(contactId), noteId: byId(noteId), updateFields: { pinned: false } };
	await succeed(sandbox, 'note.update', { parameters });
	expect(sandbox.state.notes.get(noteId)).toEqual({
		...before,
		pinned: false,
		dateUpdated: expect.any(String),
	});
});
