import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const { locationId } = DEMO;

const calls: SdkComparison['calls'] = {
	create: async (sdk) =>
		await sdk.locations.createCustomValue({ locationId }, { name: 'Slogan', value: 'Home is here' }),
	get: async (sdk, { customValueId }) =>
		await sdk.locations.getCustomValue({ locationId, id: customValueId }),
	getAll: async (sdk) => await sdk.locations.getCustomValues({ locationId }),
	update: async (sdk, { customValueId }) =>
		await sdk.locations.updateCustomValue(
			{ locationId, id: customValueId },
			{ name: 'Motto', value: 'Come home' },
		),
	delete: async (sdk, { customValueId }) =>
		await sdk.locations.deleteCustomValue({ locationId, id: customValueId }),
};

const differences: SdkComparison['differences'] = [
	{
		pattern: /^create: only the node sends GET \/locations\/\{locationId\}\/customValues$/,
		reason:
			'HighLevel does not say when a value was added, so the values are read before: a lost answer is not done twice',
	},
];

export const customValue: SdkComparison = { calls, differences };
