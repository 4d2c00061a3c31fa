import { setTimeout as pause } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });

/** Runs one operation; answers its results, or `undefined` when it failed. */
export type RunStep = (id: string, parameters: IDataObject) => Promise<IDataObject[] | undefined>;

/**
 * One round on a contact of its own: made, changed, given a task and a note, and deleted with them, whatever happens
 * in between. Leaves nothing behind but the location's own traces of a deleted contact.
 *
 * @param missed told what did not come about, though nothing was refused
 */
export async function writeRound(
	run: RunStep,
	stamp: string,
	missed: (what: string) => void = () => undefined,
): Promise<void> {
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
		await linkRound(run, { email, externalId: stamp }, missed);
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

/** The search shows a new value after some seconds, in ms. */
const LOOKS_MS = [0, 2_000, 5_000, 10_000, 20_000];

/** Whether HighLevel's search finds a contact by a custom field of the check's own. */
async function linkRound(
	run: RunStep,
	contact: { email: string; externalId: string },
	missed: (what: string) => void,
): Promise<void> {
	const { externalId } = contact;
	const [field] = (await run('customField.create', { name: `Check ${externalId}`, dataType: 'TEXT' })) ?? [];
	if (!field) return;
	try {
		const matchBy = 'externalIdEmailPhone';
		const externalIdField = { __rl: true, mode: 'name', value: field.fieldKey };
		if (!(await run('contact.upsert', { ...contact, matchBy, externalIdField }))) return;
		const filter = { field: `customFields.${String(field.id)}`, operator: 'eq', value: externalId };
		for (const wait of LOOKS_MS) {
			await pause(wait);
			const found = await run('contact.search', {
				filterType: 'json',
				filtersJson: JSON.stringify([filter]),
			});
			if (!found || found.length > 0) return;
		}
		missed('contact.search by a custom field');
	} finally {
		await run('customField.delete', { customFieldId: byId(field.id) });
	}
}
