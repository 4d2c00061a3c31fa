import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { byId, DEMO } from '../../support/wiseAgent';
import { addActivity, addPerson, withContact } from '../../support/wiseAgentPerson';
import { prepared, preparedText } from '../prepared';
import type { WiseAgentCase } from '../case';
import { notADate, wrongTimeout } from '../wrongValues';

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

const selection = {
	categoryAll: true,
	categories: ['Buyer'],
	nameQuery: 'ada',
	sources: [DEMO.sources.zillow],
};

const filters = { ...selection, updatedSince: '2020-01-01T00:00:00' };

const nothing = '={{ $json.nothing }}';

export const cases: Record<string, WiseAgentCase> = {
	addAddress: {
		example: {
			...withContact,
			parameters: {
				...ofTheContact,
				AddressNum: '5636',
				Address: 'E McDowell Rd',
				additionalFields: {
					AddressType: 'Business',
					City: 'Phoenix',
					State: 'AZ',
					Zip: '85008',
					SuiteNo: '4',
				},
			},
		},
		wrong: {
			parameters: { additionalFields: { City: 'Phoenix' } },
			message: 'An address needs a zip, or a city and a state',
			field: 'Zip, City, State',
		},
	},
	addCategories: {
		example: { ...withContact, parameters: { ...ofTheContact, Categories: ['Seller', 'Ski, Golf'] } },
		wrong: { parameters: { Categories: nothing }, message: '"Categories" is empty', field: 'Categories' },
	},
	count: {
		example: { ...withContact, parameters: { filters, options: {} } },
		wrong: {
			parameters: { filters: { updatedSince: 'soon' } },
			message: notADate('Updated Since'),
			field: 'Updated Since',
		},
	},
	create: {
		example: {
			parameters: {
				...identity,
				Source: byId(DEMO.sources.website),
				additionalFields: creatable,
				options: {},
			},
		},
		wrong: {
			parameters: { CLast: nothing },
			message: 'Wise Agent creates no contact without "Last Name"',
			field: 'CLast',
		},
	},
	find: {
		example: {
			...withContact,
			parameters: { CEmail: 'nobody@example.com', phone: '+1 480 555 0143', options: {} },
		},
		wrong: {
			parameters: { CEmail: '', phone: nothing },
			message: 'There is neither an email nor a phone to look for',
			field: 'CEmail, phone',
		},
	},
	get: { example: { ...withContact, parameters: ofTheContact }, wrong: wrongTimeout(0) },
	getActivity: {
		example: {
			prepare: (sandbox: WiseAgentSandbox) => {
				const contactId = addPerson(sandbox);
				addActivity(sandbox, contactId);
				return { contactId };
			},
			parameters: {
				contactId: prepared('contactId'),
				kinds: ['appointment', 'call', 'note', 'task'],
				returnAll: true,
				limit: 50,
				options: { appointmentsFrom: '2026-01-01', appointmentsUntil: '2026-12-31' },
			},
		},
		wrong: {
			parameters: { options: { appointmentsFrom: 'soon' } },
			message: notADate('Appointments From'),
			field: 'Appointments From',
		},
	},
	getAddresses: {
		example: {
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
		wrong: wrongTimeout(0),
	},
	getAll: {
		example: { ...withContact, parameters: { returnAll: true, limit: 50, filters, options: {} } },
		wrong: {
			parameters: { filters: { updatedSince: 'soon' } },
			message: notADate('Updated Since'),
			field: 'Updated Since',
		},
	},
	getAllChanged: {
		example: {
			prepare: (sandbox: WiseAgentSandbox) => {
				const contactId = addPerson(sandbox);
				sandbox.state.updateContact(contactId, { updatedAt: '2026-03-01T12:00:00.000Z' });
				return { contactId };
			},
			parameters: {
				returnAll: true,
				limit: 50,
				filters: {
					...selection,
					changedAfter: '2020-01-01T00:00:00',
					changedBefore: '2026-03-02T00:00:00Z',
					cursor: '2020-01-01T00:00:00.000Z_1854784',
				},
				options: { searchLagSeconds: 90 },
			},
		},
		wrong: {
			parameters: { filters: { cursor: 'page 2' } },
			message: '"Cursor" is not a cursor: page 2',
			field: 'cursor',
		},
	},
	getCustomData: { example: { ...withContact, parameters: ofTheContact }, wrong: wrongTimeout(0) },
	removeCategories: {
		example: { ...withContact, parameters: { ...ofTheContact, Categories: ['Buyer'] } },
		wrong: { parameters: { Categories: nothing }, message: '"Categories" is empty', field: 'Categories' },
	},
	setCustomData: {
		example: {
			...withContact,
			parameters: { ...ofTheContact, Key: 'HighLevel Contact ID', Value: 'ocQHyuzHvysMo5N5VsXc' },
		},
		wrong: { parameters: { Value: nothing }, message: '"Value" is empty', field: 'Value' },
	},
	update: {
		example: {
			...withContact,
			parameters: { ...ofTheContact, updateFields: { ...identity, ...further } },
		},
		wrong: {
			parameters: { updateFields: { ContactStatus: 'Lukewarm' } },
			message: '"Status" has no option "Lukewarm"',
			field: 'Status',
		},
	},
	upsert: {
		example: {
			...withContact,
			parameters: {
				...identity,
				matchBy: 'clientIdEmailPhone',
				clientId: preparedText('contactId'),
				externalId: 'ocQHyuzHvysMo5N5VsXc',
				externalIdName: 'HighLevel ID',
				CEmail: 'ada@example.com',
				MobilePhone: '4805550142',
				Source: byId(DEMO.sources.website),
				additionalFields: creatable,
				options: {
					lastSynced: '={{ JSON.stringify({ id: $json.contactId, values: { City: "Mesa" } }) }}',
					lastRead: '={{ { ClientID: $json.contactId, City: "Tempe" } }}',
					conflict: 'lastWriteWins',
					sourceChangedAt: '2026-03-01T12:00:00Z',
					onlyIfEmpty: ['Company'],
				},
			},
		},
		variants: [{ parameters: { matchBy: 'emailPhoneName' } }],
		wrong: {
			parameters: { clientId: '', CEmail: '', MobilePhone: '', additionalFields: {} },
			message: 'There is neither an email nor a phone to find the contact by',
			field: 'CEmail, MobilePhone',
		},
	},
};
