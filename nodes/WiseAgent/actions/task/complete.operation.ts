import { options } from '../../../core/editor/fields';
import { changeTask } from '../../api/records/taskCopies';
import { taskLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const complete = operation({
	name: 'Complete',
	action: 'Complete a task',
	description: 'Mark a task as done',
	requests: [changeTask],
	fields: [taskLocator, options()],
	async execute({ api, params }) {
		return await changeTask(api, params.id('taskId'), { Completed: 'yes' });
	},
});
