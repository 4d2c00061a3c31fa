import type { INodeProperties } from 'n8n-workflow';

import { collection, returnAllOrLimit } from '../../../core/editor/fields';
import { propertyOf } from '../../api/reading/records';
import { listProperties } from '../../api/records/properties';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';

const archived: INodeProperties = {
	displayName: 'Archived',
	name: 'showArchived',
	type: 'boolean',
	default: true,
	description: 'Whether to read only the properties that are archived, instead of only the others',
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many properties',
	description: 'Read properties, the newest first',
	requests: [listProperties],
	fields: [...returnAllOrLimit, collection('Filters', 'filters', [archived], 'Add Filter'), recordOptions()],
	async execute({ api, params }) {
		const limit = params.limit();
		const showArchived = params.collection('filters').showArchived === true;
		return allOutputs(params, await listProperties(api, { showArchived }, limit), propertyOf);
	},
});
