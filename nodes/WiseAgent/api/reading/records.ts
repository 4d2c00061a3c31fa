import type { IDataObject } from 'n8n-workflow';

import type { Kinds } from './clean';
import { cleaner } from './clean';

/**
 * The records that operators see, by kind. Source of the kinds of fields: official API page. Where it tells no zone, a
 * time is taken as of Arizona, in which Wise Agent writes its filters and its calendar.
 */

const CONTACT: Kinds = {
	ClientID: 'id',
	Categories: 'list',
	InsideTeamAssignment: 'list',
	OutsideTeamAssignment: 'list',
	DtUpdated: 'arizona',
	DateUpdatedUTC: 'utc',
	DateAddedUTC: 'utc',
	LastContactDate: 'arizona',
	DateMet: 'day',
	Birthday: 'day',
	Anniversary: 'day',
	HomeSaleAnniversary: 'day',
	CustomData: 'list',
};

/** A contact as operators see it; only what this package looks at is named. */
export interface Contact extends IDataObject {
	ClientID: number | string;
	CFirst?: string | null;
	CLast?: string | null;
	CEmail?: string | null;
	HomePhone?: string | null;
	MobilePhone?: string | null;
	WorkPhone?: string | null;
	Status?: string | null;
	Categories?: Array<{ name?: string }>;
	InsideTeamAssignment?: Array<{ InsideTeamId?: number }>;
	OutsideTeamAssignment?: Array<{ Email?: string }>;
	/** ISO 8601 */
	DateAddedUTC?: string | null;
	CustomData?: Array<{ Key: string; Value: string | null }>;
}

const cleanContact = cleaner(CONTACT);

export function contactOf(raw: IDataObject): Contact {
	return cleanContact(raw) as Contact;
}

export const addressOf = cleaner({ ClientAddressID: 'id', ClientID: 'id' });

export const noteOf = cleaner({
	NoteID: 'id',
	ClientID: 'id',
	NoteDate: 'arizona',
	Locked: 'flag',
	LockDate: 'arizona',
	insideteamid: 'id',
	Categories: 'list',
});

export const taskOf = cleaner({
	TaskID: 'id',
	TaskDue: 'day',
	Completed: 'flag',
	Priority: 'number',
	InsideTeamId: 'id',
	DateCreated: 'arizona',
	DateModified: 'arizona',
	EstimatedTime: 'number',
	CompletedDate: 'arizona',
	ContactID: 'idOrNone',
});

export const callOf = cleaner({
	CallId: 'id',
	Completed: 'flag',
	FlagImportant: 'flag',
	InsideTeamId: 'id',
	DateAdded: 'arizona',
	DateCompleted: 'utc',
	NextContactDate: 'arizona',
	ClientId: 'id',
});

export const eventOf = cleaner({
	PlannerID: 'id',
	StartDate: 'arizona',
	EndDate: 'arizona',
	AllDayEvent: 'flag',
	Completed: 'flag',
	InsideTeamID: 'id',
});

export const categoryOf = cleaner({ id: 'id', catID: 'id', clientCount: 'number' });

export const sourceOf = cleaner({ ID: 'id' });

export const teamMemberOf = cleaner({ InsideTeamId: 'id' });

export const programOf = cleaner({ ProgramID: 'id' });

export const pipelineOf = cleaner({ id: 'id' });

export const propertyOf = cleaner({
	PropertyID: 'id',
	Details: { ListingPrice: 'number', LastSalePrice: 'number', DateListed: 'day' },
});

export const searchProfileOf = cleaner({
	SearchID: 'id',
	minPrice: 'number',
	maxPrice: 'number',
	propBath: 'number',
	propBed: 'number',
	propMoving: 'number',
	propSqft: 'number',
});

export const registrationOf = cleaner({ WebhookID: 'id' });

/** A record of which nothing but texts is documented: users and vendors. */
export const plainOf = cleaner({});
