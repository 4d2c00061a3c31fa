import type { RecordKind } from '../../api/records/registeredEvents';
import { REGISTERED_EVENTS } from '../../api/records/registeredEvents';

export interface WebhookEvent {
	/** As Wise Agent writes it, and as the node stores it. */
	type: string;
	/** As in the list of the editor. */
	name: string;
	meaning: string;
	/** The item's `event`: what happened, in the words that the poll trigger uses as well. */
	event: string;
	/** Whether it happens to a record once only, so that the record's ID tells it from all others. */
	isOnce: boolean;
	/** Which field of the record has the ID of the contact that it belongs to; `null` where none has. */
	contactField: string | null;
	/** Wise Agent takes registrations for these only; a finer event comes with its general one. */
	registered: string;
	/** What is there to be read. */
	record?: RecordKind;
}

/** More specific types that deliveries may have. Source: official API page. */
const FINER: Array<[type: string, name: string, meaning: string, registered: string]> = [
	[
		'contactUpdateCategory',
		'Contact Updated: Category',
		'The categories of a contact have changed',
		'contactUpdate',
	],
	['contactUpdateSource', 'Contact Updated: Source', 'The source of a contact has changed', 'contactUpdate'],
	['contactUpdateStatus', 'Contact Updated: Status', 'The status of a contact has changed', 'contactUpdate'],
	['taskUpdateComplete', 'Task Updated: Completed', 'A task is done', 'taskUpdate'],
];

/** By what the types begin with. */
const CONTACT_FIELDS: Record<RecordKind, string | null> = {
	contact: 'ClientID',
	note: 'ClientID',
	property: null,
	task: 'ContactID',
};

/** Of a type that can be registered: `contactCreate` is `contactCreated`. */
function envelopeOf(registered: string): Pick<WebhookEvent, 'contactField' | 'event' | 'isOnce'> {
	const kind = (Object.keys(CONTACT_FIELDS) as RecordKind[]).find((one) => registered.startsWith(one));
	return {
		event: `${registered}d`,
		isOnce: registered.endsWith('Create') || registered === 'taskDelete',
		contactField: kind ? CONTACT_FIELDS[kind] : null,
	};
}

/** All events that can be chosen, sorted by name. */
export const webhookEvents: WebhookEvent[] = [
	...REGISTERED_EVENTS.map((event) => ({ ...event, ...envelopeOf(event.type), registered: event.type })),
	...FINER.map(([type, name, meaning, registered]) => ({
		type,
		name,
		...envelopeOf(registered),
		...(type === 'taskUpdateComplete' ? { event: 'taskCompleted' } : {}),
		meaning: `${meaning}, as far as Wise Agent says so: it may also call it just an update`,
		registered,
		record: REGISTERED_EVENTS.find(({ type: general }) => general === registered)?.record,
	})),
].sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** The events to register for, so that all that are chosen are delivered. */
export function registeredFor(chosen: string[]): string[] {
	const events = webhookEvents.filter(({ type }) => chosen.includes(type));
	return [...new Set(events.map(({ registered }) => registered))].sort();
}

/**
 * The general event that a delivered type belongs to; a type that the documentation does not know belongs to the event
 * that it begins with. `undefined` when there is none.
 */
export function generalEventOf(eventType: string): WebhookEvent | undefined {
	const type = eventType.toLowerCase();
	return webhookEvents.find(
		(event) => event.type === event.registered && isOf(type, event.type.toLowerCase()),
	);
}

/** The event of the very type that was delivered; of a type that the documentation does not know, the general one. */
export function eventOf(eventType: string, general: WebhookEvent): WebhookEvent {
	return webhookEvents.find(({ type }) => type.toLowerCase() === eventType.toLowerCase()) ?? general;
}

function isOf(type: string, general: string): boolean {
	return type === general || (general.endsWith('update') && type.startsWith(general));
}

/** Whether a delivery is of one of the chosen events: of the very type, or of a finer one of a general event. */
export function isChosen(eventType: string, general: WebhookEvent, chosen: string[]): boolean {
	return chosen.some((type) => type === general.type || type.toLowerCase() === eventType.toLowerCase());
}
