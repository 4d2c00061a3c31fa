import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { lastReadOf, syncRulesOf } from '../../../core/editor/syncOptions';
import { ownValue } from '../../../core/values/ownValue';
import type { Params } from '../../../core/operation/params';
import { isEmpty, listOf, textOf } from '../../../core/values/texts';
import { emailOf } from '../../../core/values/emails';
import type { ListMode } from '../../../core/values/listChanges';
import { phoneAsWritten } from '../../../core/values/phones';
import { splitAddress } from '../../api/contacts/address';
import type { ContactFields } from '../../api/contacts/contactFields';
import type { WriteOptions } from '../../api/contacts/contactWrite';
import type { ContactSync } from '../../api/contacts/syncing/contactSync';
import { contactOf } from '../../api/reading/records';
import { fieldsOf, sentText } from '../optionalFields';
import { categories, creatableFields, identityFields } from './fields';

const LABELS = new Map(
	[...identityFields, ...creatableFields].map(({ name, displayName }) => [name, displayName]),
);

/**
 * The contact that the editor's parameters describe. Empty values are left out, or an empty text where the operator
 * chose to clear the field.
 */
export function contactFieldsOf(
	params: Params,
	collection: 'additionalFields' | 'updateFields',
): ContactFields {
	const topLevel = collection === 'additionalFields' ? identityOf(params) : undefined;
	const given: IDataObject = { ...topLevel, ...params.collection(collection) };
	const clear = listOf(params.collection('options').clearWhenEmpty, 'Clear When Empty');

	const fields = new Map<string, unknown>();
	for (const name of new Set([...Object.keys(given), ...clear])) {
		const own = ownValue(given, name);
		const value = isEmpty(own) ? undefined : fieldValue(params, name, own);
		if (!isEmpty(value)) fields.set(name, value);
		else if (clear.includes(name)) fields.set(name, '');
		// No categories are categories too where it is known which there were.
		else if (name === categories.name && topLevel) fields.set(name, []);
	}
	return withAddress(Object.fromEntries(fields) as ContactFields);
}

/** The last name that a new contact gets which has none. */
export function lastNameIfEmptyOf(params: Params): string {
	return textOf(params.collection('options').lastNameIfEmpty, 'Last Name If Empty');
}

/** The options that every write of a contact has. */
export function writeOptionsOf(params: Params): WriteOptions {
	const { categoriesMode = 'add', writeOnlyChanges = true, reassign } = params.collection('options');
	return {
		categoriesMode: categoriesMode as ListMode,
		writeOnlyChanges: writeOnlyChanges !== false,
		reassign: reassign === true,
	};
}

/** How a sync decides which fields it writes, as the options have it. */
export function syncOf(params: Params): ContactSync {
	const options = params.collection('options');
	const lastRead = lastReadOf(options);
	return {
		...syncRulesOf(options, params.timezone),
		...(lastRead ? { lastRead: contactOf(lastRead) } : {}),
	};
}

/** One text is taken apart as Wise Agent keeps it; what is given for a part counts more. */
function withAddress({ wholeAddress, ...fields }: ContactFields): ContactFields {
	if (!wholeAddress) return fields;
	const isWhole = fields.AddressNumber === undefined && fields.AddressStreet === undefined;
	return { ...splitAddress(wholeAddress), ...fields, ...(isWhole ? { wholeAddress } : {}) };
}

function identityOf(params: Params): IDataObject {
	const names = [...identityFields.map(({ name }) => name), 'Source'];
	return Object.fromEntries(names.map((name) => [name, params.text(name)]));
}

function fieldValue(params: Params, name: string, value: unknown): unknown {
	const label = LABELS.get(name) ?? name;
	switch (name) {
		case 'CEmail':
		case 'OutsideTeamAssignment':
			return emailOf(value, label);
		case 'Categories':
			return listOf(value, label);
		case 'DNC':
			return value;
		case 'extraDetails':
			return detailsOf(value as { details?: IDataObject[] });
		case 'property':
		case 'searchProfile': {
			const fields = fieldsOf(value as IDataObject, (own) => params.label(own));
			return Object.keys(fields).length > 0 ? fields : undefined;
		}
		case 'MobilePhone':
		case 'HomePhone':
		case 'WorkPhone':
			return phoneAsWritten(value, label);
		default:
			return sentText(name, value, label);
	}
}

function detailsOf({ details = [] }: { details?: IDataObject[] }): Record<string, string> | undefined {
	const filled = details.filter(({ name, value }) => !isEmpty(name) && !isEmpty(value));
	const entries = filled.map(({ name, value }) => [detailName(textOf(name, 'Name')), textOf(value, 'Value')]);
	return entries.length > 0 ? (Object.fromEntries(entries) as Record<string, string>) : undefined;
}

/** Details are sent beside the fields, and their names in a list with commas. */
function detailName(name: string): string {
	const isField = [...LABELS.keys(), 'requestType'].some((own) => own.toLowerCase() === name.toLowerCase());
	if (!isField && !name.includes(',')) return name;
	throw new Failure(
		`"${name.slice(0, 40)}" cannot be the name of an extra detail`,
		isField ? 'It is the name of a field: use that, or another name.' : 'Write it without a comma.',
		{ field: 'extraDetails' },
	);
}
