import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const { locationId } = DEMO;

const calls: SdkComparison['calls'] = {
	create: async (sdk) =>
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
	get: async (sdk, { customFieldId }) =>
		await sdk.locations.getCustomField({ locationId, id: customFieldId }),
	getAll: async (sdk) => await sdk.locations.getCustomFields({ locationId, model: 'contact' }),
	update: async (sdk, { customFieldId }) =>
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
	delete: async (sdk, { customFieldId }) =>
		await sdk.locations.deleteCustomField({ locationId, id: customFieldId }),
};

const variants: SdkComparison['variants'] = [
	{
		operation: 'create',
		parameters: {
			name: 'Links',
			dataType: 'TEXTBOX_LIST',
			additionalFields: {
				textBoxListOptions: { option: [{ label: 'Home' }, { label: 'Work', prefillValue: 'https://' }] },
			},
		},
		call: async (sdk) =>
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
		operation: 'getAll',
		parameters: { filters: {} },
		call: async (sdk) => await sdk.locations.getCustomFields({ locationId, model: 'all' }),
	},
	{
		operation: 'create',
		parameters: {
			name: 'Papers',
			dataType: 'FILE_UPLOAD',
			additionalFields: { acceptedFormat: '.pdf, .docx', isMultipleFile: true, maxNumberOfFiles: 2 },
		},
		call: async (sdk) =>
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
];

const differences: SdkComparison['differences'] = [
	{
		pattern: /^create: only the node sends GET \/locations\/\{locationId\}\/customFields$/,
		reason:
			'HighLevel does not say when a field was added, so the fields are read before: a lost answer is not done twice',
	},
	{
		pattern: /^update: only the node sends GET \/locations\/\{locationId\}\/customFields\/\{customFieldId\}$/,
		reason:
			'HighLevel wants name and model with every change, so the field is read: what the operator does not give stays',
	},
];

export const customField: SdkComparison = { calls, variants, differences };
