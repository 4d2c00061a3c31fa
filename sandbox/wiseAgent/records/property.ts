/** Fields of a property that are plain text. Source: official API page, getProperty. */
export const PROPERTY_TEXTS = [
	'StreetNum',
	'Street',
	'City',
	'State',
	'PostalCode',
	'Subdivision',
	'County',
	'POBox',
	'Country',
	'Suite',
	'WebLink',
	'LotNum',
	'MLS',
] as const;
export type PropertyText = (typeof PROPERTY_TEXTS)[number];

/** The rest of them, which the API answers as `Details`; the first two are whole numbers there. */
export const PROPERTY_DETAILS = [
	...['ListingPrice', 'LastSalePrice', 'YearBuilt', 'TaxesAnnual', 'HOAAnnual', 'NumBedrooms'],
	...['NumBathrooms', 'NumHalfBathrooms', 'SquareFt', 'LotSize', 'DateListed', 'PropertyType'],
	...['ListingStatus', 'DiningRooms', 'DiningRoomDesc', 'LivingRooms', 'LivingRoomDesc'],
	...['InteriorFeaturesDesc', 'ExteriorFeaturesDesc', 'StyleDesc', 'DesignDesc', 'Fireplaces', 'Stories'],
	...['Garage', 'AgentName', 'AgentPhone', 'AgentEmail', 'AgentID', 'BrokerName', 'BrokerEmail'],
	...['BrokerPhone', 'OfficeName', 'OfficeEmail', 'OfficePhone', 'OfficeID', 'FranchiseName'],
	...['FranchiseEmail', 'FranchisePhone', 'Description', 'SchoolDistrict', 'Township'],
	...['BuyerAgent_Commission', 'BuyerAgent_Concession', 'SellerAgent_Commission', 'SellerAgent_Concession'],
] as const;

export interface PropertyConnection {
	ClientID: number;
	ClientRelation: string;
}

export interface PropertyRecord extends Readonly<Record<PropertyText, string>> {
	PropertyID: number;
	details: Readonly<Record<string, string>>;
	/** Addresses of pictures, the first one's the main one. */
	photos: readonly string[];
	archived: boolean;
	connections: readonly PropertyConnection[];
	addedAt: string;
}

/** What kind of property a contact looks for. */
export interface SearchCriteriaRecord {
	SearchID: number;
	ClientID: number;
	propCity: string;
	propZip: string;
	propType: string;
	propArea: string;
	propNotes: string;
	minPrice: number;
	maxPrice: number;
	propBath: number;
	propBed: number;
	propRentOwn: string;
	propMoving: number;
	propSqft: number;
}
