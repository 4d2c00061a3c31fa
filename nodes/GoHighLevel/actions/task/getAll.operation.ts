import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import { tasks } from '../../api/records/tasks';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { shownWithReference } from '../shownWithReference';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many tasks',
	description: 'Read the tasks of a contact, open and done. For those of the whole location, use Search.',
	requests: [tasks.list],
	fields: [contactLocator, ...returnAllOrLimit, simplify, options()],
	async execute({ api, params }) {
		const found = await tasks.list(api, { contactId: params.id('contactId'), limit: params.limit() });
		return found.map((one) => shownWithReference(params, one));
	},
});
