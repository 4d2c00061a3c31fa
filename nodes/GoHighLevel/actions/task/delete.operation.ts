import { options } from '../../../core/editor/fields';
import { tasks } from '../../api/records/tasks';
import { contactLocator, taskLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a task',
	description: 'Delete a task of a contact for good',
	requests: [tasks.delete],
	fields: [contactLocator, taskLocator, options()],
	async execute({ api, params }) {
		await tasks.delete(api, { contactId: params.id('contactId'), taskId: params.id('taskId') });
		return { deleted: true };
	},
});
