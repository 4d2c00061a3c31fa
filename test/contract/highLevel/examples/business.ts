import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';
import { prepared } from './example';

const withBusiness = {
	prepare: ({ state }: HighLevelSandbox) => ({
		businessId: state.add('businesses', {
			locationId: DEMO.locationId,
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

export const business: ResourceExamples = {
	create: {
		parameters: { name: 'West Pier Holdings', additionalFields: further, options: {} },
	},
	get: { ...withBusiness, parameters: { ...ofTheBusiness, simplify: true } },
	getAll: {
		...withBusiness,
		parameters: { returnAll: true, limit: 50, simplify: true, options: {} },
	},
	update: {
		...withBusiness,
		parameters: { ...ofTheBusiness, updateFields: { ...further, name: 'West Pier Holdings' } },
	},
	delete: { ...withBusiness, parameters: ofTheBusiness },
};
