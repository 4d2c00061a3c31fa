import { shownTask } from '../../api/references';
import { readTask } from '../../api/records/tasks';
import { taskLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';

export const get = operation({
	name: 'Get',
	action: 'Get a task',
	description:
		'Read one task. Wise Agent gives none by its ID: the pages of all tasks are read until it comes.',
	requests: [readTask],
	fields: [taskLocator, recordOptions()],
	async execute({ api, params }) {
		return outputOf(params, await readTask(api, params.id('taskId')), shownTask);
	},
});
