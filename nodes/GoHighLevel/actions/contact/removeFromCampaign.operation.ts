import { options } from '../../../core/editor/fields';
import { removeFromCampaign as remove } from '../../api/contacts/enrolments';
import { campaignLocator, contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const removeFromCampaign = operation({
	name: 'Remove From Campaign',
	action: 'Remove a contact from a campaign',
	description: 'End a campaign for the contact',
	requests: [remove],
	fields: [contactLocator, campaignLocator, options()],
	async execute({ api, params }) {
		const ids = { contactId: params.id('contactId'), campaignId: params.id('campaignId') };
		await remove(api, ids);
		return { ...ids, removed: true };
	},
});
