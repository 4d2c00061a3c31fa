import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import { prepared } from '../prepared';
import type { Difference } from '../case';
import { highLevelCases } from '../case';
import { wrongLimit } from '../wrongValues';

const { locationId } = DEMO;

const withField = {
	prepare: ({ state }: HighLevelSandbox) => {
		const customFieldId = state.newId();
		state.customFields.set(customFieldId, {
			id: customFieldId,
			locationId,
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

export const cases = highLevelCases({
	create: {
		example: {
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
		sdk: async (sdk) =>
			await sdk.locations.createCustomField(
				{ locationId },
				{
					name: 'Reason to Sell',
					dataType: 'SINGLE_OPTIONS',
					model: 'opportunity',
					placeholder: 'What the seller says',
					position: 750,
					textBoxListOptions: [{ label: 'Job' }, { label: 'Family' }],
				},
			),
		variants: [
			{
				parameters: {
					name: 'Links',
					dataType: 'TEXTBOX_LIST',
					additionalFields: {
						textBoxListOptions: { option: [{ label: 'Home' }, { label: 'Work', prefillValue: 'https://' }] },
					},
				},
				sdk: async (sdk) =>
					await sdk.locations.createCustomField(
						{ locationId },
						{
							name: 'Links',
							dataType: 'TEXTBOX_LIST',
							model: 'contact',
							textBoxListOptions: [{ label: 'Home' }, { label: 'Work', prefillValue: 'https://' }],
						},
					),
			},
			{
				parameters: {
					name: 'Papers',
					dataType: 'FILE_UPLOAD',
					additionalFields: { acceptedFormat: '.pdf, .docx', isMultipleFile: true, maxNumberOfFiles: 2 },
				},
				sdk: async (sdk) =>
					await sdk.locations.createCustomField(
						{ locationId },
						{
							name: 'Papers',
							dataType: 'FILE_UPLOAD',
							model: 'contact',
							acceptedFormat: ['.pdf', '.docx'],
							isMultipleFile: true,
							maxNumberOfFiles: 2,
						},
					),
			},
		],
		wrong: {
			parameters: { dataType: 'DATE' },
			message: '"Choices or Boxes" does not go with the data type Date Picker',
			field: 'textBoxListOptions',
		},
	},
	createIfMissing: {
		example: {
			parameters: {
				name: 'Wise Agent ID',
				dataType: 'TEXT',
				additionalFields: { model: 'contact', placeholder: 'Set by the sync' },
				options: {},
			},
		},
		sdk: async (sdk) =>
			await sdk.locations.createCustomField(
				{ locationId },
				{ name: 'Wise Agent ID', dataType: 'TEXT', model: 'contact', placeholder: 'Set by the sync' },
			),
		wrong: {
			parameters: { name: ' budget', dataType: 'TEXT' },
			message: 'The custom field "Budget" exists with the data type Monetary, but Single Line is wanted',
			field: 'dataType',
		},
	},
	get: {
		example: { ...withField, parameters: { ...ofTheField, simplify: true } },
		sdk: async (sdk, { customFieldId }) =>
			await sdk.locations.getCustomField({ locationId, id: customFieldId }),
		wrong: {
			parameters: { customFieldId: byId(UNKNOWN) },
			message: `Custom field with id ${UNKNOWN} not found`,
		},
	},
	getAll: {
		example: {
			...withField,
			parameters: {
				returnAll: true,
				limit: 50,
				simplify: true,
				filters: { model: 'contact' },
				options: {},
			},
		},
		sdk: async (sdk) => await sdk.locations.getCustomFields({ locationId, model: 'contact' }),
		variants: [
			{
				parameters: { filters: {} },
				sdk: async (sdk) => await sdk.locations.getCustomFields({ locationId, model: 'all' }),
			},
		],
		wrong: wrongLimit(0),
	},
	update: {
		example: {
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
		sdk: async (sdk, { customFieldId }) =>
			await sdk.locations.updateCustomField(
				{ locationId, id: customFieldId },
				{
					name: 'Outlook',
					model: 'contact',
					placeholder: 'What one sees',
					position: 710,
					textBoxListOptions: [{ label: 'Lake' }, { label: 'Sea' }],
				},
			),
		wrong: {
			parameters: { updateFields: { maxNumberOfFiles: 3 } },
			message: '"Max Number of Files" does not go with the data type Dropdown (Single)',
			field: 'maxNumberOfFiles',
		},
	},
	delete: {
		example: { ...withField, parameters: ofTheField },
		sdk: async (sdk, { customFieldId }) =>
			await sdk.locations.deleteCustomField({ locationId, id: customFieldId }),
		wrong: {
			parameters: { customFieldId: byId('a/../b?x') },
			message: 'Custom field with id a/../b?x not found',
		},
	},
});

export const differences: Difference[] = [
	{
		pattern: /^create: only the node sends GET \/locations\/\{locationId\}\/customFields$/,
		reason:
			'HighLevel does not say when a field was added, so the fields are read before: a lost answer is not done twice',
	},
	{
		pattern: /^createIfMissing: only the node sends GET \/locations\/\{locationId\}\/customFields$/,
		reason: 'The field is looked for by its name before it is created',
	},
	{
		pattern: /^update: only the node sends GET \/locations\/\{locationId\}\/customFields\/\{customFieldId\}$/,
		reason:
			'HighLevel wants name and model with every change, so the field is read: what the operator does not give stays',
	},
];
