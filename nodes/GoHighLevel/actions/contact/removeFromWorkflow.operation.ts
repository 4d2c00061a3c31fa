import { options } from '../../../core/editor/fields';
import { path } from '../../../core/sending/path';
import { contactLocator, workflowLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { eventStartTime, eventStartTimeOf } from './workflowFields';

export const removeFromWorkflow = operation({
	name: 'Remove From Workflow',
	action: 'Remove a contact from a workflow',
	description: 'End the automation of HighLevel for the contact',
	scopes: ['contacts.write'],
	fields: [contactLocator, workflowLocator, options(eventStartTime)],
	async execute({ api, params }) {
		const [contactId, workflowId] = [params.id('contactId'), params.id('workflowId')];
		await api.delete(path`/contacts/${contactId}/workflow/${workflowId}`, eventStartTimeOf(params));
		return { contactId, workflowId, removed: true };
	},
});
