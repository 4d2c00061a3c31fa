import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { HeldBack, planned } from '../../../core/heldBack';
import { making } from '../../../core/operation/request';
import { writeCopy } from '../../../core/references/copies';
import type { Reference } from '../../../core/references/references';
import { afterDone } from '../../../core/sending/done';
import { hasName } from '../../../core/values/listChanges';
import { ownValue } from '../../../core/values/ownValue';
import type { WiseAgentClient } from '../client';
import { NotFound } from '../errors';
import { namesIn } from '../reading/answers';
import { idOf } from '../reading/clean';
import { noteReferences, shownNote } from '../references';
import { isStoredAs } from '../sameWording';
import type { NoteFields } from './notes';
import { createNotes, listNotes, readNote, setNoteCategories, updateNote } from './notes';
import type { Wanted, WrittenRecord } from './written';
import { createdWith, differenceOf, updatedWith } from './written';

type NoteChanges = Partial<Pick<NoteFields, 'categories' | 'note' | 'subject'>>;

/** What the copy of a record of another system is written with. */
export interface NoteCopy {
	/** Of a contact, or with a V of a vendor. */
	clientId: string;
	reference: Reference;
	/** The author is given to a new note only. */
	fields: NoteFields;
	/** Whether a note with the same text and without a reference becomes the copy. */
	adopts: boolean;
}

/** Writes text and subject that differ; a text keeps the reference of the note. A locked note is refused. */
export const changeNote = making(
	updateNote,
	[readNote],
	async (
		api: WiseAgentClient,
		noteId: string,
		given: NoteChanges,
		isOfVendor: boolean,
	): Promise<WrittenRecord> => {
		return await api.alone(`note/${noteId}`, async () => {
			const existing = await readNote(api, noteId).catch(undefinedWhenGone);
			const isOther = existing && isVendor(existing.ClientID) !== isOfVendor;
			return await write(api, { noteId, isOfVendor, existing: isOther ? undefined : existing }, given);
		});
	},
);

/** Gives a note these categories, in place of those that it has. A locked note is refused. */
export const changeNoteCategories = making(
	setNoteCategories,
	[changeNote],
	async (
		api: WiseAgentClient,
		noteId: string,
		categories: string[],
		isOfVendor: boolean,
	): Promise<WrittenRecord> => await changeNote(api, noteId, { categories }, isOfVendor),
);

function undefinedWhenGone(error: unknown): undefined {
	if (!(error instanceof NotFound)) throw error;
}

function isVendor(clientId: unknown): boolean {
	return /^v/i.test(String(clientId));
}

interface Target {
	noteId: string;
	isOfVendor: boolean;
	/** As Wise Agent answers it; `undefined` where it could not be read. */
	existing: IDataObject | undefined;
}

async function write(
	api: WiseAgentClient,
	{ noteId, isOfVendor, existing }: Target,
	given: NoteChanges,
	reference?: Reference,
): Promise<WrittenRecord> {
	const before = existing && shownNote(existing);
	const kept = reference ?? noteReferences.read(given.note ?? '').reference ?? before?.reference ?? null;
	const wanted = wantedOf(given, kept);
	const difference = differenceOf(before, wanted, isSame);
	const { names, changedFields, changes } = difference;
	if (api.isDryRun) {
		const record = before ?? { NoteID: idOf(noteId) as IDataObject[string] };
		throw new HeldBack({ effect: changedFields.length > 0 ? 'update' : 'none', changes, record });
	}
	if (changedFields.length > 0 && before?.Locked === true) throw locked(noteId, changedFields);
	const hasText = changedFields.includes('Note') || (changedFields.includes('reference') && before);
	const text = names.includes('Note') ? wanted.fields.Note : before?.Note;
	const form = {
		...(hasText ? { note: written(String(text ?? ''), kept) } : {}),
		...(names.includes('Subject') ? { subject: given.subject } : {}),
	};
	const writesForm = Object.keys(form).length > 0;
	if (writesForm) await updateNote(api, noteId, form, isOfVendor);
	if (names.includes('Categories')) {
		const rest = async () => await setNoteCategories(api, noteId, given.categories ?? [], isOfVendor);
		const done = {
			what: `Note ${noteId} was updated`,
			missing: 'but not its categories',
			details: { noteId, updated: true },
		};
		await (writesForm ? afterDone(done, rest) : rest());
	}
	const fields = Object.fromEntries(names.map((name) => [name, ownValue(wanted.fields, name)]));
	return updatedWith(difference, {
		NoteID: idOf(noteId) as IDataObject[string],
		...before,
		...fields,
		...(kept ? { reference: kept } : {}),
	});
}

/** The text as it is sent. */
function written(text: string, reference: Reference | null): string {
	return reference ? noteReferences.write(text, reference, true) : text;
}

/** By the names that the record has. */
function wantedOf({ note, subject, categories }: NoteChanges, reference: Reference | null): Wanted {
	return {
		fields: {
			...(note === undefined ? {} : { Note: noteReferences.read(note).text }),
			...(subject === undefined ? {} : { Subject: subject }),
			...(categories === undefined ? {} : { Categories: categories.map((name) => ({ name })) }),
		},
		reference,
	};
}

function isSame(name: string, current: unknown, wanted: unknown): boolean {
	if (name !== 'Categories') return isStoredAs(current, wanted);
	const [own, others] = [namesIn(current), namesIn(wanted)];
	return own.length === others.length && own.every((one) => hasName(others, one));
}

function locked(noteId: string, fields: string[]): Failure {
	return new Failure(
		`Wise Agent refused the change: note ${noteId} is locked`,
		`Unlock it in Wise Agent, or leave it as it is. These fields were not written: ${fields.join(', ')}.`,
		{ noteId, locked: true },
	);
}

/** Creates the note that is the copy of a record of another system, or writes to the one that is there. */
export const upsertNoteByReference = making(
	createNotes,
	[updateNote, setNoteCategories],
	async (api: WiseAgentClient, { clientId, reference, fields, adopts }: NoteCopy): Promise<WrittenRecord> => {
		const isOfVendor = isVendor(clientId);
		const { note, subject, categories, InsideTeamId } = fields;
		const changes = { note, subject, categories };
		const wanted = wantedOf(changes, reference);
		const create = async () => {
			const author = InsideTeamId === undefined ? {} : { insideteamid: Number(InsideTeamId) };
			const all = { ...wanted, fields: { ...wanted.fields, ...author } };
			const text = written(note, reference);
			const [made] = await planned({ changes: createdWith(all, {}).changes }, async () => {
				return await createNotes(api, [clientId], { ...fields, note: text }, reference);
			});
			return { record: { ...made }, written: createdWith(all, { ...made, ...all.fields }) };
		};
		const update = async (existing: IDataObject) => {
			const noteId = String(existing.NoteID);
			const work = async () => await write(api, { noteId, isOfVendor, existing }, changes, reference);
			return { record: existing, written: await api.alone(`note/${noteId}`, work) };
		};
		const copies = {
			place: `notes of ${clientId}`,
			shown: `notes of ${isOfVendor ? 'vendor' : 'contact'} ${clientId}`,
			idName: 'noteId',
			list: async () => await listNotes(api, clientId, {}, Infinity),
			read: async (noteId: string) => await readNote(api, noteId).catch(undefinedWhenGone),
			idOf: ({ NoteID }: IDataObject) => String(NoteID),
			referenceOf: (raw: IDataObject) => shownNote(raw).reference ?? null,
			isAlike: adopts ? (raw: IDataObject) => isStoredAs(shownNote(raw).Note, wanted.fields.Note) : undefined,
			signal: api.signal,
		};
		return (await writeCopy(api.account, copies, reference, { create, update })).written;
	},
);
