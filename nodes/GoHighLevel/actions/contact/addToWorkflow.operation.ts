import { options } from '../../../core/editor/fields';
import { path } from '../../../core/sending/path';
import { done } from '../../api/answers';
import { contactLocator, workflowLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { eventStartTime, eventStartTimeOf } from './workflowFields';

export const addToWorkflow = operation({
	name: 'Add to Workflow',
	action: 'Add a contact to a workflow',
	description: 'Enrol the contact in an automation of HighLevel',
	scopes: ['contacts.write'],
	fields: [contactLocator, workflowLocator, options(eventStartTime)],
	async execute({ api, params }) {
		const [contactId, workflowId] = [params.id('contactId'), params.id('workflowId')];
		await api.postOnce(path`/contacts/${contactId}/workflow/${workflowId}`, done, eventStartTimeOf(params));
		return { contactId, workflowId, added: true };
	},
});
