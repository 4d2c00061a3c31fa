import { options } from '../../../core/editor/fields';
import { emailTemplates } from '../../api/records/emailTemplates';
import { emailTemplateLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get an email template',
	description:
		'Read one email template of the location: its subject, its sender and the address of its content',
	requests: [emailTemplates.get],
	fields: [emailTemplateLocator, options()],
	async execute({ api, params }) {
		return await emailTemplates.get(api, { templateId: params.id('templateId') });
	},
});
