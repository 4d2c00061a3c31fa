/** What can be registered for, one event a webhook. Source: official API page. */
export const REGISTERED_EVENTS = [
	'contactCreate',
	'contactUpdate',
	'contactDelete',
	'taskCreate',
	'taskUpdate',
	'taskDelete',
	'propertyCreate',
	'propertyUpdate',
	'propertyDelete',
	'noteCreate',
	'noteUpdate',
] as const;
export type RegisteredEvent = (typeof REGISTERED_EVENTS)[number];

/** A webhook that an app has registered. */
export interface WebhookRecord {
	WebhookID: number;
	EventType: RegisteredEvent;
	Status: 'Active' | 'Disabled';
	Url: string;
}
