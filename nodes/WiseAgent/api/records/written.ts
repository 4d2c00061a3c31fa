import type { IDataObject } from 'n8n-workflow';

import type { FieldChanges } from '../../../core/changes';
import { changesOf } from '../../../core/changes';
import type { Reference } from '../../../core/references/references';
import { isSameReference } from '../../../core/references/references';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty } from '../../../core/values/texts';
import type { Shown } from '../references';

/** A note or a task after a write, with what the write did to it. */
export interface WrittenRecord extends IDataObject {
	outcome: 'created' | 'unchanged' | 'updated';
	/** Names of the fields that are other than before; `reference` where that is. */
	changedFields: string[];
	/** The same fields: what they had, where that was read, and what was written. */
	changes: FieldChanges & IDataObject;
}

/** What is to be written to a record, by the names of its fields, and its reference. */
export interface Wanted {
	fields: IDataObject;
	reference: Reference | null;
}

/** What of that differs. */
export interface Difference {
	names: string[];
	/** Names with `reference`, where that is another one. */
	changedFields: string[];
	changes: WrittenRecord['changes'];
}

/**
 * @param before the record as operators see it; `undefined` where it was not read, of which all is written then
 * @param isSame whether a field has a value already
 */
export function differenceOf(
	before: Shown | undefined,
	{ fields, reference }: Wanted,
	isSame: (name: string, current: unknown, wanted: unknown) => boolean,
): Difference {
	const had = before && ((name: string) => ownValue(before, name));
	const names = Object.keys(fields).filter(
		(name) => !had || !isSame(name, had(name), ownValue(fields, name)),
	);
	const isReferred = reference !== null && !isSameReference(before?.reference ?? null, reference);
	const changedFields = [...names, ...(isReferred ? ['reference'] : [])];
	const would: IDataObject = { ...fields, reference };
	return { names, changedFields, changes: changesBy(changedFields, had, would) };
}

/** A record that was created with these fields. */
export function createdWith({ fields, reference }: Wanted, record: IDataObject): WrittenRecord {
	const would: IDataObject = reference ? { ...fields, reference } : fields;
	// What was left empty is as empty as before.
	const changedFields = Object.keys(would).filter((name) => !isEmpty(ownValue(would, name)));
	const changes = changesBy(changedFields, () => null, would);
	return { outcome: 'created', changedFields, changes, ...record, reference };
}

/** A record after a write that was read before, or is known by its ids alone. */
export function updatedWith({ changedFields, changes }: Difference, record: IDataObject): WrittenRecord {
	const outcome = changedFields.length > 0 ? 'updated' : 'unchanged';
	return { outcome, changedFields, changes, ...record };
}

function changesBy(
	names: string[],
	had: ((name: string) => unknown) | undefined,
	would: IDataObject,
): WrittenRecord['changes'] {
	return changesOf(names, had, (name) => ownValue(would, name)) as WrittenRecord['changes'];
}
