import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import { prepared } from '../prepared';
import { highLevelCases } from '../case';
import { wrongLimit } from '../wrongValues';

const { locationId } = DEMO;

const fields = {
	name: 'West Pier Holdings',
	phone: '+12125550179',
	email: 'office@westpier.example',
	website: 'https://westpier.example',
	address: '3 Pier Road',
	city: 'New York',
	state: 'NY',
	postalCode: '10004',
	country: 'US',
	description: 'Lets warehouses',
};

const withBusiness = {
	prepare: ({ state }: HighLevelSandbox) => ({
		businessId: state.add('businesses', {
			locationId,
			name: 'South Pier Holdings',
			phone: '+12125550178',
			email: 'desk@southpier.example',
			website: 'https://southpier.example',
			address: '2 Pier Road',
			city: 'Boston',
			state: 'MA',
			postalCode: '02108',
			country: 'US',
			description: 'Lets boats',
		}).id,
	}),
};

const further = {
	phone: '+12125550179',
	email: 'office@westpier.example',
	website: 'https://westpier.example',
	address: '3 Pier Road',
	city: 'New York',
	state: 'NY',
	postalCode: '10004',
	country: 'US',
	description: 'Lets warehouses',
};

const ofTheBusiness = { businessId: prepared('businessId'), options: {} };

export const cases = highLevelCases({
	create: {
		example: {
			parameters: { name: 'West Pier Holdings', additionalFields: further, options: {} },
		},
		sdk: async (sdk) => await sdk.businesses.createBusiness({ ...fields, locationId }),
		wrong: {
			parameters: { additionalFields: { city: ['a', 'b'] } },
			message: '"City" must be text, but it is a list',
			field: 'City',
		},
	},
	get: {
		example: { ...withBusiness, parameters: { ...ofTheBusiness, simplify: true } },
		sdk: async (sdk, { businessId }) => await sdk.businesses.getBusiness({ businessId }),
		wrong: { parameters: { businessId: byId(UNKNOWN) }, message: `Business with id ${UNKNOWN} not found` },
	},
	getAll: {
		example: {
			...withBusiness,
			parameters: { returnAll: true, limit: 50, simplify: true, options: {} },
		},
		sdk: async (sdk) => await sdk.businesses.getBusinessesByLocation({ locationId, limit: '100', skip: '0' }),
		wrong: wrongLimit(0),
	},
	update: {
		example: {
			...withBusiness,
			parameters: { ...ofTheBusiness, updateFields: { ...further, name: 'West Pier Holdings' } },
		},
		sdk: async (sdk, { businessId }) => await sdk.businesses.updateBusiness({ businessId }, fields),
		wrong: {
			parameters: { updateFields: { name: '={{ $json.nothing }}' } },
			message: 'There is nothing to update',
			field: 'updateFields',
		},
	},
	delete: {
		example: { ...withBusiness, parameters: ofTheBusiness },
		sdk: async (sdk, { businessId }) => await sdk.businesses.deleteBusiness({ businessId }),
		wrong: { parameters: { businessId: byId('a/../b?x') }, message: 'Business with id a/../b?x not found' },
	},
});
