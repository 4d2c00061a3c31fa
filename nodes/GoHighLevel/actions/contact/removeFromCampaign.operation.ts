import { options } from '../../../core/editor/fields';
import { path } from '../../../core/sending/path';
import { campaignLocator, contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const removeFromCampaign = operation({
	name: 'Remove From Campaign',
	action: 'Remove a contact from a campaign',
	description: 'End a campaign for the contact',
	scopes: ['contacts.write'],
	fields: [contactLocator, campaignLocator, options()],
	async execute({ api, params }) {
		const [contactId, campaignId] = [params.id('contactId'), params.id('campaignId')];
		await api.delete(path`/contacts/${contactId}/campaigns/${campaignId}`);
		return { contactId, campaignId, removed: true };
	},
});
