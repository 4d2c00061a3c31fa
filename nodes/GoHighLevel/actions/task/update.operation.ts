import { collection, options } from '../../../core/editor/fields';
import { tasks } from '../../api/records/tasks';
import { contactLocator, taskLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { taskFieldsOf, updatableTaskFields } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a task',
	description: 'Change a task of a contact; fields that are not given stay as they are',
	requests: [tasks.change],
	fields: [
		contactLocator,
		taskLocator,
		collection('Update Fields', 'updateFields', updatableTaskFields),
		options(),
	],
	async execute({ api, params }) {
		const ids = { contactId: params.id('contactId'), taskId: params.id('taskId') };
		const fields = someFields(taskFieldsOf(params, params.collection('updateFields')));
		return await tasks.change(api, { ...fields, ...ids });
	},
});
