import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';
import { prepared } from './example';

const withField = {
	prepare: ({ state }: HighLevelSandbox) => {
		const customFieldId = state.newId();
		state.customFields.set(customFieldId, {
			id: customFieldId,
			locationId: DEMO.locationId,
			name: 'View',
			fieldKey: 'contact.view',
			dataType: 'SINGLE_OPTIONS',
			placeholder: 'Where the windows look',
			position: 700,
			options: ['Lake', 'Park'],
			textBoxes: [],
			model: 'contact',
		});
		return { customFieldId };
	},
};

const ofTheField = { customFieldId: prepared('customFieldId'), options: {} };

export const customField: ResourceExamples = {
	create: {
		parameters: {
			name: 'Reason to Sell',
			dataType: 'SINGLE_OPTIONS',
			additionalFields: {
				model: 'opportunity',
				placeholder: 'What the seller says',
				position: 750,
				textBoxListOptions: { option: [{ label: 'Job' }, { label: 'Family' }] },
			},
			options: {},
		},
	},
	get: { ...withField, parameters: { ...ofTheField, simplify: true } },
	getAll: {
		...withField,
		parameters: {
			returnAll: true,
			limit: 50,
			simplify: true,
			filters: { model: 'contact' },
			options: {},
		},
	},
	update: {
		...withField,
		parameters: {
			...ofTheField,
			updateFields: {
				name: 'Outlook',
				placeholder: 'What one sees',
				position: 710,
				textBoxListOptions: { option: [{ label: 'Lake' }, { label: 'Sea' }] },
			},
		},
	},
	delete: { ...withField, parameters: ofTheField },
};
