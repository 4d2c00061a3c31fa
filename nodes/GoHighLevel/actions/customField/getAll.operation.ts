import type { INodeProperties } from 'n8n-workflow';

import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { isEmpty, textOf } from '../../../core/values/texts';
import { simplified, simplify } from '../../../core/operation/simplify';
import { customFields } from '../../api/records/customFields';
import { operation } from '../operation';
import { SIMPLE_FIELDS } from './fields';

const model: INodeProperties = {
	displayName: 'Object',
	name: 'model',
	type: 'options',
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'Contact', value: 'contact' },
		{ name: 'Opportunity', value: 'opportunity' },
	],
	default: 'all',
	description: 'Only the fields of contacts, or only those of opportunities',
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many custom fields',
	description:
		'Read the custom fields of the location with their IDs, keys and choices; without a filter, those of contacts and of opportunities',
	requests: [customFields.list],
	fields: [...returnAllOrLimit, simplify, collection('Filters', 'filters', [model], 'Add Filter'), options()],
	async execute({ api, params }) {
		const limit = params.limit();
		const { model: whose } = params.collection('filters');
		const wanted = isEmpty(whose) ? 'all' : textOf(whose, params.label('model'));
		const found = await customFields.list(api, { model: wanted });
		return found.slice(0, limit).map((field) => simplified(params, field, SIMPLE_FIELDS));
	},
});
