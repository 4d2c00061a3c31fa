import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO } from '../../../support/highLevel';
import { addActivity } from './withActivity';
import { highLevelCases } from '../../case';
import { wrongLimit, wrongTimeout } from '../../wrongValues';
import { CONTACT, withContact } from './withContact';

const { locationId } = DEMO;

const nothing = '={{ $json.nothing }}';

export const finding = highLevelCases({
	findDuplicate: {
		example: {
			...withContact,
			parameters: { email: 'ada@example.com', phone: '+12125550142', simplify: true, options: {} },
		},
		sdk: async (sdk) =>
			await sdk.contacts.getDuplicateContact({
				locationId,
				email: 'ada@example.com',
				number: '+12125550142',
			}),
		variants: [
			{
				parameters: { email: '' },
				sdk: async (sdk) => await sdk.contacts.getDuplicateContact({ locationId, number: '+12125550142' }),
			},
		],
		wrong: {
			parameters: { email: '', phone: nothing },
			message: 'There is neither an email nor a phone to look for',
			field: 'email, phone',
		},
	},
	search: {
		example: {
			...withContact,
			parameters: {
				filterType: 'conditions',
				groupsMustMatch: 'AND',
				groups: {
					group: [
						{
							mustMatch: 'OR',
							conditions: {
								condition: [
									{ field: 'email', operator: 'eq', value: 'ada@example.com' },
									{ field: 'dateAdded', operator: 'range', from: '2020-01-01', to: '' },
								],
							},
						},
					],
				},
				filtersJson: '[]',
				returnAll: true,
				limit: 50,
				simplify: true,
				options: { sort: { order: [{ field: 'dateAdded', direction: 'asc' }] } },
			},
		},
		sdk: async (sdk) =>
			await sdk.contacts.searchContactsAdvanced({
				locationId,
				page: 1,
				pageLimit: 100,
				filters: [
					{
						group: 'AND',
						filters: [
							{
								group: 'OR',
								filters: [
									{ field: 'email', operator: 'eq', value: 'ada@example.com' },
									{ field: 'dateAdded', operator: 'range', value: { gte: '2020-01-01T00:00:00.000Z' } },
								],
							},
						],
					},
				],
				sort: [{ field: 'dateAdded', direction: 'asc' }],
			}),
		wrong: {
			parameters: { filterType: 'json', filtersJson: '[{"field":"nobody","operator":"eq","value":"x"}]' },
			message: 'HighLevel refused the data: Invalid field nobody',
		},
	},
	getAll: {
		example: {
			...withContact,
			parameters: {
				returnAll: true,
				limit: 50,
				simplify: true,
				filters: { query: 'ada', tags: 'old', addedAfter: '2020-01-01', email: 'ada@example.com' },
				options: { sortBy: 'dateUpdated', sortDirection: 'desc' },
			},
		},
		sdk: async (sdk) =>
			await sdk.contacts.searchContactsAdvanced({
				locationId,
				page: 1,
				pageLimit: 100,
				query: 'ada',
				filters: [
					{ field: 'dateAdded', operator: 'range', value: { gte: '2020-01-01T00:00:00.000Z' } },
					{ field: 'tags', operator: 'eq', value: 'old' },
					{ field: 'email', operator: 'eq', value: 'ada@example.com' },
				],
				sort: [{ field: 'dateUpdated', direction: 'desc' }],
			}),
		variants: [
			{
				parameters: { filters: { query: 'ada' }, options: { endpoint: 'list' } },
				sdk: async (sdk) => await sdk.contacts.getContacts({ locationId, limit: 100, query: 'ada' }),
			},
		],
		wrong: {
			parameters: { filters: { addedAfter: 'soon' } },
			message: '"Added After" is not a date: soon',
			field: 'Added After',
		},
	},
	getAllChanged: {
		example: {
			prepare: (sandbox: HighLevelSandbox) => {
				const { contactId } = withContact.prepare(sandbox);
				sandbox.state.updateContact(contactId, { dateUpdated: '2026-03-01T12:00:00.000Z' });
				return { contactId };
			},
			parameters: {
				returnAll: true,
				limit: 50,
				simplify: true,
				filters: {
					query: 'ada',
					tags: 'old',
					changedAfter: '2020-01-01T00:00:00Z',
					changedBefore: '2026-03-02T00:00:00Z',
					cursor: '2020-01-01T00:00:00.000Z_ocQHyuzHvysMo5N5VsXc',
				},
				options: { searchLagSeconds: 60 },
			},
		},
		sdk: async (sdk) =>
			await sdk.contacts.searchContactsAdvanced({
				locationId,
				page: 1,
				pageLimit: 100,
				query: 'ada',
				filters: [
					{ field: 'dateUpdated', operator: 'range', value: { gte: '2020-01-01T00:00:00.000Z' } },
					{ field: 'tags', operator: 'eq', value: 'old' },
				],
				sort: [{ field: 'dateUpdated', direction: 'asc' }],
			}),
		wrong: {
			parameters: { filters: { cursor: 'page 2' } },
			message: '"Cursor" is not a cursor: page 2',
			field: 'cursor',
		},
	},
	getByBusiness: {
		example: {
			...withContact,
			parameters: {
				businessId: byId(DEMO.businesses.northPier),
				returnAll: true,
				limit: 50,
				simplify: true,
				options: { query: 'ada' },
			},
		},
		sdk: async (sdk) =>
			await sdk.contacts.getContactsByBusinessId({
				businessId: DEMO.businesses.northPier,
				locationId,
				limit: '100',
				skip: '0',
				query: 'ada',
			}),
		wrong: wrongLimit(0),
	},
	getActivity: {
		example: {
			prepare: (sandbox: HighLevelSandbox) => {
				const { contactId } = withContact.prepare(sandbox);
				addActivity(sandbox, contactId);
				return { contactId };
			},
			parameters: {
				contactId: CONTACT,
				kinds: ['appointment', 'message', 'note', 'task'],
				returnAll: true,
				limit: 50,
				simplify: true,
				options: {},
			},
		},
		sdk: 'It puts lists together that are compared in the cases of their own operations',
		wrong: {
			parameters: { kinds: '={{ [] }}' },
			message: 'No kind is chosen',
			field: 'kinds',
		},
	},
	getAppointments: {
		example: {
			prepare: (sandbox: HighLevelSandbox) => {
				const { contactId } = withContact.prepare(sandbox);
				sandbox.state.addAppointment({
					contactId,
					startTime: '2027-03-01T10:00:00Z',
					assignedUserId: DEMO.users.ben,
					title: 'Viewing',
					notes: 'bring the keys',
					address: '3 Pier Street',
					users: [DEMO.users.ben],
				});
				return { contactId };
			},
			parameters: { contactId: CONTACT, simplify: true, options: {} },
		},
		sdk: async (sdk, { contactId }) => await sdk.contacts.getAppointmentsForContact({ contactId }),
		wrong: wrongTimeout(-1),
	},
});
