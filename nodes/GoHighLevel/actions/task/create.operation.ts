import { collection, options } from '../../../core/editor/fields';
import { tasks } from '../../api/records/tasks';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { additionalTaskFields, dueDate, taskFieldsOf, title } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a task',
	description: 'Add a task to a contact',
	requests: [tasks.create],
	fields: [
		contactLocator,
		{ ...title, required: true },
		{ ...dueDate, required: true },
		collection('Additional Fields', 'additionalFields', additionalTaskFields),
		options(),
	],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const [title, dueDate] = [params.filled('title'), params.given('dueDate')];
		const fields = taskFieldsOf(params, { ...params.collection('additionalFields'), title, dueDate });
		return await tasks.create(api, {
			...(fields as typeof fields & { title: string; dueDate: string }),
			contactId,
		});
	},
});
