import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import { notes } from '../../api/records/notes';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { shownWithReference } from '../shownWithReference';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many notes',
	description: 'Read the notes of a contact',
	requests: [notes.list],
	fields: [contactLocator, ...returnAllOrLimit, simplify, options()],
	async execute({ api, params }) {
		const found = await notes.list(api, { contactId: params.id('contactId'), limit: params.limit() });
		return found.map((one) => shownWithReference(params, one));
	},
});
