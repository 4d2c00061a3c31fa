/**
 * What the sandbox stores. Absent values are null, so that a record always has all its keys; the views turn
 * records into the shapes of the API. Times are ISO 8601 in UTC with milliseconds, dates YYYY-MM-DD.
 */

export interface LocationRecord {
	id: string;
	companyId: string;
	name: string;
	address: string;
	city: string;
	state: string;
	country: string;
	postalCode: string;
	website: string;
	timezone: string;
	email: string;
	phone: string;
	allowDuplicateContact: boolean;
	/** Whether a contact may have several opportunities in a pipeline; not unless told. */
	allowDuplicateOpportunity?: boolean;
	/** Further settings, and links to profiles, as they were sent with the creation. */
	settings?: Readonly<Record<string, boolean>>;
	social?: Readonly<Record<string, string>>;
	/** Order in which identifiers are tried; a setting of the product that the API does not show. */
	identifierPriority: ReadonlyArray<'email' | 'phone'>;
	/** Paused by its agency or for an unpaid bill: no OAuth tokens are issued for it. */
	paused?: boolean;
}

/** Keys are those of version v3; dated versions write them with capitals. */
export const DND_CHANNELS = ['call', 'email', 'sms', 'whatsApp', 'gmb', 'fb'] as const;
export type DndChannel = (typeof DND_CHANNELS)[number];

export interface DndSetting {
	status: 'active' | 'inactive' | 'permanent';
	message?: string;
	code?: string;
}

export interface CustomFieldValue {
	id: string;
	/** String, number, list of strings, or an object for text box lists and files. */
	value: unknown;
}

export interface ContactRecord {
	id: string;
	locationId: string;
	firstName: string | null;
	lastName: string | null;
	email: string | null;
	additionalEmails: readonly string[];
	phone: string | null;
	additionalPhones: readonly string[];
	companyName: string | null;
	businessId: string | null;
	address1: string | null;
	city: string | null;
	state: string | null;
	country: string | null;
	postalCode: string | null;
	website: string | null;
	timezone: string | null;
	gender: string | null;
	dateOfBirth: string | null;
	source: string | null;
	type: string;
	assignedTo: string | null;
	followers: readonly string[];
	tags: readonly string[];
	dnd: boolean;
	dndSettings: Readonly<Partial<Record<DndChannel, DndSetting>>>;
	inboundDndSettings: Readonly<Record<string, unknown>> | null;
	customFields: readonly CustomFieldValue[];
	/** Ids of the workflows and campaigns that the contact is in. */
	workflows: readonly string[];
	campaigns: readonly string[];
	attributionSource: Readonly<Record<string, unknown>> | null;
	dateAdded: string;
	dateUpdated: string;
}

export interface TaskRecord {
	id: string;
	contactId: string;
	locationId: string;
	title: string;
	body: string | null;
	assignedTo: string | null;
	dueDate: string;
	completed: boolean;
	dateAdded: string;
	dateUpdated: string;
}

export interface AppointmentRecord {
	id: string;
	contactId: string;
	locationId: string;
	calendarId: string;
	title: string;
	appointmentStatus: string;
	assignedUserId: string | null;
	/** All users that take part. */
	users: readonly string[];
	notes: string | null;
	address: string | null;
	groupId: string | null;
	source: string;
	startTime: string;
	endTime: string;
	assignedResources: readonly string[];
	description: string | null;
	meetingLocationType: string | null;
	/** RFC 5545; the sandbox keeps it and makes no further instances. */
	rrule: string | null;
	dateAdded: string;
	dateUpdated: string;
}

export const RECURRENCE_INTERVALS = ['yearly', 'monthly', 'weekly', 'daily', 'hourly'] as const;
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The rules as they were sent. Source: official specifications, `RecurringTaskCreateDTO`. */
export interface RecurrenceRules {
	intervalType: (typeof RECURRENCE_INTERVALS)[number];
	interval: number;
	startDate: string;
	endDate?: string;
	dayOfMonth?: number;
	dayOfWeek?: (typeof WEEKDAYS)[number];
	monthOfYear?: number;
	count?: number;
	createTaskIfOverDue?: boolean;
	dueAfterSeconds: number;
}

export interface RecurringTaskRecord {
	id: string;
	locationId: string;
	title: string;
	description: string;
	contactIds: readonly string[];
	/** User ids. */
	owners: readonly string[];
	rruleOptions: Readonly<RecurrenceRules>;
	/** How often it has made its tasks. */
	totalOccurrence: number;
	dateAdded: string;
	dateUpdated: string;
}

export const DATA_TYPES = [
	'TEXT',
	'LARGE_TEXT',
	'NUMERICAL',
	'PHONE',
	'MONETORY',
	'CHECKBOX',
	'SINGLE_OPTIONS',
	'MULTIPLE_OPTIONS',
	'DATE',
	'TEXTBOX_LIST',
	'FILE_UPLOAD',
	'RADIO',
] as const;
export type DataType = (typeof DATA_TYPES)[number];

export interface TextBox {
	id: string;
	label: string;
	prefillValue: string;
}

export interface CustomFieldRecord {
	id: string;
	name: string;
	/** `contact.xxx` or `opportunity.xxx`. */
	fieldKey: string;
	dataType: DataType;
	placeholder: string;
	position: number;
	/** Choices, for the data types that have them. */
	options: readonly string[];
	/** The boxes of a text box list. */
	textBoxes: readonly TextBox[];
	/** What a FILE_UPLOAD field takes: extensions with their dot (all when empty), and how many files. */
	files?: { formats: readonly string[]; multiple: boolean; limit: number };
	locationId: string;
	model: 'contact' | 'opportunity';
}

export interface UserRecord {
	id: string;
	companyId: string;
	firstName: string;
	lastName: string;
	email: string;
	phone: string;
	type: 'account' | 'agency';
	role: 'admin' | 'user';
	locationIds: readonly string[];
}

export interface TokenRecord {
	token: string;
	/** Private integration token, or an access token of OAuth 2.0. */
	kind: 'pit' | 'oauth';
	level: 'location' | 'agency';
	companyId: string;
	/** Null for an agency token. */
	locationId: string | null;
	scopes: readonly string[];
	/** Client id of the app; its tokens share one rate limit per location. */
	app: string | null;
	/** ms since the epoch; a token without it never expires. */
	expiresAtMs?: number;
}

/** An uploaded file. */
export interface FileRecord {
	id: string;
	locationId: string;
	/** Contact, custom field or conversation that it was uploaded for. */
	ownerId: string;
	/** Where it lies; that of custom fields unless told. */
	folder?: 'conversations';
	/** As on the uploader's disk. */
	name: string;
	mimeType: string;
	/** Base64, so that a state file can hold it. */
	content: string;
}
