import { options } from '../../../core/editor/fields';
import { getTask } from '../../api/records/tasks';
import { contactLocator, taskLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get a task',
	description: 'Read one task of a contact',
	scopes: ['contacts.readonly'],
	fields: [contactLocator, taskLocator, options()],
	async execute({ api, params }) {
		return await getTask(api, params.id('contactId'), params.id('taskId'));
	},
});
