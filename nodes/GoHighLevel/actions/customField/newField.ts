import type { INodeProperties } from 'n8n-workflow';

import { collection } from '../../../core/editor/fields';
import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { NewCustomField } from '../../api/records/customFields';
import { dataType } from './dataTypes';
import { fieldName, furtherSettings, settingsOf } from './fields';
import { settingsForType } from './settingsForType';

const model: INodeProperties = {
	displayName: 'Object',
	name: 'model',
	type: 'options',
	options: [
		{ name: 'Contact', value: 'contact' },
		{ name: 'Opportunity', value: 'opportunity' },
	],
	default: 'contact',
	description: 'Whose field it is; without it, one of contacts',
};

/** What is asked for a new custom field. */
export const newFieldFields: INodeProperties[] = [
	{ ...fieldName, required: true },
	{ ...dataType, required: true },
	collection('Additional Fields', 'additionalFields', [...furtherSettings, model]),
];

/** The custom field that the editor's parameters describe. Throws a `Failure` for settings that its type does not have. */
export function newFieldOf(params: Params): NewCustomField {
	const [name, type] = [params.filled('name'), params.filled('dataType')];
	const given = params.collection('additionalFields');
	const settings = settingsForType(params, type, settingsOf(params, given));
	const owner = isEmpty(given.model) ? 'contact' : textOf(given.model, params.label('model'));
	return { ...settings, name, dataType: type, model: owner };
}
