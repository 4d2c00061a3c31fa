import type { INodeProperties } from 'n8n-workflow';

import { collection, options } from '../../../core/editor/fields';
import { isEmpty, textOf } from '../../../core/values/texts';
import { customFields } from '../../api/records/customFields';
import { operation } from '../operation';
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

export const create = operation({
	name: 'Create',
	action: 'Create a custom field',
	description: 'Add a custom field to the contacts or opportunities of the location',
	requests: [customFields.create],
	fields: [
		{ ...fieldName, required: true },
		{ ...dataType, required: true },
		collection('Additional Fields', 'additionalFields', [...furtherSettings, model]),
		options(),
	],
	async execute({ api, params }) {
		const [name, type] = [params.filled('name'), params.filled('dataType')];
		const given = params.collection('additionalFields');
		const settings = settingsForType(params, type, settingsOf(params, given));
		const owner = isEmpty(given.model) ? 'contact' : textOf(given.model, params.label('model'));
		return await customFields.create(api, { ...settings, name, dataType: type, model: owner });
	},
});
