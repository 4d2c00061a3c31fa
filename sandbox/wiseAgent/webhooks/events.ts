import { isDeepStrictEqual } from 'node:util';
import type { ContactRecord, Origin, RegisteredEvent, TaskRecord } from '../records';
import type { Change } from '../state';

/** An event: the type that webhooks are registered for, the type that is sent, and the record. */
export interface RecordEvent {
	registered: RegisteredEvent;
	/** `registered`, or something more specific. */
	type: string;
	resourceId: number;
}

/** Collections whose changes make events: what the events begin with, and where a record has its id. */
const KINDS = {
	contacts: { prefix: 'contact', id: 'ClientID' },
	tasks: { prefix: 'task', id: 'TaskID' },
	properties: { prefix: 'property', id: 'PropertyID' },
	notes: { prefix: 'note', id: 'NoteID' },
} as const;

/**
 * The events that follow from what one request or one action of a person changed, one a record.
 * @param specific whether more specific types are used. When Wise Agent does is not documented; here
 *   `contactUpdateCategory`, `contactUpdateStatus` and `contactUpdateSource` tell that nothing else was changed,
 *   and `taskUpdateComplete` that a task was completed, whatever else was changed.
 */
export function eventsOf(changes: readonly Change[], origin: Origin, specific: boolean): RecordEvent[] {
	return merged(changes).flatMap((change) => {
		const event = eventOf(change, specific);
		// Source: official API page, "triggered by manual note changes/additions only". There is no noteDelete.
		const isSilent = change.collection === 'notes' && (origin === 'api' || !change.after);
		return event && !isSilent ? [event] : [];
	});
}

/** One change a record, from what it was first to what it became last. */
function merged(changes: readonly Change[]): Change[] {
	const byRecord = new Map<string, Change>();
	for (const change of changes) {
		const key = `${change.collection} ${idOf(change)}`;
		const earlier = byRecord.get(key);
		byRecord.set(key, earlier ? { ...change, before: earlier.before } : change);
	}
	return [...byRecord.values()];
}

function kindOf({ collection }: Change): (typeof KINDS)[keyof typeof KINDS] | undefined {
	return KINDS[collection as keyof typeof KINDS];
}

function idOf(change: Change): number {
	const record = (change.after ?? change.before) as Record<string, unknown>;
	return Number(record[kindOf(change)?.id ?? '']);
}

function eventOf(change: Change, specific: boolean): RecordEvent | undefined {
	const kind = kindOf(change);
	const { before, after } = change;
	if (!kind || (!before && !after)) return undefined;
	const action = !before ? 'Create' : after ? 'Update' : 'Delete';
	const registered = `${kind.prefix}${action}` as RegisteredEvent;
	const detail = specific && before && after ? detailOf(kind.prefix, before, after) : '';
	return { registered, type: `${registered}${detail}`, resourceId: idOf(change) };
}

function detailOf(prefix: string, before: object, after: object): string {
	if (prefix === 'contact') return contactDetail(before as ContactRecord, after as ContactRecord);
	if (prefix === 'task') return taskDetail(before as TaskRecord, after as TaskRecord);
	return '';
}

const CONTACT_DETAILS: Partial<Record<keyof ContactRecord, string>> = {
	Categories: 'Category',
	Status: 'Status',
	Source: 'Source',
};

function contactDetail(before: Readonly<ContactRecord>, after: Readonly<ContactRecord>): string {
	const names = Object.keys(after) as Array<keyof ContactRecord>;
	const changed = names.filter(
		(name) => name !== 'updatedAt' && !isDeepStrictEqual(before[name], after[name]),
	);
	const [only] = changed;
	return (changed.length === 1 && only && CONTACT_DETAILS[only]) || '';
}

function taskDetail(before: Readonly<TaskRecord>, after: Readonly<TaskRecord>): string {
	return before.completedAt === null && after.completedAt !== null ? 'Complete' : '';
}
