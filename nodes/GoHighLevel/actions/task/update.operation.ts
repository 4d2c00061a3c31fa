import { collection, options } from '../../../core/editor/fields';
import { putTask } from '../../api/records/tasks';
import { contactLocator, taskLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { taskFieldsOf, updatableTaskFields } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a task',
	description: 'Change a task of a contact; fields that are not given stay as they are',
	scopes: ['contacts.write'],
	fields: [
		contactLocator,
		taskLocator,
		collection('Update Fields', 'updateFields', updatableTaskFields),
		options(),
	],
	async execute({ api, params }) {
		const fields = someFields(taskFieldsOf(params, params.collection('updateFields')));
		return await putTask(api, params.id('contactId'), params.id('taskId'), fields);
	},
});
