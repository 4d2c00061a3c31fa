import { options } from '../../../core/editor/fields';
import { deleteKnownTask } from '../../api/records/knownTasks';
import { taskLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a task',
	description: 'Delete a task for good',
	requests: [deleteKnownTask],
	fields: [taskLocator, options()],
	async execute({ api, params }) {
		await deleteKnownTask(api, params.id('taskId'));
		return { deleted: true };
	},
});
