import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isEmpty, textOf } from '../../core/params';
import { countryAsWritten } from '../../core/values/countries';
import { phoneAsWritten } from '../../core/values/phones';
import type { Fields } from '../api/client';

export function text(
	displayName: string,
	name: string,
	description: string,
	placeholder?: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		description,
		...(placeholder ? { placeholder } : {}),
	};
}

/** The values of a collection as they are sent; what is empty is left out. */
export function fieldsOf(given: IDataObject, labelOf: (name: string) => string = (name) => name): Fields {
	const filled = Object.entries(given).filter(([, value]) => !isEmpty(value));
	return Object.fromEntries(filled.map(([name, value]) => [name, plainValue(name, value, labelOf(name))]));
}

/**
 * The value of a text field as it is sent, by what the API's name says that it is. Throws a `Failure` that names the
 * field when it is something else.
 */
export function plainValue(name: string, value: unknown, label: string): string {
	// A fax may be reached by an internal number.
	if (name === 'Fax' && /^\d{1,6}$/.test(textOf(value, label))) return textOf(value, label);
	if (/(?:Phone|Fax)$/.test(name)) return phoneAsWritten(value, label, { withExtension: true });
	if (/Country$/.test(name)) return countryAsWritten(value, label);
	return textOf(value, label);
}

/** The names that the editor shows for fields. */
export function labelsOf(fields: INodeProperties[]): (name: string) => string {
	const labels = new Map(fields.map(({ name, displayName }) => [name, displayName]));
	return (name) => labels.get(name) ?? name;
}
