import { options } from '../../../core/editor/fields';
import { addToCampaign as add } from '../../api/contacts/enrolments';
import { campaignLocator, contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const addToCampaign = operation({
	name: 'Add to Campaign',
	action: 'Add a contact to a campaign',
	description: 'Enrol the contact in a campaign',
	requests: [add],
	fields: [contactLocator, campaignLocator, options()],
	async execute({ api, params }) {
		const ids = { contactId: params.id('contactId'), campaignId: params.id('campaignId') };
		await add(api, ids);
		return { ...ids, added: true };
	},
});
