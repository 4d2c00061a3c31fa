import type { IDataObject } from 'n8n-workflow';

import type { Done } from '../../../core/sending/done';
import { afterDone } from '../../../core/sending/done';
import { Failure } from '../../../core/failure';
import type { ListChanges } from '../../../core/values/listChanges';
import { changedList } from '../../../core/values/listChanges';
import type { Synced } from '../../../core/syncing/lastSynced';
import type { FieldChanges } from '../../../core/changes';
import { changesOf } from '../../../core/changes';
import { latestRules, rememberSynced } from '../../../core/syncing/recentSyncs';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty } from '../../../core/values/texts';
import type { Contact } from '../reading/records';
import { contactOf } from '../reading/records';
import type { WiseAgentClient } from '../client';
import { byComma, CATEGORY_CHANGES, changeEach } from './categories';
import { categoriesOf, isStored, valueNamed } from './contactChanges';
import type { ContactFields } from './contactFields';
import { updateForm } from './contactFields';
import { readContact } from './contacts';
import { MADE_TO_STORE, storeDatum } from './customData';
import { datumField } from './linking/customDataIn';
import type { Link } from './linking/link';
import { carries, keepLink } from './linking/link';
import { changesWithLost, nowSynced } from './syncing/contactSync';
import type { PlanOptions } from './syncing/plan';
import { planOf } from './syncing/plan';
import { making } from '../../../core/operation/request';
import { writing } from '../request';

const postUpdate = writing('POST', 'updateContact', 'contacts');

/** What may be requested to write to a contact that is there. */
export const MADE_TO_WRITE = [
	readContact,
	postUpdate,
	CATEGORY_CHANGES.add,
	CATEGORY_CHANGES.remove,
	...MADE_TO_STORE,
];

export interface WriteOptions extends PlanOptions {
	/** Take the contact away from other members of the inside team. */
	reassign?: boolean;
	/** Stored with the contact where it does not have it. */
	link?: Link;
}

/** A contact after a write, with what the write did to it. */
export interface WrittenContact {
	outcome: 'created' | 'updated' | 'unchanged' | 'wouldUpdate';
	/** Names of the fields that were written. */
	changedFields: string[];
	/** The same fields: what they had, and have now as Wise Agent answers it. */
	changes: FieldChanges;
	/** As Wise Agent answers it. */
	contact: IDataObject;
	/** What the next sync needs to know of this one; `null` where nothing is known. */
	synced?: Synced | null;
}

/** Writes fields and categories to a contact whose id is known. */
export const updateContact = making(
	readContact,
	MADE_TO_WRITE,
	async (
		api: WiseAgentClient,
		id: string,
		wanted: ContactFields,
		options: WriteOptions,
	): Promise<WrittenContact> => {
		return await api.alone(`contact/${id}`, async () => {
			return await write(api, id, await readContact(api, id), wanted, options);
		});
	},
);

/** Writes what is wanted to a contact that has been read. Call it within `alone`. */
export async function write(
	api: WiseAgentClient,
	id: string,
	raw: IDataObject,
	wanted: ContactFields,
	options: WriteOptions,
): Promise<WrittenContact> {
	const existing = contactOf(raw);
	const sync = options.sync && latestRules(api.account, options.sync, id);
	const { fields, categories, lost, rules } = planOf(existing, wanted, { ...options, sync });
	const link = options.link && !carries(existing, options.link) ? options.link : undefined;
	const sent = [...Object.keys(fields), ...(categories ? ['Categories'] : [])];
	const changedFields = [...sent, ...(link ? [datumField(link.name)] : [])];
	const had = (name: string) => valueNamed(existing, name);
	const { onExisting } = options;
	const syncedBy = (after: Contact, written: string[]) =>
		rules &&
		rememberSynced(
			api.account,
			nowSynced(rules, { before: existing, after, wanted, written, categories, onExisting }),
		);
	// What would be synced is not known before it is stored.
	const planned = options.sync && (options.sync.lastSynced ?? null);
	if (changedFields.length === 0) {
		const changes = changesWithLost({}, existing, lost);
		const synced = api.isDryRun ? planned : syncedBy(existing, []);
		return { outcome: 'unchanged', changedFields, changes, contact: raw, synced };
	}
	if (api.isDryRun) {
		const would = {
			...fields,
			Categories: categories && changedList(categoriesOf(existing), categories),
			...(link ? { [datumField(link.name)]: link.id } : {}),
		};
		const changes = changesOf(changedFields, had, (name) => ownValue(would, name));
		return {
			...{ outcome: 'wouldUpdate', changedFields, changes: changesWithLost(changes, existing, lost) },
			...{ contact: raw, synced: planned },
		};
	}
	await send(api, id, fields, categories, options.reassign);
	if (link) await storeLink(api, existing, link, sent.length > 0);
	const after = await afterDone(updated(id), async () => {
		return await secondTry(api, id, fields, await readContact(api, id));
	});
	checkCleared(id, fields, contactOf(after));
	const changes = changesOf(changedFields, had, (name) => valueNamed(contactOf(after), name));
	return {
		...{ outcome: 'updated', changedFields, changes: changesWithLost(changes, existing, lost) },
		...{ contact: after, synced: syncedBy(contactOf(after), sent) },
	};
}

function updated(id: string): Done {
	return { what: `Contact ${id} was updated`, details: { contactId: id, updated: true } };
}

/** @param isUpdated something of the contact was written before */
async function storeLink(
	api: WiseAgentClient,
	existing: Contact,
	link: Link,
	isUpdated: boolean,
): Promise<void> {
	const id = String(existing.ClientID);
	const store = async () => await storeDatum(api, id, existing, link.name, link.id);
	const done: Done = {
		...updated(id),
		missing: `but its "${link.name}" was not stored`,
		advice: 'Run this item again: the contact is found, and what is missing is stored.',
	};
	await (isUpdated ? afterDone(done, store) : store());
	keepLink(api.account, link, { contactId: id, isStored: true });
}

const NO_CHANGES: ListChanges = { add: [], remove: [] };

async function send(
	api: WiseAgentClient,
	id: string,
	fields: ContactFields,
	{ add, remove }: ListChanges = NO_CHANGES,
	reassign = false,
): Promise<void> {
	const [added, removed] = [byComma(add), byComma(remove)];
	const form = {
		...updateForm(fields),
		...(reassign && fields.InsideTeamId ? { Reassignment: true } : {}),
		AddCategories: added.listed.join(',') || undefined,
		RemoveCategories: removed.listed.join(',') || undefined,
	};
	const isUpdate = Object.values(form).some((value) => value !== undefined);
	if (isUpdate) {
		await postUpdate(api, { form: { clientID: id, ...form }, record: `contact/${id}` });
	}
	const rest = async () => {
		await changeEach(api, 'add', added.single, id);
		await changeEach(api, 'remove', removed.single, id);
	};
	await (isUpdate ? afterDone({ ...updated(id), missing: 'but not all of its categories' }, rest) : rest());
}

/** The status is written as `ContactStatus`; a program that runs every day writes it as `Status`. */
async function secondTry(
	api: WiseAgentClient,
	id: string,
	{ ContactStatus: status }: ContactFields,
	contact: IDataObject,
): Promise<IDataObject> {
	if (!status || isStored(contactOf(contact), 'ContactStatus', status)) return contact;
	await postUpdate(api, {
		form: { clientID: id, Status: status },
		record: `contact/${id}`,
	});
	return await readContact(api, id);
}

/** Whether an empty value clears a field is not documented, so it is looked at. */
function checkCleared(id: string, fields: ContactFields, after: Contact): void {
	const kept = Object.entries(fields)
		.filter(([name, value]) => value === '' && !isEmpty(ownValue(after, name)))
		.map(([name]) => name);
	if (kept.length === 0) return;
	throw new Failure(
		`Wise Agent did not clear ${kept.join(', ')} of contact ${id}`,
		'All other fields were written. Clear it in Wise Agent itself, or take it out of Options > Clear When Empty.',
		{ field: kept.join(', '), contactId: id },
	);
}
