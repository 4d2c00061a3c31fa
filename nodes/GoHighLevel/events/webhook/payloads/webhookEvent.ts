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
	/** Whether it is about a contact or says which contact it belongs to, so that the contact can be read. */
	hasContact: boolean;
	/** What "Complete Record" reads for it. */
	record?: RecordKind;
}
