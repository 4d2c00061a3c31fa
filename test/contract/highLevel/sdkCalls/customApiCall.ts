import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const calls: SdkComparison['calls'] = {
	request: async (sdk) =>
		await sdk.contacts.searchContactsAdvanced({
			locationId: DEMO.locationId,
			query: 'ada',
			page: 1,
			pageLimit: 100,
		}),
};

export const customApiCall: SdkComparison = { calls };
