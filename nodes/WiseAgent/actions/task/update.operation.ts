import { collection, options } from '../../../core/editor/fields';
import { someFields } from '../../../core/operation/requireSomeFields';
import { changeTask } from '../../api/records/taskCopies';
import { taskLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { additionalTaskFields, description, dueDate, taskFieldsOf } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a task',
	description: 'Change a task; fields that are not given stay as they are',
	requests: [changeTask],
	fields: [
		taskLocator,
		collection('Update Fields', 'updateFields', [...additionalTaskFields, description, dueDate]),
		options(),
	],
	async execute({ api, params }) {
		const fields = someFields(taskFieldsOf(params, params.collection('updateFields')));
		return await changeTask(api, params.id('taskId'), fields);
	},
});
