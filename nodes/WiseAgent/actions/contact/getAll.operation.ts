import { collection, returnAllOrLimit } from '../../../core/editor/fields';
import { contactOf } from '../../api/reading/records';
import { listContacts } from '../../api/contacts/contacts';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';
import { contactFilters, contactQueryOf } from './filters';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Read contacts, all or those that match',
	requests: [listContacts],
	fields: [
		...returnAllOrLimit,
		collection('Filters', 'filters', contactFilters, 'Add Filter'),
		recordOptions(),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		return allOutputs(params, await listContacts(api, contactQueryOf(params), limit), contactOf);
	},
});
