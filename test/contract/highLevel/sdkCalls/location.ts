import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const { locationId } = DEMO;

export const location: SdkComparison = {
	calls: {
		get: async (sdk) => await sdk.locations.getLocation({ locationId }),
		getAll: async (sdk) => await sdk.locations.searchLocations({ skip: '0', limit: '50' }),
	},
};
