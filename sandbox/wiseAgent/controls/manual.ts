import type { FastifyInstance } from 'fastify';
import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, flag, text, texts } from '../../shared/jsonSchema';
import { ControlError } from '../../shared/origin';
import type { Hub } from '../hub';
import { ownerOf } from '../owners';
import type { ContactRecord, NoteRecord, TaskRecord } from '../records';
import { CONTACT_TEXTS, RANKS, STATUSES } from '../records';
import type { SandboxState } from '../state';

const contactBody = closedObject({
	...Object.fromEntries(CONTACT_TEXTS.map((name): [string, JsonSchema] => [name, text])),
	Rank: { enum: RANKS },
	Status: { enum: [...STATUSES, null] },
	Categories: texts,
	InsideTeamIds: { type: 'array', items: { type: 'integer' } },
});
const noteBody = closedObject({ owner: text, Subject: text, Note: text, Categories: texts, locked: flag });
const taskBody = closedObject({
	ContactID: text,
	Description: text,
	TaskNote: text,
	dueOn: { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
	Priority: { type: 'integer', minimum: 0, maximum: 3 },
	InsideTeamId: { type: 'integer' },
	completed: flag,
});

/** What a person does in Wise Agent's own pages, under /__sandbox/manual. Of notes, only what is done here makes
 * webhooks. */
export function serveManualControls(controls: FastifyInstance, { state }: Hub): void {
	serveKind(controls, state, {
		path: 'contacts',
		body: contactBody,
		add: (fields) => state.addContact(fields as Partial<ContactRecord>),
		change: (id, fields) => state.updateContact(id, fields as Partial<ContactRecord>),
		remove: (id) => state.removeContact(id),
		has: (id) => state.contacts.has(id),
	});
	serveKind(controls, state, {
		path: 'notes',
		body: noteBody,
		add: ({ owner, ...fields }) =>
			state.addNote({ ...noteFields(state, fields), owner: existingOwner(state, owner) }),
		change: (id, { owner: _owner, ...fields }) => {
			const note = { ...(state.notes.get(id) as NoteRecord), ...noteFields(state, fields) };
			state.notes.set(id, note);
			return note;
		},
		remove: (id) => state.notes.delete(id),
		has: (id) => state.notes.has(id),
	});
	serveKind(controls, state, {
		path: 'tasks',
		body: taskBody,
		add: (fields) => state.addTask(taskFields(state, fields)),
		change: (id, fields) => {
			const modifiedAt = state.clock.nextIso();
			const task = { ...(state.tasks.get(id) as TaskRecord), ...taskFields(state, fields), modifiedAt };
			state.tasks.set(id, task);
			return task;
		},
		remove: (id) => state.tasks.delete(id),
		has: (id) => state.tasks.has(id),
	});
}

type Fields = Record<string, unknown>;

interface Kind {
	path: string;
	body: JsonSchema;
	add(fields: Fields): object;
	change(id: string, fields: Fields): object;
	remove(id: string): void;
	has(id: string): boolean;
}

function serveKind(controls: FastifyInstance, state: SandboxState, kind: Kind): void {
	const known = (params: unknown): string => {
		const { id } = params as { id: string };
		if (!kind.has(id)) throw new ControlError(404, `The sandbox has no ${kind.path} ${id}`);
		return id;
	};
	const schema = { body: kind.body };
	controls.post(`/manual/${kind.path}`, { schema }, (request, reply) =>
		reply.code(201).send(state.together('manual', () => kind.add(request.body as Fields))),
	);
	controls.patch(`/manual/${kind.path}/:id`, { schema }, (request) => {
		const id = known(request.params);
		return state.together('manual', () => kind.change(id, request.body as Fields));
	});
	controls.delete(`/manual/${kind.path}/:id`, (request) => {
		const id = known(request.params);
		state.together('manual', () => kind.remove(id));
		return { id };
	});
}

function existingOwner(state: SandboxState, owner: unknown): string {
	const key = ownerOf(state, String(owner ?? ''));
	if (key === undefined) {
		throw new ControlError(
			400,
			`Nothing was saved: no contact has the ID ${String(owner)}. The ID of each contact is in its row.`,
		);
	}
	return key;
}

function noteFields(state: SandboxState, { locked, ...fields }: Fields): Fields {
	return { ...fields, ...(locked === undefined ? {} : { lockedAt: locked ? state.clock.nextIso() : null }) };
}

function taskFields(state: SandboxState, { completed, ContactID, ...fields }: Fields): Fields {
	const owner = ContactID === undefined || ContactID === '0' ? ContactID : existingOwner(state, ContactID);
	return {
		...fields,
		...(owner === undefined ? {} : { ContactID: owner }),
		...(completed === undefined ? {} : { completedAt: completed ? state.clock.nextIso() : null }),
	};
}
