import { options } from '../../../core/editor/fields';
import { removeFromWorkflow as remove } from '../../api/contacts/enrolments';
import { contactLocator, workflowLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { eventStartTime, eventStartTimeOf } from './workflowFields';

export const removeFromWorkflow = operation({
	name: 'Remove From Workflow',
	action: 'Remove a contact from a workflow',
	description: 'End the automation of HighLevel for the contact',
	requests: [remove],
	fields: [contactLocator, workflowLocator, options(eventStartTime)],
	async execute({ api, params }) {
		const ids = { contactId: params.id('contactId'), workflowId: params.id('workflowId') };
		await remove(api, ids, eventStartTimeOf(params));
		return { ...ids, removed: true };
	},
});
