import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { listNotes } from '../../api/records/notes';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many notes',
	description: 'Read the notes of a contact',
	scopes: ['contacts.readonly'],
	fields: [contactLocator, ...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return (await listNotes(api, params.id('contactId'))).slice(0, limit);
	},
});
