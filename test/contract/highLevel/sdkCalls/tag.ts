import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const { locationId } = DEMO;

const calls: SdkComparison['calls'] = {
	create: async (sdk) => await sdk.locations.createTag({ locationId }, { name: 'Open house' }),
	get: async (sdk, { tagId }) => await sdk.locations.getTagById({ locationId, tagId }),
	getAll: async (sdk) => await sdk.locations.getLocationTags({ locationId }),
	update: async (sdk, { tagId }) =>
		await sdk.locations.updateTag({ locationId, tagId }, { name: 'Book fair' }),
	delete: async (sdk, { tagId }) => await sdk.locations.deleteTag({ locationId, tagId }),
};

export const tag: SdkComparison = { calls };
