import type { IDataObject } from 'n8n-workflow';

const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });

/** Runs one operation; answers its results, or `undefined` when it failed. */
export type RunStep = (id: string, parameters: IDataObject) => Promise<IDataObject[] | undefined>;

/**
 * One round on a contact of its own: made, changed, given a task and a note, and deleted with them, whatever happens
 * in between. Leaves nothing behind but the location's own traces of a deleted contact.
 */
export async function writeRound(run: RunStep, stamp: string): Promise<void> {
	const email = `check-live-${stamp}@example.com`;
	const [contact] = (await run('contact.create', { email, firstName: 'Check', lastName: 'Live' })) ?? [];
	if (!contact) return;
	const contactId = byId(contact.id);
	try {
		await run('contact.upsert', { email, firstName: 'Check' });
		await run('contact.update', { contactId, updateFields: { city: 'Boston' } });
		await run('contact.get', { contactId, simplify: false });
		await taskRound(run, { contactId });
		await noteRound(run, { contactId });
	} finally {
		await run('contact.delete', { contactId });
	}
}

async function taskRound(run: RunStep, of: IDataObject): Promise<void> {
	const [task] = (await run('task.create', { ...of, title: 'Check', dueDate: '2030-01-01T10:00:00Z' })) ?? [];
	if (!task) return;
	const one = { ...of, taskId: byId(task.id) };
	await run('task.update', { ...one, updateFields: { body: 'changed' } });
	await run('task.complete', one);
	await run('task.get', one);
	await run('task.delete', one);
}

async function noteRound(run: RunStep, of: IDataObject): Promise<void> {
	const [note] = (await run('note.create', { ...of, body: 'Check' })) ?? [];
	if (!note) return;
	const one = { ...of, noteId: byId(note.id) };
	await run('note.update', { ...one, updateFields: { body: 'changed' } });
	await run('note.get', one);
	await run('note.delete', one);
}
