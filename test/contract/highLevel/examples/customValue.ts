import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';
import { prepared } from './example';

const withValue = {
	prepare: ({ state }: HighLevelSandbox) => {
		const customValueId = state.newId();
		state.customValues.set(customValueId, {
			id: customValueId,
			locationId: DEMO.locationId,
			name: 'Slogan',
			fieldKey: '{{ custom_values.slogan }}',
			value: 'Home is here',
		});
		return { customValueId };
	},
};

const ofTheValue = { customValueId: prepared('customValueId'), options: {} };

export const customValue: ResourceExamples = {
	create: { parameters: { name: 'Slogan', value: 'Home is here', options: {} } },
	get: { ...withValue, parameters: ofTheValue },
	getAll: { ...withValue, parameters: { returnAll: true, limit: 50, options: {} } },
	update: {
		...withValue,
		parameters: { ...ofTheValue, updateFields: { name: 'Motto', value: 'Come home' } },
	},
	delete: { ...withValue, parameters: ofTheValue },
};
