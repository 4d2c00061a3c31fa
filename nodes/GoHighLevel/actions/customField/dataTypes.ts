import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/**
 * HighLevel's data types, by the names that people see where they make a field in HighLevel. Source of the values:
 * official specifications, custom-fields.
 */
const DATA_TYPES: INodePropertyOptions[] = [
	{ name: 'Checkbox', value: 'CHECKBOX', description: 'Several of its choices, as boxes to tick' },
	{ name: 'Date Picker', value: 'DATE', description: 'A day' },
	{ name: 'Dropdown (Multiple)', value: 'MULTIPLE_OPTIONS', description: 'Several of its choices' },
	{ name: 'Dropdown (Single)', value: 'SINGLE_OPTIONS', description: 'One of its choices' },
	{ name: 'File Upload', value: 'FILE_UPLOAD', description: 'One file or several' },
	{ name: 'Monetary', value: 'MONETORY', description: 'An amount of money' },
	{ name: 'Multi Line', value: 'LARGE_TEXT', description: 'Long text' },
	{ name: 'Number', value: 'NUMERICAL', description: 'Any number' },
	{ name: 'Phone', value: 'PHONE', description: 'A phone number' },
	{ name: 'Radio Select', value: 'RADIO', description: 'One of its choices, all of them in view' },
	{ name: 'Single Line', value: 'TEXT', description: 'Short text' },
	{ name: 'Text Box List', value: 'TEXTBOX_LIST', description: 'Several texts, each in a box of its own' },
];

export const dataType: INodeProperties = {
	displayName: 'Data Type',
	name: 'dataType',
	type: 'options',
	options: DATA_TYPES,
	default: 'TEXT',
	description: 'What the field holds; it cannot be changed later',
};

/** The name of a data type; `undefined` for one that is not known here. */
export function dataTypeName(value: string): string | undefined {
	return DATA_TYPES.find((one) => one.value === value)?.name;
}
