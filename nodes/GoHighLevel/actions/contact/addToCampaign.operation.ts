import { options } from '../../../core/editor/fields';
import { path } from '../../../core/sending/path';
import { done } from '../../api/answers';
import { campaignLocator, contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const addToCampaign = operation({
	name: 'Add to Campaign',
	action: 'Add a contact to a campaign',
	description: 'Enrol the contact in a campaign',
	scopes: ['contacts.write'],
	fields: [contactLocator, campaignLocator, options()],
	async execute({ api, params }) {
		const [contactId, campaignId] = [params.id('contactId'), params.id('campaignId')];
		await api.postOnce(path`/contacts/${contactId}/campaigns/${campaignId}`, done, {});
		return { contactId, campaignId, added: true };
	},
});
