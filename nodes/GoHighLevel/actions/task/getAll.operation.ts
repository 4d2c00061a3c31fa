import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { listTasks } from '../../api/records/tasks';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many tasks',
	description: 'Read the tasks of a contact, open and done. For those of the whole location, use Search.',
	scopes: ['contacts.readonly'],
	fields: [contactLocator, ...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return (await listTasks(api, params.id('contactId'))).slice(0, limit);
	},
});
