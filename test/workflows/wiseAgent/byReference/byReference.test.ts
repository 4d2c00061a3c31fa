import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { pace } from '../../../support/pace';
import { byId, fails, requestsOfType, startWiseAgent, succeeds } from '../../../support/wiseAgent';
import { store } from '../contact/people';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

const NOTE = 'note.upsertByReference';
const TASK = 'task.upsertByReference';
const ID = 'otg8dTqqGl2rLGFVKHIn';
const PARTS = { text: `HighLevel note ${ID}`, system: 'HighLevel', kind: 'note', id: ID };
const OF_TASK = { ...PARTS, text: `HighLevel task ${ID}`, kind: 'task' };

let sandbox: WiseAgentSandbox;
let contactId: string;
let seed = 0;
beforeEach(async () => {
	// The node remembers what it has created, so no ID may come twice.
	sandbox = await startWiseAgent({ seed: ++seed });
	contactId = store(sandbox, { CFirst: 'Ada' });
});
afterEach(async () => await sandbox.close());

const note = (text: string, more: IDataObject = {}) => ({
	parameters: { contactId, reference: PARTS.text, note: text, ...more },
});
const task = (Description: string, more: IDataObject = {}) => ({
	parameters: { reference: OF_TASK.text, Description, additionalFields: { contactId }, ...more },
});
const texts = () => [...sandbox.state.notes.inGroup(contactId)].map(({ Note }) => Note);
const tasks = () => [...sandbox.state.tasks.values()];
const changed = (id: unknown, fields: object) => {
	const stored = sandbox.state.notes.get(String(id));
	if (stored) sandbox.state.notes.set(String(id), { ...stored, ...fields });
};
const writes = () => sandbox.requests.filter(({ method }) => method === 'PUT');

test('a note is created, stays as it is, and is updated, whatever HTML Wise Agent has made of it', async () => {
	const [created] = await succeeds(sandbox, NOTE, note('Wants a garden'));
	expect(created).toMatchObject({
		...{ outcome: 'created', Note: 'Wants a garden', reference: PARTS },
		changes: { Note: { from: null, to: 'Wants a garden' }, reference: { from: null, to: PARTS } },
	});
	expect(texts()).toEqual([`Wants a garden<br>${PARTS.text}`]);

	changed(created?.NoteID, { Note: `<div><p>Wants a garden</p><p>HIGHLEVEL note&nbsp;${ID}</p></div>` });
	expect(await succeeds(sandbox, NOTE, note('Wants\na garden'))).toMatchObject([{ outcome: 'unchanged' }]);
	const noteId = byId(String(created?.NoteID));
	expect(await succeeds(sandbox, 'note.get', { parameters: { noteId } })).toMatchObject([
		{ Note: '<div><p>Wants a garden</p></div>', reference: PARTS },
	]);
	expect(writes()).toEqual([]);

	const more = { additionalFields: { subject: 'Wishes', categories: ['Buyer'] } };
	expect(await succeeds(sandbox, NOTE, note('Wants a garage', more))).toMatchObject([
		{
			...{ outcome: 'updated', NoteID: created?.NoteID, changedFields: ['Note', 'Subject', 'Categories'] },
			changes: { Subject: { from: null, to: 'Wishes' } },
		},
	]);
	expect(texts()).toEqual([`Wants a garage<br>${PARTS.text}`]);

	await succeeds(sandbox, 'note.update', { parameters: { noteId, updateFields: { note: 'Sold' } } });
	expect(texts()).toEqual([`Sold<br>${PARTS.text}`]);
	expect(await succeeds(sandbox, NOTE, note('Sold', more))).toMatchObject([{ outcome: 'unchanged' }]);
});

test('a locked note is refused and named, and one that need not change is not', async () => {
	const [created] = await succeeds(sandbox, NOTE, note('Wants a garden'));
	changed(created?.NoteID, { lockedAt: '2026-03-01T00:00:00.000Z' });
	expect(await succeeds(sandbox, NOTE, note('Wants a garden'))).toMatchObject([{ outcome: 'unchanged' }]);

	const { message, description, details } = await fails(sandbox, NOTE, note('Wants a garage'));
	expect(message).toBe(`Wise Agent refused the change: note ${created?.NoteID} is locked`);
	expect(description).toContain('not written: Note');
	expect(details).toMatchObject({ noteId: String(created?.NoteID), locked: true });
	expect(writes()).toEqual([]);
});

test('two notes with one reference are refused, and both are named', async () => {
	const ids = ['One', '<p>Two</p>'].map(
		(text) => sandbox.state.addNote({ owner: contactId, Note: `${text}\n${PARTS.text}` }).NoteID,
	);
	const { message, details } = await fails(sandbox, NOTE, note('Three'));
	expect(message).toContain(`Two notes of contact ${contactId} have the reference "${PARTS.text}"`);
	expect(details.noteIds).toEqual(expect.arrayContaining(ids.map(String)));
});

test('a note with the same text becomes the copy', async () => {
	const { NoteID } = sandbox.state.addNote({ owner: contactId, Note: '<p>Wants a garden</p>' });
	expect(await succeeds(sandbox, NOTE, note('Wants a garden'))).toMatchObject([
		{ outcome: 'updated', NoteID, changedFields: ['reference'] },
	]);
	expect(texts()).toEqual([`<p>Wants a garden</p><p>${PARTS.text}</p>`]);
});

test('two items and two executions with one reference, responses lost, make one note and one task', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', times: 2 });
	const run = async (id: string, one: { parameters: IDataObject }) =>
		await succeeds(sandbox, id, { items: [{}, {}], ...one });
	await Promise.all([
		...[run(NOTE, note('Garden')), run(NOTE, note('Garden'))],
		...[run(TASK, task('Call')), run(TASK, task('Call'))],
	]);
	expect(texts()).toHaveLength(1);
	expect(tasks()).toHaveLength(1);
});

test('a task is created, completed and moved to another contact, and its description keeps the reference', async () => {
	const [created] = await succeeds(sandbox, TASK, task('Call back', { TaskDue: '2027-03-01' }));
	expect(created).toMatchObject({ outcome: 'created', Description: 'Call back', reference: OF_TASK });
	expect(tasks()).toMatchObject([{ Description: `Call back [HL ${ID}]`, dueOn: '2027-03-01' }]);
	expect(await succeeds(sandbox, TASK, task('Call  back', { TaskDue: '2027-03-01' }))).toMatchObject([
		{ outcome: 'unchanged' },
	]);

	const other = store(sandbox, { CFirst: 'Bea' });
	const [updated] = await succeeds(
		sandbox,
		TASK,
		task('Call back', { additionalFields: { contactId: other, Completed: true } }),
	);
	expect(updated).toMatchObject({
		...{ outcome: 'updated', TaskID: created?.TaskID, reference: OF_TASK },
		changes: {
			ContactID: { from: Number(contactId), to: Number(other) },
			Completed: { from: false, to: true },
		},
	});
	const taskId = byId(String(created?.TaskID));
	const updateFields = { Description: 'Visit' };
	expect(await succeeds(sandbox, 'task.update', { parameters: { taskId, updateFields } })).toMatchObject([
		{ changes: { Description: { from: 'Call back', to: 'Visit' } } },
	]);
	expect(tasks()).toMatchObject([{ Description: `Visit [HL ${ID}]`, ContactID: other }]);
	// Each execution reads the tasks again: somebody may have changed one since.
	expect(requestsOfType(sandbox, 'tasks').filter(({ method }) => method === 'GET')).toHaveLength(4);
});

test('a task that somebody has changed in Wise Agent since the last execution is written again', async () => {
	const [created] = await succeeds(sandbox, TASK, task('Call back'));
	const id = String(created?.TaskID);
	const stored = sandbox.state.tasks.get(id);
	if (!stored) throw new Error(`There is no task ${id}.`);
	sandbox.state.tasks.set(id, { ...stored, Description: `Do not call [HL ${ID}]` });

	expect(await succeeds(sandbox, TASK, task('Call back'))).toMatchObject([
		{ outcome: 'updated', changes: { Description: { from: 'Do not call', to: 'Call back' } } },
	]);
});

test('a task that was deleted in Wise Agent a moment ago is created again', async () => {
	const [created] = await succeeds(sandbox, TASK, task('Call back'));
	sandbox.state.tasks.delete(String(created?.TaskID));
	expect(await succeeds(sandbox, TASK, task('Visit'))).toMatchObject([{ outcome: 'created' }]);
	expect(tasks()).toMatchObject([{ Description: `Visit [HL ${ID}]` }]);
});

test('two tasks with one reference are refused, and one with the same description and due date is adopted', async () => {
	const ids = ['A', 'B'].map((text) => sandbox.state.addTask({ Description: `${text} [hl ${ID}]` }).TaskID);
	const { message } = await fails(sandbox, TASK, task('C'));
	expect(message).toBe(`Two tasks have the reference "${OF_TASK.text}": ${ids.join(' and ')}`);

	const { TaskID } = sandbox.state.addTask({
		Description: 'Call',
		ContactID: contactId,
		dueOn: '2027-03-01',
	});
	pace({});
	const alike = { reference: 'Airtable rec123', TaskDue: '2027-03-01' };
	expect(await succeeds(sandbox, TASK, task('Call', alike))).toMatchObject([{ outcome: 'updated', TaskID }]);
	expect(sandbox.state.tasks.get(String(TaskID))?.Description).toBe('Call [Ref: Airtable rec123]');
});
