/** What the account sets up. */

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

export interface PipelineRecord {
	id: number;
	name: string;
}

/** A marketing program, and who is in it. */
export interface ProgramRecord {
	ProgramID: number;
	ProgramName: string;
	clientIds: readonly number[];
}

export interface TransactionRecord {
	CLDataID: number;
	CLName: string;
	deleted: boolean;
	completedAt: string | null;
	notes: ReadonlyArray<{ NoteMemo: string; notedAt: string }>;
}

/** A piece of marketing content. */
export interface ContentRecord {
	Id: number;
	Name: string;
	Category: string;
	Subject: string;
	Html: string;
}

/** A file that was attached to a contact or a transaction; only its address is kept. */
export interface FileRecord {
	id: number;
	ClientID: number | null;
	CLDataID: number | null;
	Description: string;
	url: string;
}

/** A form on the agent's website. */
export interface CaptureFormRecord {
	userFormID: number;
	formName: string;
}
