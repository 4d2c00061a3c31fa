/** What a filter asks of an event. */
export type Question = 'tags' | 'assignedTo';

/** The kinds of records that can be read to complete an event. */
export type RecordKind = 'appointment' | 'contact' | 'note' | 'task';

/** An event that HighLevel sends to a Marketplace app. */
export interface WebhookEvent {
	/** HighLevel's name of it, which its payload prints as `type` where it prints one. */
	type: string;
	/** As the editor shows it, with the family first, so that the sorted list is grouped. */
	name: string;
	family: string;
	/** When HighLevel sends it, as a sentence without its full stop. */
	meaning: string;
	/** The scope that the app needs for it; `undefined` where none is needed or none is documented. */
	scope?: string;
	/** HighLevel's table of scopes does not list the event; this is what its records need elsewhere. */
	scopeIsAssumed: boolean;
	/** The filters that its payload answers by itself. */
	tells: readonly Question[];
	/** The item's `event`: what happened, in the words that the poll trigger uses as well. */
	event: string;
	/** Whether it happens to a record once only, so that the record's ID tells it from all others. */
	isOnce: boolean;
	/** Where its payload has the ID of the record that it is about, such as `appointment.id`: the first that is there. */
	recordId: readonly string[];
	/** The same for the contact that it is about or belongs to; none where it has none, so that no contact can be read. */
	contactId: readonly string[];
	/** What "Complete Record" reads for it. */
	record?: RecordKind;
}
