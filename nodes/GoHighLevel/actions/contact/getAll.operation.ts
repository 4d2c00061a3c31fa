import { collection, options, returnAllOrLimit } from '../../../core/fields';
import { listContacts, searchContacts } from '../../api/contacts';
import { operation } from '../operation';
import { endpoint, searchFilters, sortBy, sortDirection } from './readFields';
import { searchQueryOf } from './searchQueryOf';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Read the contacts of the location, all or those that match',
	scopes: ['contacts.readonly'],
	fields: [
		...returnAllOrLimit,
		collection('Filters', 'filters', searchFilters, 'Add Filter'),
		options(endpoint, sortBy, sortDirection),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const query = searchQueryOf(params);
		return query.endpoint === 'list'
			? await listContacts(api, { query: query.query, limit })
			: await searchContacts(api, { ...query, limit });
	},
});
