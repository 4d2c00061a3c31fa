import { options } from '../../../core/editor/fields';
import { tasks } from '../../api/records/tasks';
import { contactLocator, taskLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const complete = operation({
	name: 'Complete',
	action: 'Complete a task',
	description: 'Mark a task of a contact as done',
	requests: [tasks.setCompleted],
	fields: [contactLocator, taskLocator, options()],
	async execute({ api, params }) {
		const ids = { contactId: params.id('contactId'), taskId: params.id('taskId') };
		return await tasks.setCompleted(api, { ...ids, completed: true });
	},
});
