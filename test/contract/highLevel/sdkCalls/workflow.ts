import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

export const workflow: SdkComparison = {
	calls: {
		getAll: async (sdk) => await sdk.workflows.getWorkflow({ locationId: DEMO.locationId }),
	},
};
