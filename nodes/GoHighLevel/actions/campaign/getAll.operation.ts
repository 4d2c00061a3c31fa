import type { INodeProperties } from 'n8n-workflow';

import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { textOf } from '../../../core/values/texts';
import { campaigns } from '../../api/records/automations';
import { operation } from '../operation';

const status: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Draft', value: 'draft' },
		{ name: 'Published', value: 'published' },
	],
	default: 'published',
	description: 'Only campaigns that are published, or only those that are not yet',
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'Read the campaigns of the location. They are made and changed in HighLevel only.',
	requests: [campaigns.list],
	fields: [...returnAllOrLimit, collection('Filters', 'filters', [status], 'Add Filter'), options()],
	async execute({ api, params }) {
		const limit = params.limit();
		const wanted = textOf(params.collection('filters').status, 'Status');
		return await campaigns.list(api, { limit, ...(wanted ? { status: wanted } : {}) });
	},
});
