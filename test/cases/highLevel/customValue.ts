import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import { prepared } from '../prepared';
import type { Difference } from '../case';
import { highLevelCases } from '../case';
import { wrongLimit } from '../wrongValues';

const { locationId } = DEMO;

const withValue = {
	prepare: ({ state }: HighLevelSandbox) => {
		const customValueId = state.newId();
		state.customValues.set(customValueId, {
			id: customValueId,
			locationId,
			name: 'Slogan',
			fieldKey: '{{ custom_values.slogan }}',
			value: 'Home is here',
		});
		return { customValueId };
	},
};

const ofTheValue = { customValueId: prepared('customValueId'), options: {} };

export const cases = highLevelCases({
	create: {
		example: { parameters: { name: 'Slogan', value: 'Home is here', options: {} } },
		sdk: async (sdk) =>
			await sdk.locations.createCustomValue({ locationId }, { name: 'Slogan', value: 'Home is here' }),
		wrong: { parameters: { value: '={{ $json.nothing }}' }, message: '"Value" is empty', field: 'value' },
	},
	get: {
		example: { ...withValue, parameters: ofTheValue },
		sdk: async (sdk, { customValueId }) =>
			await sdk.locations.getCustomValue({ locationId, id: customValueId }),
		wrong: {
			parameters: { customValueId: byId(UNKNOWN) },
			message: `Custom value with id ${UNKNOWN} not found`,
		},
	},
	getAll: {
		example: { ...withValue, parameters: { returnAll: true, limit: 50, options: {} } },
		sdk: async (sdk) => await sdk.locations.getCustomValues({ locationId }),
		wrong: wrongLimit(1.5),
	},
	update: {
		example: {
			...withValue,
			parameters: { ...ofTheValue, updateFields: { name: 'Motto', value: 'Come home' } },
		},
		sdk: async (sdk, { customValueId }) =>
			await sdk.locations.updateCustomValue(
				{ locationId, id: customValueId },
				{ name: 'Motto', value: 'Come home' },
			),
		wrong: {
			parameters: { updateFields: { value: ['a', 'b'] } },
			message: '"Value" must be text, but it is a list',
			field: 'Value',
		},
	},
	delete: {
		example: { ...withValue, parameters: ofTheValue },
		sdk: async (sdk, { customValueId }) =>
			await sdk.locations.deleteCustomValue({ locationId, id: customValueId }),
		wrong: {
			parameters: { customValueId: byId('a/../b?x') },
			message: 'Custom value with id a/../b?x not found',
		},
	},
});

export const differences: Difference[] = [
	{
		pattern: /^create: only the node sends GET \/locations\/\{locationId\}\/customValues$/,
		reason:
			'HighLevel does not say when a value was added, so the values are read before: a lost answer is not done twice',
	},
];
