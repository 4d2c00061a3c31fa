import { options } from '../../../core/editor/fields';
import { setTaskCompleted } from '../../api/records/tasks';
import { contactLocator, taskLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const reopen = operation({
	name: 'Reopen',
	action: 'Reopen a task',
	description: 'Mark a task of a contact as not done yet',
	scopes: ['contacts.write'],
	fields: [contactLocator, taskLocator, options()],
	async execute({ api, params }) {
		return await setTaskCompleted(api, params.id('contactId'), params.id('taskId'), false);
	},
});
