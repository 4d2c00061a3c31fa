import { Failure } from '../../../../core/failure';
import { isObject } from '../../../../core/values/objects';
import { isId } from '../../reading/answers';
import type { Contact } from '../../reading/records';

/** One entry of a contact's custom data. */
export interface CustomDatum {
	Key: string;
	Value: string | null;
}

/** The entries of a contact as texts; `undefined` when they cannot be read. */
export function customDataIn({ CustomData }: Contact): CustomDatum[] | undefined {
	const data: unknown = CustomData ?? [];
	const entries = Array.isArray(data) ? (data as unknown[]).map(datumOf) : [undefined];
	return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

/** The same; throws a `Failure` when they cannot be read, since what is not known cannot be compared. */
export function customDataOf(contact: Contact): CustomDatum[] {
	const data = customDataIn(contact);
	if (data) return data;
	const contactId = String(contact.ClientID);
	throw new Failure(
		`The custom data of contact ${contactId} cannot be read: Wise Agent returned it in another form`,
		'Look at it in Wise Agent, and run the item again.',
		{ contactId, field: 'CustomData' },
	);
}

/** An entry as texts; `undefined` when it has no key. */
function datumOf(entry: unknown): CustomDatum | undefined {
	if (!isObject(entry) || !isId(entry.Key)) return undefined;
	const { Key, Value = null } = entry;
	const isText = Value === null || typeof Value === 'string';
	return { ...entry, Key: String(Key), Value: isText ? Value : JSON.stringify(Value) };
}

/** The entry with a key, whatever its capitals, as Wise Agent itself compares keys. */
export function datumNamed(data: CustomDatum[], key: string): CustomDatum | undefined {
	return data.find(({ Key }) => Key === key) ?? data.find(({ Key }) => isSame(Key, key));
}

function isSame(a: string, b: string): boolean {
	return a.trim().toLowerCase() === b.trim().toLowerCase();
}

const PREFIX = 'CustomData.';

/** The name of an entry among the fields of a contact, as in `changedFields`. */
export function datumField(key: string): string {
	return `${PREFIX}${key}`;
}

/** The value of an entry by that name; `undefined` for any other field. */
export function datumInField(contact: Contact, field: string): string | null | undefined {
	if (!field.startsWith(PREFIX)) return undefined;
	return datumNamed(customDataIn(contact) ?? [], field.slice(PREFIX.length))?.Value ?? null;
}
