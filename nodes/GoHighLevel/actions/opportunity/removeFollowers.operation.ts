import { options } from '../../../core/editor/fields';
import { opportunities } from '../../api/records/opportunities';
import { opportunityLocator } from '../../pickers/locators';
import { followers, followersOf } from '../followers';
import { operation } from '../operation';

export const removeFollowers = operation({
	name: 'Remove Followers',
	action: 'Remove followers from an opportunity',
	description: 'End that users follow the opportunity; other followers stay',
	requests: [opportunities.removeFollowers],
	fields: [opportunityLocator, followers, options()],
	async execute({ api, params }) {
		const opportunityId = params.id('opportunityId');
		return {
			opportunityId,
			...(await opportunities.removeFollowers(api, opportunityId, followersOf(params))),
		};
	},
});
