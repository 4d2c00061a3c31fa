import { collection } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { isEmpty, textOf } from '../../../core/values/texts';
import { createdTask } from '../../api/records/taskCopies';
import { createTask } from '../../api/records/tasks';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';
import { additionalTaskFields, description, dueDate, taskFieldsOf, taskNote } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a task',
	description: 'Add a task, about a contact or about nobody',
	requests: [createTask],
	fields: [
		required(description),
		dueDate,
		collection('Additional Fields', 'additionalFields', [...additionalTaskFields, taskNote]),
		recordOptions(),
	],
	async execute({ api, params }) {
		const { TaskNote, ...given } = params.collection('additionalFields');
		const Description = params.filled('Description');
		const fields = taskFieldsOf(params, { ...given, TaskDue: params.value('TaskDue') });
		const note = isEmpty(TaskNote) ? {} : { TaskNote: textOf(TaskNote, 'Note') };
		return outputOf(params, await createTask(api, { ...fields, ...note, Description }), createdTask);
	},
});
