import { options } from '../../../core/editor/fields';
import { taskOf } from '../../api/reading/records';
import { updateTask } from '../../api/records/tasks';
import { taskLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const complete = operation({
	name: 'Complete',
	action: 'Complete a task',
	description: 'Mark a task as done',
	requests: [updateTask],
	fields: [taskLocator, options()],
	async execute({ api, params }) {
		const taskId = params.id('taskId');
		await updateTask(api, taskId, { Completed: 'yes' });
		return taskOf({ TaskID: taskId, Completed: 'yes' });
	},
});
