import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { byId, DEMO } from '../../../support/wiseAgent';
import type { ResourceExamples } from './example';
import { addPerson, prepared, withContact } from './example';

const ofTheContact = { contactId: prepared('contactId'), options: {} };

const identity = {
	CEmail: 'grace@example.com',
	MobilePhone: '(602) 555-0188',
	CFirst: 'Grace',
	CLast: 'Hopper',
};

const further = {
	AddressNumber: '11657',
	AddressStreet: 'E Carol Ave',
	BuildingFloor: '2',
	City: 'Scottsdale',
	Company: 'Navy',
	ContactStatus: 'Hot Lead',
	Country: 'USA',
	County: 'Maricopa',
	HomePhone: '602-555-0189',
	InsideTeamId: byId(String(DEMO.team.priya)),
	OutsideTeamAssignment: byId(DEMO.outsideTeam.lender),
	Rank: 'A',
	State: 'AZ',
	Subdivision: 'Highland Ridge',
	SuiteNo: '4',
	WorkPhone: '6025550190',
	Zip: '85259',
	Categories: ['Buyer', 'Newsletter'],
};

const creatable = {
	...further,
	AssignedAgent: 'Miguel',
	calltype: '1',
	DNC: true,
	extraDetails: { details: [{ name: 'bedrooms', value: '3' }] },
	Fax: '6025550191',
	Pipeline: byId('0'),
	Price: '450000',
	property: { paddress: '1 Main St', pcity: 'Mesa' },
	searchProfile: { propInfoCity: 'Mesa', propInfoMinBeds: '3' },
	Website: 'https://example.com',
};

const filters = {
	categoryAll: true,
	categories: ['Buyer'],
	nameQuery: 'ada',
	sources: [DEMO.sources.zillow],
	updatedSince: '2020-01-01T00:00:00',
};

export const contact: ResourceExamples = {
	addAddress: {
		...withContact,
		parameters: {
			...ofTheContact,
			AddressNum: '5636',
			Address: 'E McDowell Rd',
			additionalFields: { AddressType: 'Business', City: 'Phoenix', State: 'AZ', Zip: '85008', SuiteNo: '4' },
		},
	},
	addCategories: { ...withContact, parameters: { ...ofTheContact, Categories: ['Seller', 'Ski, Golf'] } },
	count: { ...withContact, parameters: { filters, options: {} } },
	create: {
		parameters: { ...identity, Source: byId(DEMO.sources.website), additionalFields: creatable, options: {} },
	},
	find: {
		...withContact,
		parameters: { CEmail: 'nobody@example.com', phone: '+1 480 555 0143', options: {} },
	},
	get: { ...withContact, parameters: ofTheContact },
	getAddresses: {
		prepare: (sandbox: WiseAgentSandbox) => {
			const contactId = addPerson(sandbox);
			sandbox.state.addresses.set('539291', {
				...{ ClientAddressID: 539291, ClientID: Number(contactId), AddressType: 'Business' },
				...{ AddressNum: '5636', Address: 'E McDowell Rd', SuiteNo: '', POBox: '', BldgFloor: '' },
				...{ City: 'Phoenix', State: 'AZ', Zip: '85008', County: '', Country: 'United States' },
				...{ MLS: '', Subdivision: null, Township: null },
			});
			return { contactId };
		},
		parameters: ofTheContact,
	},
	getAll: { ...withContact, parameters: { returnAll: true, limit: 50, filters, options: {} } },
	getCustomData: { ...withContact, parameters: ofTheContact },
	removeCategories: { ...withContact, parameters: { ...ofTheContact, Categories: ['Buyer'] } },
	setCustomData: {
		...withContact,
		parameters: { ...ofTheContact, Key: 'HighLevel Contact ID', Value: 'ocQHyuzHvysMo5N5VsXc' },
	},
	update: {
		...withContact,
		parameters: { ...ofTheContact, updateFields: { ...identity, ...further } },
	},
	upsert: {
		...withContact,
		parameters: {
			...identity,
			CEmail: 'ada@example.com',
			MobilePhone: '4805550142',
			Source: byId(DEMO.sources.website),
			additionalFields: creatable,
			options: {},
		},
	},
};
