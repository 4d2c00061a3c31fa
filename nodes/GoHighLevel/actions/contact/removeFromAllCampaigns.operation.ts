import { options } from '../../../core/editor/fields';
import { removeFromAllCampaigns as remove } from '../../api/contacts/enrolments';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const removeFromAllCampaigns = operation({
	name: 'Remove From All Campaigns',
	action: 'Remove a contact from all campaigns',
	description: 'End every campaign for the contact',
	requests: [remove],
	fields: [contactLocator, options()],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		await remove(api, contactId);
		return { contactId, removed: true };
	},
});
