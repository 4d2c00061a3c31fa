import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { CustomValueFields } from '../../api/records/customValues';

export const valueName: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Office Hours',
	description: 'What the custom value is called in HighLevel',
};

export const value: INodeProperties = {
	displayName: 'Value',
	name: 'value',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Mon-Fri 9-17',
	description: 'The text that emails, texts, forms and pages show wherever the custom value is inserted',
};

/** The fields that the editor's parameters describe; what is empty is left out. */
export function customValueFieldsOf(params: Params, given: Record<string, unknown>): CustomValueFields {
	const fields: CustomValueFields = {};
	for (const name of ['name', 'value'] as const) {
		if (!isEmpty(given[name])) fields[name] = textOf(given[name], params.label(name));
	}
	return fields;
}
