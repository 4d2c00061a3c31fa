import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import { ownValue } from '../../../core/values/ownValue';
import type { HighLevelClient } from '../client';
import type { CustomField } from '../customFields/fields';
import { knownCustomFields } from '../customFields/fields';
import { distinctNames, shownValue } from '../customFields/values';
import { undefinedWhenRefused } from '../errors';
import type { Submission } from './submission';

/**
 * What `others` has besides the fields. Source: official specifications for the first two; submissions as public clients
 * read them for the rest.
 */
const OF_THE_VISIT = new Set([
	'eventData',
	'fieldsOriSequance',
	'formId',
	'surveyId',
	'submissionId',
	'location_id',
	'sessionId',
	'sessionFingerprint',
	'signatureHash',
	'ip',
]);

/** HighLevel's IDs; keys such as `first_name` and `terms_and_conditions` are none. */
const LIKE_AN_ID = /^(?=.*[A-Z0-9])[A-Za-z0-9]{15,}$/;

/**
 * Adds `fields` to submissions: name of the field -> value, in the order of the form. HighLevel gives custom fields by
 * their ID, and all others by a key (`first_name`), which is their name then: it gives no labels of forms.
 *
 * No value takes another's place: of several custom fields with one name, all but the first have their key in brackets
 * after it, on every submission alike. So has one that is named like a key that the submission has. Without the scope
 * `locations/customFields.readonly`, custom fields stay under their ID.
 */
export async function withFields<T extends Submission>(
	api: HighLevelClient,
	submissions: T[],
): Promise<Array<T & { fields?: IDataObject }>> {
	const names = await namesFor(
		api,
		submissions.flatMap(({ others }) => keysIn(others)),
	);
	return submissions.map((one) =>
		isObject(one.others) ? { ...one, fields: fieldsByName(one.others, names) } : one,
	);
}

/** The fields of a form by their keys, first those that it names in its order. */
function keysIn(others: unknown): string[] {
	if (!isObject(others)) return [];
	const { fieldsOriSequance: order } = others;
	const inOrder = (Array.isArray(order) ? order : []).filter((key) => Object.hasOwn(others, String(key)));
	const keys = [...new Set([...inOrder.map(String), ...Object.keys(others)])];
	return keys.filter((key) => !OF_THE_VISIT.has(key));
}

/** ID of a custom field -> the field, with the name that tells it from all others of the location. */
async function namesFor(
	api: HighLevelClient,
	keys: string[],
): Promise<Map<string, CustomField & { name: string }>> {
	const wanted = keys.filter((key) => LIKE_AN_ID.test(key));
	if (wanted.length === 0) return new Map();
	const areEnough = (fields: CustomField[]) => {
		const known = new Set(fields.map(({ id }) => id));
		return wanted.every((id) => known.has(id));
	};
	const all = await knownCustomFields.having(api, 'all', areEnough).catch(undefinedWhenRefused);
	const ofContacts = ({ model = 'contact' }: CustomField) => model === 'contact';
	const fields = [...(all ?? []).filter(ofContacts), ...(all ?? []).filter((field) => !ofContacts(field))];
	const named = distinctNames(fields, ({ fieldKey }) => fieldKey);
	return new Map([...named].map(([name, field]) => [field.id, { ...field, name }]));
}

function fieldsByName(others: Record<string, unknown>, names: Map<string, CustomField>): IDataObject {
	const keys = keysIn(others);
	const taken = new Set(keys.filter((key) => !names.has(key)));
	return Object.fromEntries(
		keys.map((key) => {
			const field = names.get(key);
			const value = ownValue(others, key) as IDataObject[string];
			if (!field) return [key, value];
			const { id, name, fieldKey } = field;
			const free = [name, `${name} (${fieldKey})`].find((one) => !taken.has(one)) ?? id;
			taken.add(free);
			return [free, shownValue(field, value)];
		}),
	);
}
