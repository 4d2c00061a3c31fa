import { optional } from '../../../core/operation/request';
import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import { locationSettings } from '../../api/locations';
import { listContacts } from '../../api/contacts/contacts';
import { searchContacts } from '../../api/contacts/contactSearch';
import { operation } from '../operation';
import { completeRecord, endpoint, searchFilters, sortBy, sortDirection } from './readFields';
import { searchQueryOf } from './search/searchQueryOf';
import { MADE_TO_SHOW, shownContacts } from './output';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Read the contacts of the location, all or those that match',
	requests: [searchContacts, listContacts, optional(locationSettings), ...MADE_TO_SHOW],
	fields: [
		...returnAllOrLimit,
		simplify,
		collection('Filters', 'filters', searchFilters, 'Add Filter'),
		options(completeRecord, endpoint, sortBy, sortDirection),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const query = await searchQueryOf(api, params);
		const contacts =
			query.endpoint === 'list'
				? await listContacts(api, { query: query.query, limit })
				: await searchContacts(api, { ...query, limit });
		return await shownContacts(api, params, contacts);
	},
});
