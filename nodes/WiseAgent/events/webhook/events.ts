/** Records that can be read by the id that a delivery tells. */
export type RecordKind = 'contact' | 'note' | 'property' | 'task';

export interface WebhookEvent {
	/** As Wise Agent writes it, and as the node stores it. */
	type: string;
	/** As in the list of the editor. */
	name: string;
	meaning: string;
	/** Wise Agent takes registrations for these only; a finer event comes with its general one. */
	registered: string;
	/** What is there to be read. */
	record?: RecordKind;
}

/** The events that Wise Agent takes registrations for. Source: official API page. */
const REGISTERED: Array<[type: string, name: string, meaning: string, record?: RecordKind]> = [
	['contactCreate', 'Contact Created', 'A contact is new', 'contact'],
	['contactDelete', 'Contact Deleted', 'A contact is gone; the event tells its ID'],
	['contactUpdate', 'Contact Updated', 'Anything about a contact has changed', 'contact'],
	['noteCreate', 'Note Created', 'A person has written a note; not for notes of the API', 'note'],
	['noteUpdate', 'Note Updated', 'A person has changed a note; not for changes by the API', 'note'],
	['propertyCreate', 'Property Created', 'A property is new', 'property'],
	['propertyDelete', 'Property Deleted', 'A property is gone; the event tells its ID'],
	['propertyUpdate', 'Property Updated', 'Anything about a property has changed', 'property'],
	['taskCreate', 'Task Created', 'A task is new', 'task'],
	['taskDelete', 'Task Deleted', 'A task is gone; the event tells its ID'],
	['taskUpdate', 'Task Updated', 'Anything about a task has changed, completion included', 'task'],
];

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

/** All events that can be chosen, sorted by name. */
export const webhookEvents: WebhookEvent[] = [
	...REGISTERED.map(([type, name, meaning, record]) => ({ type, name, meaning, registered: type, record })),
	...FINER.map(([type, name, meaning, registered]) => ({
		type,
		name,
		meaning: `${meaning}, as far as Wise Agent says so: it may also call it just an update`,
		registered,
		record: REGISTERED.find(([general]) => general === registered)?.[3],
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

function isOf(type: string, general: string): boolean {
	return type === general || (general.endsWith('update') && type.startsWith(general));
}

/** Whether a delivery is of one of the chosen events: of the very type, or of a finer one of a general event. */
export function isChosen(eventType: string, general: WebhookEvent, chosen: string[]): boolean {
	return chosen.some((type) => type === general.type || type.toLowerCase() === eventType.toLowerCase());
}
