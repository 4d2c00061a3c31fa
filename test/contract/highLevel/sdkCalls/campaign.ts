import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const { locationId } = DEMO;

export const campaign: SdkComparison = {
	calls: {
		getAll: async (sdk) => await sdk.campaigns.getCampaigns({ locationId, status: 'published' }),
	},
};
