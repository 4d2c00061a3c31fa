import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { byId, requestsOfType, startWiseAgent, succeeds } from '../../../support/wiseAgent';

const CONTACTS = 5_000;
const NOTES_EACH = 2;

let sandbox: WiseAgentSandbox;
let clientIds: number[];
beforeAll(async () => {
	sandbox = await startWiseAgent();
	const seeded = sandbox.state.seedContacts(CONTACTS, { notes: NOTES_EACH, tasks: 1 });
	clientIds = seeded.map(({ ClientID }) => ClientID);
}, 60_000);
beforeEach(() => {
	sandbox.requests.length = 0;
});
afterAll(async () => await sandbox.close());

/** Adds something with every request of a type that comes, as people do who work meanwhile. */
async function whileAdding<T>(requestType: string, add: () => void, work: () => Promise<T>): Promise<T> {
	let seen = 0;
	const timer = setInterval(() => {
		for (const count = requestsOfType(sandbox, requestType).length; seen < count; seen++) add();
	}, 1);
	try {
		return await work();
	} finally {
		clearInterval(timer);
	}
}

test('all of 5,000 contacts are read, each once, while others are added', async () => {
	const contacts = await whileAdding(
		'getContacts',
		() => sandbox.state.addContact({ CFirst: 'Added' }),
		async () => await succeeds(sandbox, 'contact.getAll', { parameters: { returnAll: true } }),
	);

	const read = new Set(contacts.map(({ ClientID }) => Number(ClientID)));
	expect(read.size).toBe(contacts.length);
	expect(clientIds.filter((id) => !read.has(id))).toEqual([]);
	expect(sandbox.state.contacts.size).toBeGreaterThan(CONTACTS);
	expect(contacts.every(({ DateUpdatedUTC }) => /Z$/.test(String(DateUpdatedUTC)))).toBe(true);
}, 120_000);

test('all of their tasks are read, each once, while others are added', async () => {
	const before = [...sandbox.state.tasks.values()].map(({ TaskID }) => TaskID);
	const tasks = await whileAdding(
		'tasks',
		() => sandbox.state.addTask({ Description: 'Added' }),
		async () => await succeeds(sandbox, 'task.getAll', { parameters: { returnAll: true } }),
	);

	const read = new Set(tasks.map(({ TaskID }) => TaskID));
	expect(before).toHaveLength(CONTACTS);
	expect(before.filter((id) => !read.has(id))).toEqual([]);
	expect(read.size).toBe(tasks.length);
}, 120_000);

test('all of their notes are read, contact by contact, while others are added', async () => {
	let place = 0;
	const notes = await whileAdding(
		'getContactNotes',
		() => sandbox.state.addNote({ owner: String(clientIds[place++ % CONTACTS]), Note: 'Added' }),
		async () =>
			await succeeds(sandbox, 'note.getAll', {
				items: clientIds.map((id) => ({ id })),
				parameters: { contactId: byId('={{ $json.id }}'), returnAll: true },
			}),
	);

	const seeded = notes.filter(({ Note }) => Note !== 'Added');
	expect(new Set(seeded.map(({ NoteID }) => NoteID)).size).toBe(CONTACTS * NOTES_EACH);
	expect(seeded).toHaveLength(CONTACTS * NOTES_EACH);
	expect(new Set(seeded.map(({ ClientID }) => ClientID)).size).toBe(CONTACTS);
}, 300_000);
