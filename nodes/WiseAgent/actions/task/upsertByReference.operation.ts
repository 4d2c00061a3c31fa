import { collection, options } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { adoptAlike, referenceField } from '../../../core/editor/reference';
import { isEmpty, textOf } from '../../../core/values/texts';
import { upsertTaskByReference } from '../../api/records/taskCopies';
import { taskReferences } from '../../api/references';
import { operation } from '../operation';
import { additionalTaskFields, description, dueDate, taskFieldsOf, taskNote } from './fields';

export const upsertByReference = operation({
	name: 'Create or Update by Reference',
	action: 'Create or update a task by reference',
	description:
		'Create the task that is the copy of a record of another system, or update it if there is one. Wise Agent has no filter for tasks: all are read, at most every 30 seconds.',
	requests: [upsertTaskByReference],
	fields: [
		referenceField('task', 'the end of its description, in brackets', 'HighLevel task otg8dTqqGl2rLGFVKHIn'),
		required(description),
		dueDate,
		collection('Additional Fields', 'additionalFields', [
			...additionalTaskFields,
			{ ...taskNote, description: `${taskNote.description}. Only for a task that is created.` },
		]),
		options(adoptAlike('task', 'description and due date')),
	],
	async execute({ api, params }) {
		const { TaskNote, ...given } = params.collection('additionalFields');
		const Description = params.filled('Description');
		const fields = taskFieldsOf(params, { ...given, TaskDue: params.value('TaskDue') });
		return await upsertTaskByReference(api, {
			reference: taskReferences.given(params.filled('reference'), params.label('reference')),
			fields: { ...fields, Description },
			...(isEmpty(TaskNote) ? {} : { note: textOf(TaskNote, 'Note') }),
			adopts: params.collection('options').adoptExisting !== false,
		});
	},
});
