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
	/** IDs of contacts that were merged into this one. */
	mergedIds: readonly number[];
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

/** An address of a contact beside its main one. */
export interface AddressRecord {
	ClientAddressID: number;
	ClientID: number;
	AddressType: string;
	AddressNum: string;
	Address: string;
	SuiteNo: string;
	POBox: string;
	BldgFloor: string;
	City: string;
	State: string;
	Zip: string;
	County: string;
	Country: string;
	MLS: string;
	Subdivision: string | null;
	Township: string | null;
}

/** A business partner such as a lender or an inspector. */
export interface VendorRecord {
	/** V and a number. */
	VendorID: string;
	Company: string;
	ContactName: string;
	AlternateContact: string;
	Address: string;
	City: string;
	State: string;
	Zip: string;
	Phone: string;
	ContactPhone: string;
	Fax: string;
	Email: string;
	Url: string;
	Type: string;
}
