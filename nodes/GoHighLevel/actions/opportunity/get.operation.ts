import { options } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import { MADE_TO_SHOW } from '../../api/opportunities/shown';
import { opportunities } from '../../api/records/opportunities';
import { opportunityLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { shownOpportunities } from './output';

export const get = operation({
	name: 'Get',
	action: 'Get an opportunity',
	description: 'Read one opportunity, with its custom fields, pipeline and stage by name',
	requests: [opportunities.get, ...MADE_TO_SHOW],
	fields: [opportunityLocator, simplify, options()],
	async execute({ api, params }) {
		const found = await opportunities.get(api, { opportunityId: params.id('opportunityId') });
		return await shownOpportunities(api, params, [found]);
	},
});
