import { options } from '../../../core/editor/fields';
import { deleteTask } from '../../api/records/tasks';
import { taskLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a task',
	description: 'Delete a task for good',
	requests: [deleteTask],
	fields: [taskLocator, options()],
	async execute({ api, params }) {
		await deleteTask(api, params.id('taskId'));
		return { deleted: true };
	},
});
