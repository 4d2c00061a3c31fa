import type { OnExisting } from '../../../../core/editor/writeOptions';
import type { ListChanges, ListMode } from '../../../../core/values/listChanges';
import { listChanges } from '../../../../core/values/listChanges';
import { isEmpty } from '../../../../core/values/texts';
import type { Contact } from '../../reading/records';
import { categoriesOf, changeable, changesBetween } from '../contactChanges';
import type { ContactFields } from '../contactFields';
import type { ContactSync } from './contactSync';
import { isSynced, rulesFor, syncedCategories, syncedFields } from './contactSync';

/** By what is decided which of the wanted fields are written. */
export interface PlanOptions {
	categoriesMode: ListMode;
	/** Compare first, and send only what differs. */
	writeOnlyChanges: boolean;
	/** `fillEmpty` leaves fields alone that have a value. */
	onExisting?: OnExisting;
	/** Where two systems are kept in sync. */
	sync?: ContactSync;
}

/** What is written to a contact. */
export interface Plan {
	/** Those that can be written to a contact that is there, but for categories. */
	fields: ContactFields;
	/** `undefined` where they stay as they are. */
	categories: ListChanges | undefined;
	/** Field -> the value that lost, where both sides had changed it since the last sync. */
	lost: Map<string, unknown>;
	/** As far as they are about this contact. */
	rules?: ContactSync;
}

/** Compares a contact with what is wanted. */
export function planOf(existing: Contact, wanted: ContactFields, options: PlanOptions): Plan {
	const rules = options.sync && rulesFor(existing, options.sync);
	const { fields, lost } = planOfFields(existing, wanted, options, rules);
	return { fields, lost, categories: planOfCategories(existing, wanted, options, rules), rules };
}

function planOfFields(
	existing: Contact,
	wanted: ContactFields,
	{ writeOnlyChanges, onExisting }: PlanOptions,
	rules: ContactSync | undefined,
): Pick<Plan, 'fields' | 'lost'> {
	const onlyEmpty = onExisting === 'fillEmpty';
	const free = () => changesBetween(existing, wanted, onlyEmpty);
	if (!rules || !isSynced(rules)) {
		return { fields: writeOnlyChanges || onlyEmpty ? free() : changeable(wanted), lost: new Map() };
	}
	const synced = syncedFields(existing, wanted, rules);
	if (!onlyEmpty) return synced;
	const names = Object.keys(free());
	const fields = Object.entries(synced.fields).filter(([name]) => names.includes(name));
	return { fields: Object.fromEntries(fields), lost: new Map() };
}

function planOfCategories(
	existing: Contact,
	{ Categories: wanted }: ContactFields,
	{ categoriesMode: mode, writeOnlyChanges, onExisting }: PlanOptions,
	rules: ContactSync | undefined,
): ListChanges | undefined {
	const onlyEmpty = onExisting === 'fillEmpty';
	const synced = rules && !onlyEmpty ? syncedCategories(existing, wanted, mode, rules) : undefined;
	if (synced) return synced.changes;
	return listChanges(categoriesOf(existing), wanted ?? [], {
		mode,
		compared: writeOnlyChanges || onlyEmpty,
		onlyEmpty,
		isFree: isEmpty(existing.Categories),
	});
}
