import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import { MADE_TO_SHOW } from '../../api/opportunities/shown';
import { opportunities } from '../../api/records/opportunities';
import { placeOf } from '../../api/records/pipelines';
import { operation } from '../operation';
import { filterFields, isWantedOf, queryOf } from './filters';
import { shownOpportunities } from './output';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many opportunities',
	description:
		'Read the opportunities of the location, all or those that match, the newest first. A change takes some seconds until it is found.',
	requests: [opportunities.search, ...MADE_TO_SHOW],
	fields: [
		...returnAllOrLimit,
		simplify,
		collection('Filters', 'filters', filterFields, 'Add Filter'),
		options(),
	],
	async execute({ api, params }) {
		const wanted = { limit: params.limit(), isWanted: isWantedOf(params) };
		const query = queryOf(params);
		const found = await opportunities.search(api, query, wanted);
		// A stage that the pipeline does not have finds nothing.
		if (found.length === 0) await placeOf(api, query, params);
		return await shownOpportunities(api, params, found);
	},
});
