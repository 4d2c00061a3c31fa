import { options } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import { tasks } from '../../api/records/tasks';
import { contactLocator, taskLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { shownWithReference } from '../shownWithReference';

export const get = operation({
	name: 'Get',
	action: 'Get a task',
	description: 'Read one task of a contact',
	requests: [tasks.get],
	fields: [contactLocator, taskLocator, simplify, options()],
	async execute({ api, params }) {
		return shownWithReference(
			params,
			await tasks.get(api, { contactId: params.id('contactId'), taskId: params.id('taskId') }),
		);
	},
});
