/** Records that can be read by the id that a delivery tells. */
export type RecordKind = 'contact' | 'note' | 'property' | 'task';

/** An event that Wise Agent takes registrations for. */
export interface RegisteredEvent {
	/** As Wise Agent writes it, and as the nodes store it. */
	type: string;
	/** As in the lists of the editor. */
	name: string;
	meaning: string;
	/** What is there to be read. */
	record?: RecordKind;
}

const EVENTS: Array<[type: string, name: string, meaning: string, record?: RecordKind]> = [
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

/** All of them, sorted by name. Source: official API page. */
export const REGISTERED_EVENTS: RegisteredEvent[] = EVENTS.map(([type, name, meaning, record]) => ({
	type,
	name,
	meaning,
	record,
}));
