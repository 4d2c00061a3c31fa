import type { IDataObject } from 'n8n-workflow';

import type { Done } from '../../../core/sending/done';
import { afterDone } from '../../../core/sending/done';
import { Failure } from '../../../core/failure';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty } from '../../../core/operation/params';
import type { Contact } from '../reading/records';
import { contactOf } from '../reading/records';
import type { WiseAgentClient } from '../client';
import { byComma, changeEach } from './categories';
import { categoriesOf, changeable, changesBetween, hasCategory, isStored } from './contactChanges';
import type { ContactFields } from './contactFields';
import { updateForm } from './contactFields';
import { readContact } from './contacts';

export type CategoriesMode = 'add' | 'remove' | 'replace';
export type OnExisting = 'update' | 'fillEmpty' | 'doNothing';

export interface WriteOptions {
	categoriesMode: CategoriesMode;
	/** Compare first, and send only what differs. */
	writeOnlyChanges: boolean;
	/** Take the contact away from other members of the inside team. */
	reassign?: boolean;
	/** `fillEmpty` leaves fields alone that have a value. */
	onExisting?: OnExisting;
}

/** A contact after a write, with what the write did to it. */
export interface WrittenContact {
	outcome: 'created' | 'updated' | 'unchanged';
	/** Names of the fields that were written. */
	changedFields: string[];
	/** As Wise Agent answers it. */
	contact: IDataObject;
}

/** Writes fields and categories to a contact whose id is known. */
export async function updateContact(
	api: WiseAgentClient,
	id: string,
	wanted: ContactFields,
	options: WriteOptions,
): Promise<WrittenContact> {
	return await api.alone(`contact/${id}`, async () => {
		return await write(api, id, await readContact(api, id), wanted, options);
	});
}

/** Writes what is wanted to a contact that has been read. Call it within `alone`. */
export async function write(
	api: WiseAgentClient,
	id: string,
	raw: IDataObject,
	wanted: ContactFields,
	options: WriteOptions,
): Promise<WrittenContact> {
	const existing = contactOf(raw);
	const onlyEmpty = options.onExisting === 'fillEmpty';
	const compared = options.writeOnlyChanges || onlyEmpty;
	const fields = compared ? changesBetween(existing, wanted, onlyEmpty) : changeable(wanted);
	const categories = categoryChanges(existing, wanted.Categories ?? [], options);

	const changedFields = [...Object.keys(fields), ...(categories ? ['Categories'] : [])];
	if (changedFields.length === 0) return { outcome: 'unchanged', changedFields, contact: raw };
	await send(api, id, fields, categories, options.reassign);
	const after = await afterDone(updated(id), async () => {
		return await secondTry(api, id, fields, await readContact(api, id));
	});
	checkCleared(id, fields, contactOf(after));
	return { outcome: 'updated', changedFields, contact: after };
}

function updated(id: string): Done {
	return { what: `Contact ${id} was updated`, details: { contactId: id, updated: true } };
}

async function send(
	api: WiseAgentClient,
	id: string,
	fields: ContactFields,
	{ add = [], remove = [] }: CategoryChanges = {},
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
		await api.write('POST', 'updateContact', { form: { clientID: id, ...form }, record: `contact/${id}` });
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
	await api.write('POST', 'updateContact', {
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

export interface CategoryChanges {
	add?: string[];
	remove?: string[];
}

/** Other categories of the contact stay, unless they are to be replaced. */
function categoryChanges(
	existing: Contact,
	wanted: string[],
	{ categoriesMode, writeOnlyChanges, onExisting }: WriteOptions,
): CategoryChanges | undefined {
	if (wanted.length === 0) return undefined;
	const onlyEmpty = onExisting === 'fillEmpty';
	const compared = writeOnlyChanges || onlyEmpty;
	const missing = wanted.filter((name) => !compared || !hasCategory(existing, name));
	const present = wanted.filter((name) => !compared || hasCategory(existing, name));
	switch (categoriesMode) {
		case 'add':
			return missing.length > 0 ? { add: missing } : undefined;
		case 'remove':
			return present.length > 0 && !onlyEmpty ? { remove: present } : undefined;
		case 'replace': {
			const own = categoriesOf(existing);
			if (onlyEmpty && own.length > 0) return undefined;
			const others = own.filter((name) => !wanted.some((one) => one.toLowerCase() === name.toLowerCase()));
			return missing.length + others.length > 0 ? { add: missing, remove: others } : undefined;
		}
	}
}
