import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

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

const calls: SdkComparison['calls'] = {
	create: async (sdk) => await sdk.businesses.createBusiness({ ...fields, locationId }),
	get: async (sdk, { businessId }) => await sdk.businesses.getBusiness({ businessId }),
	getAll: async (sdk) =>
		await sdk.businesses.getBusinessesByLocation({ locationId, limit: '100', skip: '0' }),
	update: async (sdk, { businessId }) => await sdk.businesses.updateBusiness({ businessId }, fields),
	delete: async (sdk, { businessId }) => await sdk.businesses.deleteBusiness({ businessId }),
};

export const business: SdkComparison = { calls };
