import type { SdkCall } from './call';
import { nobody, NO_CONTACT } from './call';

const task = { title: 'Visit', dueDate: '2026-12-01T10:00:00Z', completed: false };

export const taskCalls: SdkCall[] = [
	{
		name: 'createTask',
		succeed: (contacts, { contactId }, options) => contacts.createTask({ contactId }, task, options),
		gives: { task: { title: 'Visit', completed: false } },
		fail: (contacts, { contactId }, options) =>
			contacts.createTask({ contactId }, { ...task, dueDate: 'tomorrow' }, options),
		refusal: { statusCode: 422, message: 'dueDate must be a valid ISO 8601 date string' },
	},
	{
		name: 'getAllTasks',
		succeed: (contacts, { contactId }, options) => contacts.getAllTasks({ contactId }, options),
		gives: { tasks: [{ title: 'Call' }] },
		fail: (contacts, _, options) => contacts.getAllTasks({ contactId: nobody }, options),
		refusal: NO_CONTACT,
	},
	{
		name: 'getTask',
		succeed: (contacts, { contactId, taskId }, options) => contacts.getTask({ contactId, taskId }, options),
		gives: { task: { title: 'Call' } },
		fail: (contacts, { contactId }, options) => contacts.getTask({ contactId, taskId: nobody }, options),
		refusal: { statusCode: 400, message: 'Task with id nobody not found' },
	},
	{
		name: 'updateTask',
		succeed: (contacts, { contactId, taskId }, options) =>
			contacts.updateTask({ contactId, taskId }, { title: 'Write' }, options),
		gives: { task: { title: 'Write' } },
		fail: (contacts, { contactId, taskId }, options) =>
			contacts.updateTask({ contactId, taskId }, { title: '' }, options),
		refusal: { statusCode: 422, message: 'title should not be empty' },
	},
	{
		name: 'updateTaskCompleted',
		succeed: (contacts, { contactId, taskId }, options) =>
			contacts.updateTaskCompleted({ contactId, taskId }, { completed: true }, options),
		gives: { task: { completed: true } },
		fail: (contacts, { contactId }, options) =>
			contacts.updateTaskCompleted({ contactId, taskId: nobody }, { completed: true }, options),
		refusal: { statusCode: 400, message: 'Task with id nobody not found' },
	},
	{
		name: 'deleteTask',
		succeed: (contacts, { contactId, taskId }, options) =>
			contacts.deleteTask({ contactId, taskId }, options),
		gives: { succeded: true },
		fail: (contacts, { contactId }, options) => contacts.deleteTask({ contactId, taskId: nobody }, options),
		refusal: { statusCode: 400, message: 'Task with id nobody not found' },
	},
];

export const noteCalls: SdkCall[] = [
	{
		name: 'createNote',
		succeed: (contacts, { contactId }, options) =>
			contacts.createNote({ contactId }, { body: 'new' }, options),
		gives: { note: { body: 'new' } },
		fail: (contacts, { contactId }, options) =>
			contacts.createNote({ contactId }, { body: 'x', color: 'red' }, options),
		refusal: { statusCode: 422, message: 'color must be a hexadecimal color' },
	},
	{
		name: 'getAllNotes',
		succeed: (contacts, { contactId }, options) => contacts.getAllNotes({ contactId }, options),
		gives: { notes: [{ body: 'first' }] },
		fail: (contacts, _, options) => contacts.getAllNotes({ contactId: nobody }, options),
		refusal: NO_CONTACT,
	},
	{
		name: 'getNote',
		succeed: (contacts, { contactId, noteId }, options) =>
			contacts.getNote({ contactId, id: noteId }, options),
		gives: { note: { body: 'first' } },
		fail: (contacts, { contactId }, options) => contacts.getNote({ contactId, id: nobody }, options),
		refusal: { statusCode: 400, message: 'Note with id nobody not found' },
	},
	{
		name: 'updateNote',
		succeed: (contacts, { contactId, noteId }, options) =>
			contacts.updateNote({ contactId, id: noteId }, { pinned: true }, options),
		gives: { note: { body: 'first', pinned: true } },
		fail: (contacts, { contactId }, options) =>
			contacts.updateNote({ contactId, id: nobody }, { pinned: true }, options),
		refusal: { statusCode: 400, message: 'Note with id nobody not found' },
	},
	{
		name: 'deleteNote',
		succeed: (contacts, { contactId, noteId }, options) =>
			contacts.deleteNote({ contactId, id: noteId }, options),
		gives: { succeded: true },
		fail: (contacts, { contactId }, options) => contacts.deleteNote({ contactId, id: nobody }, options),
		refusal: { statusCode: 400, message: 'Note with id nobody not found' },
	},
];
