import type { INodeProperties } from 'n8n-workflow';

import { anyContactLocator } from '../../pickers/locators';
import { text } from '../optionalFields';

export const streetNumber = text(
	'Street Number',
	'AddressNum',
	'Number of the house in the street',
	'e.g. 13400',
);

export const streetName = text('Street Name', 'Address', 'Street, without the number', 'e.g. E Shea Blvd');

/** Fields of a property that are texts, by the name that is sent. Source: official API page. */
const TEXTS: Array<[displayName: string, name: string, description: string, placeholder?: string]> = [
	['Agent Email', 'AgentEmail', 'Email of the agent'],
	['Agent ID', 'AgentID', 'ID of the agent'],
	['Agent Name', 'AgentName', 'Name of the agent'],
	['Agent Phone', 'AgentPhone', 'Phone number of the agent'],
	['Bathrooms', 'NumBathrooms', 'How many bathrooms it has'],
	['Bedrooms', 'NumBedrooms', 'How many bedrooms it has'],
	['Broker Email', 'BrokerEmail', 'Email of the broker'],
	['Broker Name', 'BrokerName', 'Name of the broker'],
	['Broker Phone', 'BrokerPhone', 'Phone number of the broker'],
	['Building Floor', 'BldgFloor', 'Floor in the building'],
	["Buyer's Agent Commission", 'BuyerAgent_Commission', "Commission of the buyer's agent"],
	["Buyer's Agent Concession", 'BuyerAgent_Concession', "Concession of the buyer's agent"],
	['City', 'City', 'Town or city'],
	['Contact Relation', 'ClientRelation', 'What the contact is to the property', 'e.g. Seller'],
	['Country', 'Country', 'Country of the property', 'e.g. USA'],
	['County', 'County', 'County of the property'],
	['Description', 'Description', 'Text about the property'],
	['Design', 'DesignDesc', 'Text about its design'],
	['Dining Room Description', 'DiningRoomDesc', 'Text about the dining room'],
	['Dining Rooms', 'DiningRooms', 'How many dining rooms it has'],
	['Exterior Features', 'ExteriorFeaturesDesc', 'Text about what is outside'],
	['Fireplaces', 'Fireplaces', 'How many fireplaces it has'],
	['Franchise Email', 'FranchiseEmail', 'Email of the franchise'],
	['Franchise Name', 'FranchiseName', 'Name of the franchise'],
	['Franchise Phone', 'FranchisePhone', 'Phone number of the franchise'],
	['Garage', 'Garage', 'Text about the garage'],
	['Half Bathrooms', 'NumHalfBathrooms', 'How many half bathrooms it has'],
	['HOA Fee per Year', 'HOAAnnual', "Fee of the homeowners' association for a year"],
	['Interior Features', 'InteriorFeaturesDesc', 'Text about what is inside'],
	['Last Sale Price', 'LastSalePrice', 'For how much it was sold last', 'e.g. 410000'],
	['Listing Price', 'ListingPrice', 'For how much it is offered', 'e.g. 450000'],
	['Listing Status', 'ListingStatus', 'State of the sale', 'e.g. For Sale'],
	['Living Room Description', 'LivingRoomDesc', 'Text about the living room'],
	['Living Rooms', 'LivingRooms', 'How many living rooms it has'],
	['Lot Number', 'LotNum', 'Number of the lot'],
	['Lot Size', 'LotSize', 'Size of the lot'],
	['Map Grid', 'mapgrid', 'Grid of the map'],
	['MLS Area', 'mlsarea', 'Area in the listing service'],
	['MLS Number', 'MLS', 'Number of the listing', 'e.g. 1334422'],
	['Notes', 'Notes', 'Notes about the property'],
	['Office Email', 'OfficeEmail', 'Email of the office'],
	['Office ID', 'OfficeID', 'ID of the office'],
	['Office Name', 'OfficeName', 'Name of the office'],
	['Office Phone', 'OfficePhone', 'Phone number of the office'],
	['PO Box', 'PoBox', 'PO box of the property'],
	['Property Type', 'PropertyType', 'Kind of property', 'e.g. Home'],
	['School District', 'SchoolDistrict', 'School district of the property'],
	["Seller's Agent Commission", 'SellerAgent_Commission', "Commission of the seller's agent"],
	["Seller's Agent Concession", 'SellerAgent_Concession', "Concession of the seller's agent"],
	['Square Feet', 'SquareFt', 'Living area in square feet', 'e.g. 1800'],
	['State', 'State', 'State of the property', 'e.g. AZ'],
	['Stories', 'Stories', 'How many stories it has'],
	['Style', 'StyleDesc', 'Text about its style'],
	['Subdivision', 'Subdivision', 'Subdivision of the property'],
	['Suite Number', 'AddressSuit', 'Suite or apartment'],
	['Taxes per Year', 'TaxesAnnual', 'Taxes for a year'],
	['Tour URL', 'TourUrl', 'Public web address of the property', 'e.g. https://example.com/tour'],
	['Township', 'Township', 'Township of the property'],
	['Year Built', 'YearBuilt', 'When it was built', 'e.g. 1998'],
	['Zip', 'Zip', 'Postal code of the property', 'e.g. 85259'],
];

/** What a property may have beside its address. */
export const propertyFields: INodeProperties[] = [
	...TEXTS.map(([displayName, name, description, placeholder]) =>
		text(displayName, name, description, placeholder),
	),
	{
		displayName: 'Archived',
		name: 'Archive',
		type: 'boolean',
		default: false,
		description: 'Whether the property is put among those that are archived',
	},
	{
		...anyContactLocator,
		name: 'ClientId',
		description: 'The contact that the property belongs to, from the list or by its ID',
	},
	{
		displayName: 'Date Listed',
		name: 'DateListed',
		type: 'dateTime',
		default: '',
		description: 'The day on which it is offered',
	},
];

/** Only when a property is created; later, Add Photos does it. */
export const photos = text(
	'Photo URLs',
	'imageURLS_CSV',
	'Public web addresses of pictures, separated by commas or as a list',
	'e.g. https://example.com/front.jpg',
);
