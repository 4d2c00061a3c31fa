import { optional } from '../../../../core/operation/request';
import { options, returnAllOrLimit } from '../../../../core/editor/fields';
import { textOf } from '../../../../core/values/texts';
import { simplify } from '../../../../core/operation/simplify';
import { locationSettings } from '../../../api/locations';
import { searchContacts } from '../../../api/contacts/contactSearch';
import { operation } from '../../operation';
import { completeRecord, searchText } from '../readFields';
import { filterBuilder, sort } from './searchFields';
import { searchFiltersOf, sortOf } from './searchFiltersOf';
import { MADE_TO_SHOW, shownContacts } from '../output';

export const search = operation({
	name: 'Search',
	action: 'Search contacts',
	description: 'Find contacts by conditions on any field, joined by AND and OR',
	requests: [searchContacts, optional(locationSettings), ...MADE_TO_SHOW],
	fields: [...filterBuilder, ...returnAllOrLimit, simplify, options(completeRecord, searchText, sort)],
	async execute({ api, params }) {
		const { query } = params.collection('options');
		const contacts = await searchContacts(api, {
			query: textOf(query, 'Search Text'),
			sort: sortOf(params),
			limit: params.limit(),
			filters: await searchFiltersOf(api, params),
		});
		return await shownContacts(api, params, contacts);
	},
});
