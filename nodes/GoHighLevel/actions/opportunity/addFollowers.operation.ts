import { options } from '../../../core/editor/fields';
import { opportunities } from '../../api/records/opportunities';
import { opportunityLocator } from '../../pickers/locators';
import { followers, followersOf } from '../followers';
import { operation } from '../operation';

export const addFollowers = operation({
	name: 'Add Followers',
	action: 'Add followers to an opportunity',
	description: 'Let users follow the opportunity, in addition to those who follow it already',
	requests: [opportunities.addFollowers],
	fields: [opportunityLocator, followers, options()],
	async execute({ api, params }) {
		const opportunityId = params.id('opportunityId');
		return {
			opportunityId,
			...(await opportunities.addFollowers(api, opportunityId, followersOf(params))),
		};
	},
});
