import { options } from '../../../core/editor/fields';
import { deleteTask } from '../../api/records/tasks';
import { contactLocator, taskLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a task',
	description: 'Delete a task of a contact for good',
	scopes: ['contacts.write'],
	fields: [contactLocator, taskLocator, options()],
	async execute({ api, params }) {
		await deleteTask(api, params.id('contactId'), params.id('taskId'));
		return { deleted: true };
	},
});
