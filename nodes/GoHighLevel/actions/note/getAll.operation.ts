import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { notes } from '../../api/records/notes';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many notes',
	description: 'Read the notes of a contact',
	requests: [notes.list],
	fields: [contactLocator, ...returnAllOrLimit, options()],
	async execute({ api, params }) {
		return await notes.list(api, { contactId: params.id('contactId'), limit: params.limit() });
	},
});
