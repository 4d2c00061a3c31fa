import type { IDataObject } from 'n8n-workflow';

import type { Reference, ReferenceForm } from '../../core/references/references';
import { References } from '../../core/references/references';
import { plainText } from '../../core/values/texts';
import { noteOf, taskOf } from './reading/records';

const FORMS: ReferenceForm[] = [
	{
		system: 'HighLevel',
		kinds: ['note', 'task', 'appointment', 'message'],
		id: /[\w-]{8,60}/,
		short: { name: 'HL', kind: 'task' },
	},
	{ system: 'WhatsAble', kinds: ['message'], id: /[\w.=:+/-]{3,120}/ },
];

/** References in notes: the last line. */
export const noteReferences = new References('line', FORMS);

/** References in tasks: the end of the description, which is one line. */
export const taskReferences = new References('brackets', FORMS);

/** The reference of a task as Wise Agent answers it. */
export function referenceOfTask(raw: IDataObject): Reference | null {
	// All tasks of an account are looked through: most of them end with no bracket.
	const mayHaveOne = Object.values(raw).some((value) => typeof value === 'string' && /\]\s*$/.test(value));
	return mayHaveOne ? (shownTask(raw).reference ?? null) : null;
}

/** A record whose text is without the reference; it is not known of a record that came without its text. */
export type Shown = IDataObject & { reference?: Reference | null };

/** A note as operators see it: clean, its text without the reference, and the reference as a field of its own. */
export function shownNote(raw: IDataObject): Shown {
	return parted(noteOf(raw), 'Note', noteReferences);
}

/** The same of a task. */
export function shownTask(raw: IDataObject): Shown {
	return withReference(taskOf(raw));
}

/** The same of a task that is clean already. */
export function withReference(task: IDataObject): Shown {
	return parted(task, 'Description', taskReferences);
}

function parted(record: IDataObject, name: 'Description' | 'Note', references: References): Shown {
	if (!(name in record)) return record;
	const { text, reference } = references.read(plainText(record[name]));
	return { ...record, [name]: text === '' ? null : text, reference };
}
