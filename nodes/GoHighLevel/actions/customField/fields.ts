import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { isEmpty, listOf, textOf } from '../../../core/values/texts';
import type { CustomFieldSettings } from '../../api/records/customFields';

export const fieldName: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Lead Source Detail',
	description: 'What the field is called in HighLevel',
};

const boxes: INodeProperties = {
	displayName: 'Choices or Boxes',
	name: 'textBoxListOptions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Choice or Box',
	default: {},
	description:
		'For dropdowns, checkboxes and radios: what can be chosen. For a text box list: its boxes. In an update, give all of them, not just the new ones.',
	options: [
		{
			displayName: 'Choice or Box',
			name: 'option',
			values: [
				{
					displayName: 'Label',
					name: 'label',
					type: 'string',
					default: '',
					description: 'Text of the choice, or name of the box; one without is left out',
				},
				{
					displayName: 'Prefilled Text',
					name: 'prefillValue',
					type: 'string',
					default: '',
					description: 'Text that stands in a box of a text box list from the beginning',
				},
			],
		},
	],
};

const files: INodeProperties[] = [
	{
		displayName: 'Accepted File Formats',
		name: 'acceptedFormat',
		type: 'string',
		default: '',
		placeholder: 'e.g. .pdf, .docx, .jpeg',
		description: 'For a file upload: the file extensions that are taken, separated by commas, or a list',
	},
	{
		displayName: 'Max Number of Files',
		name: 'maxNumberOfFiles',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'For a file upload: how many files can be uploaded, where several are allowed',
	},
	{
		displayName: 'Multiple Files',
		name: 'isMultipleFile',
		type: 'boolean',
		default: false,
		description: 'Whether several files can be uploaded, for a file upload',
	},
];

/** What a custom field may have beside its name and data type. */
export const furtherSettings: INodeProperties[] = [
	boxes,
	...files,
	{
		displayName: 'Placeholder',
		name: 'placeholder',
		type: 'string',
		default: '',
		description: 'Hint that stands in the field while it is empty',
	},
	{
		displayName: 'Position',
		name: 'position',
		type: 'number',
		default: 0,
		description: 'Place of the field among the others; a lower number comes first',
	},
];

/** The most useful fields of a custom field, which "Simplify" leaves. */
export const SIMPLE_FIELDS = [
	'id',
	'name',
	'fieldKey',
	'dataType',
	'model',
	'placeholder',
	'position',
	'picklistOptions',
	'isMultiFileAllowed',
	'maxFileLimit',
];

/** The settings that the editor's parameters describe; what is empty is left out. */
export function settingsOf(params: Params, given: Record<string, unknown>): CustomFieldSettings {
	const settings: CustomFieldSettings = {};
	for (const name of ['name', 'placeholder'] as const) {
		if (!isEmpty(given[name])) settings[name] = textOf(given[name], params.label(name));
	}
	for (const name of ['position', 'maxNumberOfFiles'] as const) {
		if (!isEmpty(given[name])) settings[name] = given[name] as number;
	}
	const { acceptedFormat, isMultipleFile, textBoxListOptions } = given;
	if (!isEmpty(acceptedFormat)) {
		settings.acceptedFormat = listOf(acceptedFormat, params.label('acceptedFormat'));
	}
	if (!isEmpty(isMultipleFile)) settings.isMultipleFile = isMultipleFile === true;
	const options = optionsOf(textBoxListOptions);
	if (options.length > 0) settings.textBoxListOptions = options;
	return settings;
}

function optionsOf(given: unknown): NonNullable<CustomFieldSettings['textBoxListOptions']> {
	const { option = [] } = (given ?? {}) as { option?: Array<{ label?: unknown; prefillValue?: unknown }> };
	return option.flatMap(({ label, prefillValue }) =>
		isEmpty(label)
			? []
			: [
					{
						label: textOf(label, 'Label'),
						...(isEmpty(prefillValue) ? {} : { prefillValue: textOf(prefillValue, 'Prefilled Text') }),
					},
				],
	);
}
