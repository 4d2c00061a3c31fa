import {
	changeFilters,
	changeSpanOf,
	cursorOf,
	searchLag,
	searchLagMsOf,
} from '../../../core/editor/changedSince';
import { collection, returnAllOrLimit } from '../../../core/editor/fields';
import { listChangedContacts } from '../../api/contacts/contactsChanged';
import { contactOf } from '../../api/reading/records';
import { operation } from '../operation';
import { outputOf, recordOptions } from '../output';
import { contactSelectionOf, selectionFilters } from './filters';

/** Wise Agent may write times to the minute, so a change may be as late as that. */
const LAG_SECONDS = { usual: 120, least: 60 };

export const getAllChanged = operation({
	name: 'Get Many Changed',
	action: 'Get many changed contacts',
	description:
		'Read contacts by their last change, the oldest first. Each has a cursor, from which a later run goes on. Every run reads all contacts that changed after it, so choose a large limit.',
	requests: [listChangedContacts],
	fields: [
		...returnAllOrLimit,
		collection('Filters', 'filters', changeFilters(...selectionFilters), 'Add Filter'),
		recordOptions(searchLag(LAG_SECONDS)),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const span = changeSpanOf(params.collection('filters'), params.timezone);
		const lagMs = searchLagMsOf(params.collection('options'), LAG_SECONDS);
		const query = { ...span, lagMs, selection: contactSelectionOf(params) };
		const changed = await listChangedContacts(api, query, limit);
		return changed.map(({ contact, position }) => ({
			...outputOf(params, contact, contactOf),
			cursor: cursorOf(position),
		}));
	},
});
