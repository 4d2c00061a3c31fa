import { options } from '../../../core/editor/fields';
import { deleteRecurringTask } from '../../api/records/recurringTasks';
import { recurringTaskLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { WRITE } from './scopes';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a recurring task',
	description: 'Delete a recurring task for good: no further tasks are made',
	scopes: [WRITE],
	fields: [recurringTaskLocator, options()],
	async execute({ api, params }) {
		await deleteRecurringTask(api, params.id('recurringTaskId'));
		return { deleted: true };
	},
});
