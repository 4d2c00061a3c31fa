import { options } from '../../../core/editor/fields';
import { addToWorkflow as add } from '../../api/contacts/enrolments';
import { contactLocator, workflowLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { eventStartTime, eventStartTimeOf } from './workflowFields';

export const addToWorkflow = operation({
	name: 'Add to Workflow',
	action: 'Add a contact to a workflow',
	description: 'Enrol the contact in an automation of HighLevel',
	requests: [add],
	fields: [contactLocator, workflowLocator, options(eventStartTime)],
	async execute({ api, params }) {
		const ids = { contactId: params.id('contactId'), workflowId: params.id('workflowId') };
		await add(api, ids, eventStartTimeOf(params));
		return { ...ids, added: true };
	},
});
