import type { IDataObject } from 'n8n-workflow';

import type { Reference } from '../../../core/references/references';
import { References } from '../../../core/references/references';

/** References in notes and tasks of HighLevel: the last line of their body. */
export const references = new References('line', [
	{ system: 'Wise Agent', kinds: ['note', 'task', 'call', 'event'], id: /\d{1,18}/ },
	{ system: 'WhatsAble', kinds: ['message'], id: /[\w.=:+/-]{3,120}/ },
]);

/** The reference of a note or a task. */
export function referenceOf({ body }: IDataObject): Reference | null {
	return typeof body === 'string' ? references.read(body).reference : null;
}

/** A note or a task with its body as a person wrote it, and its reference as a field of its own. */
export function withReference<T extends IDataObject>(record: T): T & { reference: Reference | null } {
	if (typeof record.body !== 'string') return { ...record, reference: null };
	const { text, reference } = references.read(record.body);
	return { ...record, body: text, reference };
}
