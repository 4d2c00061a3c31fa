import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { tasks } from '../../api/records/tasks';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many tasks',
	description: 'Read the tasks of a contact, open and done. For those of the whole location, use Search.',
	requests: [tasks.list],
	fields: [contactLocator, ...returnAllOrLimit, options()],
	async execute({ api, params }) {
		return await tasks.list(api, { contactId: params.id('contactId'), limit: params.limit() });
	},
});
