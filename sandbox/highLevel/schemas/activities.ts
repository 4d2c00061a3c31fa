import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, flag, text, texts } from '../../shared/jsonSchema';

const instant: JsonSchema = {
	type: 'string',
	format: 'instant',
	refusal: 'must be a valid ISO 8601 date string',
};
const color: JsonSchema = {
	type: 'string',
	pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$',
	refusal: 'must be a hexadecimal color',
};

const taskFields = { title: filledText, body: text, dueDate: instant, completed: flag, assignedTo: text };
const noteFields = { body: filledText, userId: text, title: text, color, pinned: flag };

export const createTaskBody = closedObject(taskFields, ['title', 'dueDate', 'completed']);
export const updateTaskBody = closedObject(taskFields);
export const completeTaskBody = closedObject({ completed: flag }, ['completed']);

export const createNoteBody = closedObject(noteFields, ['body']);
export const updateNoteBody = closedObject(noteFields);

export const taskSearchBody = closedObject({
	contactId: texts,
	completed: flag,
	assignedTo: texts,
	query: text,
	limit: count(1),
	skip: count(0),
	businessId: text,
});
