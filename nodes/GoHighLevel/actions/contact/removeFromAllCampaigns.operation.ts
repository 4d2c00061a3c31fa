import { options } from '../../../core/editor/fields';
import { path } from '../../../core/sending/path';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const removeFromAllCampaigns = operation({
	name: 'Remove From All Campaigns',
	action: 'Remove a contact from all campaigns',
	description: 'End every campaign for the contact',
	scopes: ['contacts.write'],
	fields: [contactLocator, options()],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		await api.delete(path`/contacts/${contactId}/campaigns/removeAll`);
		return { contactId, removed: true };
	},
});
