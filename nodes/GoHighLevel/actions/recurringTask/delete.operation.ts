import { options } from '../../../core/editor/fields';
import { recurringTasks } from '../../api/records/recurringTasks';
import { recurringTaskLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a recurring task',
	description: 'Delete a recurring task for good: no further tasks are made',
	requests: [recurringTasks.delete],
	fields: [recurringTaskLocator, options()],
	async execute({ api, params }) {
		await recurringTasks.delete(api, { recurringTaskId: params.id('recurringTaskId') });
		return { deleted: true };
	},
});
