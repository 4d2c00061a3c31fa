import {
	changeFilters,
	changeSpanOf,
	cursorOf,
	searchLag,
	searchLagMsOf,
} from '../../../core/editor/changedSince';
import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { optional } from '../../../core/operation/request';
import { picked, simplify } from '../../../core/operation/simplify';
import { listChangedContacts } from '../../api/contacts/changedContacts';
import { locationSettings } from '../../api/locations';
import { operation } from '../operation';
import { MADE_TO_SHOW, shownContacts } from './output';
import { completeRecord, selectionFilters } from './readFields';
import { selectionOf } from './search/searchQueryOf';

/** HighLevel's search learns of a change after some seconds; the least keeps a moment together that is not over yet. */
const LAG_SECONDS = { usual: 120, least: 1 };

const NARROWING = selectionFilters.map(({ name }) => name);

export const getAllChanged = operation({
	name: 'Get Many Changed',
	action: 'Get many changed contacts',
	description:
		'Read contacts by their last change, the oldest first. Each has a cursor, from which a later run goes on.',
	requests: [listChangedContacts, optional(locationSettings), ...MADE_TO_SHOW],
	fields: [
		...returnAllOrLimit,
		simplify,
		collection('Filters', 'filters', changeFilters(...selectionFilters), 'Add Filter'),
		options(completeRecord, searchLag(LAG_SECONDS)),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const given = params.collection('filters');
		const { after: first, before } = changeSpanOf(given, params.timezone);
		const lagMs = searchLagMsOf(params.collection('options'), LAG_SECONDS);
		const selection = await selectionOf(api, params, picked(given, NARROWING));
		for (let after = first; ;) {
			const changed = await listChangedContacts(api, { after, before, lagMs, selection }, limit);
			const cursors = new Map(changed.map(({ record, position }) => [record.id, cursorOf(position)]));
			const contacts = changed.map(({ record }) => record);
			const shown = await shownContacts(api, params, contacts);
			const last = changed[changed.length - 1];
			// Where all of them are gone meanwhile, nothing would tell where to go on.
			if (shown.length > 0 || !last || changed.length < limit) {
				return shown.map((contact) => ({ ...contact, cursor: cursors.get(String(contact.id)) }));
			}
			after = last.position;
		}
	},
});
