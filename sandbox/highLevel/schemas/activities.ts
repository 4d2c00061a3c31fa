import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, flag, text, texts } from '../../shared/jsonSchema';

const instant: JsonSchema = {
	type: 'string',
	format: 'instant',
	refusal: 'must be a valid ISO 8601 date string',
};
const taskFields = { title: filledText, body: text, dueDate: instant, completed: flag, assignedTo: text };

export const createTaskBody = closedObject(taskFields, ['title', 'dueDate', 'completed']);
export const updateTaskBody = closedObject(taskFields);
export const completeTaskBody = closedObject({ completed: flag }, ['completed']);

export const taskSearchBody = closedObject({
	contactId: texts,
	completed: flag,
	assignedTo: texts,
	query: text,
	limit: count(1),
	skip: count(0),
	businessId: text,
});
