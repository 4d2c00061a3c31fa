/** Who makes a change: somebody by hand, or a program through the API. */
export type Origin = 'manual' | 'api';

export interface NoteRecord {
	NoteID: number;
	/** Id of the contact, or V and the number of the vendor. */
	owner: string;
	Subject: string;
	/** May be HTML. */
	Note: string;
	notedAt: string;
	/** Null while the note can be changed. */
	lockedAt: string | null;
	/** 0 for everybody. */
	InsideTeamId: number;
	/** Names. */
	Categories: readonly string[];
}

export interface TaskRecord {
	TaskID: number;
	Description: string;
	TaskNote: string;
	/** YYYY-MM-DD, or null. */
	dueOn: string | null;
	/** 0 none to 3 high. */
	Priority: number;
	/** 0 for nobody. */
	InsideTeamId: number;
	/** 0 none to 4 more than an hour. */
	EstimatedTime: number;
	/** Id of the contact, V and the number of the vendor, or "0". */
	ContactID: string;
	completedAt: string | null;
	createdAt: string;
	modifiedAt: string;
}

export interface CallRecord {
	CallId: number;
	/** Id of the contact, or V and the number of the vendor. */
	ClientId: string;
	CallType: string;
	Reason: string;
	FlagImportant: boolean;
	/** 0 for nobody. */
	InsideTeamId: number;
	nextContactAt: string | null;
	completedAt: string | null;
	addedAt: string;
}

export interface PlannerEventRecord {
	PlannerID: number;
	Subject: string;
	Memo: string | null;
	startsAt: string;
	endsAt: string;
	AllDayEvent: boolean;
	Completed: boolean;
	location: string;
	InsideTeamID: number;
	/** C or V and the id of each, joined by commas. */
	Attendees: string;
}

/** A website that a contact visited. */
export interface VisitRecord {
	id: number;
	ClientId: number;
	UrlVisited: string;
	Label: string;
	DateTimeVisited: string;
}
