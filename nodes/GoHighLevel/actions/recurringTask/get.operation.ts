import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { recurringTasks } from '../../api/records/recurringTasks';
import { recurringTaskLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { RECURRING_TASK_SUMMARY } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a recurring task',
	description: 'Read one recurring task, with the rule by which it repeats',
	requests: [recurringTasks.get],
	fields: [recurringTaskLocator, simplify, options()],
	async execute({ api, params }) {
		const task = await recurringTasks.get(api, { recurringTaskId: params.id('recurringTaskId') });
		return simplified(params, task, RECURRING_TASK_SUMMARY);
	},
});
