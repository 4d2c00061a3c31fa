import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { emptyProperty } from '../../../sandbox/wiseAgent/emptyRecords';
import { PROPERTY_DETAILS, PROPERTY_TEXTS } from '../../../sandbox/wiseAgent/records';
import { byId, UNKNOWN } from '../../support/wiseAgent';
import { addPerson, withContact } from '../../support/wiseAgentPerson';
import { prepared, preparedText } from '../prepared';
import type { WiseAgentCase } from '../case';
import { notADate, nothingToUpdate, wrongLimit, wrongTimeout } from '../wrongValues';

const withProperty = {
	prepare: (sandbox: WiseAgentSandbox) => {
		const PropertyID = sandbox.state.newId('property');
		sandbox.state.properties.set(String(PropertyID), {
			...emptyProperty(),
			...Object.fromEntries(PROPERTY_TEXTS.map((name) => [name, 'x'])),
			PropertyID,
			StreetNum: '13400',
			Street: 'E Shea Blvd',
			City: 'Scottsdale',
			State: 'AZ',
			PostalCode: '85259',
			MLS: '1334422',
			photos: ['https://example.com/1.jpg'],
			details: {
				...Object.fromEntries(PROPERTY_DETAILS.map((name) => [name, 'x'])),
				...{ ListingPrice: '450000', DateListed: '03/01/2027', NumBedrooms: '3' },
			},
			addedAt: sandbox.state.clock.nextIso(),
		});
		return { contactId: addPerson(sandbox), propertyId: String(PropertyID) };
	},
};

const withProfile = {
	prepare: (sandbox: WiseAgentSandbox) => {
		const contactId = addPerson(sandbox);
		const SearchID = sandbox.state.newId('search');
		sandbox.state.searchCriteria.set(String(SearchID), {
			...{ SearchID, ClientID: Number(contactId), propCity: 'Mesa', propZip: '85212' },
			...{ propType: 'Residential', propArea: 'x', propNotes: 'x', minPrice: 100000, maxPrice: 200000 },
			...{ propBath: 2, propBed: 2, propRentOwn: 'own', propMoving: 3, propSqft: 0 },
		});
		return { contactId, searchId: String(SearchID) };
	},
};

const ofTheProperty = { propertyId: prepared('propertyId'), options: {} };

const fields = {
	Archive: false,
	City: 'Scottsdale',
	ClientId: prepared('contactId'),
	ClientRelation: 'Seller',
	DateListed: '2027-03-01',
	ListingPrice: '450000',
	NumBedrooms: '3',
	State: 'AZ',
	Zip: '85259',
};

const wishes = { propCity: 'Mesa', minPrice: '250000', propBed: '3' };

const nothing = '={{ $json.nothing }}';

export const cases: Record<string, WiseAgentCase> = {
	addContact: {
		example: {
			...withProperty,
			parameters: { ...ofTheProperty, contactId: prepared('contactId'), ClientRelation: 'Seller' },
		},
		wrong: {
			parameters: { contactId: byId(UNKNOWN) },
			message: 'Wise Agent does not know this record: Client Not Found.',
		},
	},
	addPhotos: {
		example: {
			...withProperty,
			parameters: { ...ofTheProperty, imageURLS_CSV: 'https://example.com/1.jpg, https://example.com/2.jpg' },
		},
		wrong: {
			parameters: { imageURLS_CSV: nothing },
			message: '"Photo URLs" is empty',
			field: 'imageURLS_CSV',
		},
	},
	addSearchProfile: {
		example: {
			...withContact,
			parameters: { contactId: prepared('contactId'), additionalFields: wishes, options: {} },
		},
		wrong: {
			parameters: { additionalFields: {} },
			message: 'There is nothing to update',
			field: 'additionalFields',
		},
	},
	create: {
		example: {
			...withContact,
			parameters: {
				AddressNum: '13400',
				Address: 'E Shea Blvd',
				additionalFields: { ...fields, imageURLS_CSV: 'https://example.com/1.jpg' },
				options: {},
			},
		},
		wrong: {
			parameters: { additionalFields: { DateListed: 'soon' } },
			message: notADate('Date Listed'),
			field: 'Date Listed',
		},
	},
	delete: { example: { ...withProperty, parameters: ofTheProperty }, wrong: wrongTimeout(0) },
	find: {
		example: {
			...withProperty,
			parameters: {
				...{ MLS: '1334422', StreetNum: '13400', Street: 'E Shea Blvd', State: 'AZ', PostalCode: '85259' },
				options: {},
			},
		},
		wrong: {
			parameters: { MLS: '', StreetNum: '', Street: '', State: '', PostalCode: nothing },
			message: 'There is nothing to find the property by',
			field: 'MLS, StreetNum, Street, State, PostalCode',
		},
	},
	get: { example: { ...withProperty, parameters: ofTheProperty }, wrong: wrongTimeout(0) },
	getAll: {
		example: {
			...withProperty,
			parameters: { returnAll: true, limit: 50, filters: { showArchived: false }, options: {} },
		},
		wrong: wrongLimit(1.5),
	},
	getSearchProfile: {
		example: { ...withProfile, parameters: { searchId: preparedText('searchId'), options: {} } },
		wrong: wrongTimeout(0),
	},
	getSearchProfiles: {
		example: { ...withProfile, parameters: { contactId: prepared('contactId'), options: {} } },
		wrong: wrongTimeout(0),
	},
	update: {
		example: { ...withProperty, parameters: { ...ofTheProperty, updateFields: fields } },
		wrong: nothingToUpdate,
	},
	updateSearchProfile: {
		example: {
			...withProfile,
			parameters: { searchId: preparedText('searchId'), updateFields: wishes, options: {} },
		},
		wrong: nothingToUpdate,
	},
};
