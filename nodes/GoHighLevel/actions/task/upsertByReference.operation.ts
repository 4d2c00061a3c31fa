import { collection, options } from '../../../core/editor/fields';
import { adoptAlike, referenceField } from '../../../core/editor/reference';
import { tasks } from '../../api/records/tasks';
import { references } from '../../api/records/references';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { additionalTaskFields, dueDate, taskFieldsOf, title } from './fields';

export const upsertByReference = operation({
	name: 'Create or Update by Reference',
	action: 'Create or update a task by reference',
	description:
		'Create the task that is the copy of a record of another system, or update it if the contact has it already',
	requests: [tasks.upsertByReference],
	fields: [
		contactLocator,
		referenceField('task', 'the last line of its description', 'Wise Agent task 5521'),
		{ ...title, required: true },
		{
			...dueDate,
			description: `${dueDate.description}. HighLevel creates no task without it; one that exists keeps its own when it is empty.`,
		},
		collection('Additional Fields', 'additionalFields', additionalTaskFields),
		options(adoptAlike('task', 'title, description, and due date')),
	],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const reference = references.given(params.filled('reference'), params.label('reference'));
		const title = params.filled('title');
		const given = { ...params.collection('additionalFields'), title, dueDate: params.value('dueDate') };
		const adopts = params.collection('options').adoptExisting !== false;
		const fields = taskFieldsOf(params, given);
		return await tasks.upsertByReference(api, { contactId, reference, fields, adopts });
	},
});
