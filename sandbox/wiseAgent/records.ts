/**
 * What the sandbox stores. Keys that begin with a capital are the API's own; the others are the sandbox's.
 * Times are ISO 8601 in UTC with milliseconds, dates YYYY-MM-DD; null where there is none.
 */

/** Fields of a contact that are plain text, "" where there is none. Source: official API page, getContacts. */
export const CONTACT_TEXTS = [
	'CFirst',
	'CLast',
	'Title',
	'HomePhone',
	'MobilePhone',
	'WorkPhone',
	'Fax',
	'SpouseFirst',
	'SpouseLast',
	'CEmail',
	'Company',
	'AddressStreet',
	'AddressNumber',
	'SuiteNo',
	'County',
	'City',
	'State',
	'Zip',
	'POBox',
	'Country',
	'Subdivision',
	'BuildingFloor',
	'Source',
	'Website',
	'SpouseWebsite',
	'PreferredPhone',
	'SpousePreferredPhone',
] as const;
export type ContactText = (typeof CONTACT_TEXTS)[number];

export const RANKS = ['A', 'B', 'C', 'D', 'F', 'Unranked'] as const;
export const STATUSES = [
	'New',
	'Attempted',
	'Contacted',
	'Active',
	'Future Opportunity',
	'Disqualified',
	'Bad Lead',
	'Closed',
	'No Status',
	'Inactive',
	'Under Contract',
	'Hot Lead',
	'Warm Lead',
	'Appointment Set',
	'Showing Homes',
	'Submitted Offers',
	'Nurture',
	'Rejected',
	'Met with Client',
	'Listing Agreement',
	'Active Listing',
] as const;

export interface OutsideAssignment {
	TeamMember: string;
	LeadStatus: string;
	Cell: string;
	Phone: string;
	Email: string;
}

export interface ContactRecord extends Readonly<Record<ContactText, string>> {
	ClientID: number;
	Rank: string;
	Status: string | null;
	/** Names. */
	Categories: readonly string[];
	InsideTeamIds: readonly number[];
	OutsideTeam: readonly OutsideAssignment[];
	/** What webcontact added to a contact that existed; the API does not show them. */
	otherEmails: readonly string[];
	otherPhones: readonly string[];
	/** The box of the product for what has no field; the API does not show it. */
	extraDetails: string;
	/** Id of a pipeline, or null. */
	pipelineId: number | null;
	/** Do not call. */
	dnc: boolean;
	addedAt: string;
	updatedAt: string;
	lastContactAt: string | null;
	dateMet: string | null;
	birthday: string | null;
	anniversary: string | null;
	homeSaleAnniversary: string | null;
}

export interface CustomDataRecord {
	ClientCustomID: number;
	ClientID: number;
	Key: string;
	Value: string;
}

/** An app that Wise Agent's support has registered. */
export interface AppRecord {
	clientId: string;
	/** Null for an app that cannot keep one. */
	clientSecret: string | null;
	name: string;
	scopes: readonly string[];
	/** Hosts that codes may be sent to. */
	redirectDomains: readonly string[];
}

/** What a person has allowed an app. */
interface Grant {
	/** The same for all tokens that come of one consent. */
	grantId: string;
	clientId: string;
	scopes: readonly string[];
}

export interface CodeRecord extends Grant {
	code: string;
	redirectUri: string;
	/** S256, base64url. */
	codeChallenge: string | null;
	expiresAtMs: number;
}

export interface AccessTokenRecord extends Grant {
	token: string;
	/** ms since the epoch; null never ends. */
	expiresAtMs: number | null;
}

export interface RefreshTokenRecord extends Grant {
	token: string;
	/** When it was used first, in ms; null while it is unused. */
	usedAtMs: number | null;
	revoked: boolean;
}

export interface CategoryRecord {
	id: number;
	name: string;
}

export interface SourceRecord {
	ID: number;
	Name: string;
}

export interface TeamMemberRecord {
	InsideTeamId: number;
	Name: string;
	Phone: string;
	Cell: string;
	Email: string;
	JobTitle: string;
}

export interface OutsideMemberRecord {
	TeamMember: string;
	Email: string;
	Cell: string;
	Phone: string;
}
