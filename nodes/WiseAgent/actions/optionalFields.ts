import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isEmpty, textOf, trimmed } from '../../core/values/texts';
import { amountOf } from '../../core/values/amounts';
import { emailOf } from '../../core/values/emails';
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

/** Money and sizes, which Wise Agent takes as text and reads as numbers. */
const AMOUNTS = new Set([
	'HOAAnnual',
	'LastSalePrice',
	'ListingPrice',
	'Price',
	'SquareFt',
	'TaxesAnnual',
	'maxPrice',
	'minPrice',
	'propInfoMaxPrice',
	'propInfoMinPrice',
	'propInfoSqft',
	'propSqft',
]);

const SQUARE_FEET =
	/(?<=\p{Nd})\s*(?:s\.?\s?f\.?|sq\.?\s*(?:ft|feet|foot)\.?|square[\s-]+(?:feet|foot|ft\.?)|(?:ft|feet)\.?\s?[²2])$/iu;

/**
 * The text that is sent for a value, by what the API's name says that it is: of an amount its digits, of an email
 * the address, otherwise as it was given. Throws a `Failure` that names the field when it is something else.
 */
export function sentText(name: string, value: unknown, label: string): string {
	if (AMOUNTS.has(name)) {
		return String(
			amountOf(typeof value === 'string' ? trimmed(value).replace(SQUARE_FEET, '') : value, label),
		);
	}
	// A fax may be reached by an internal number.
	if (name === 'Fax' && /^\d{1,6}$/.test(textOf(value, label))) return textOf(value, label);
	if (/(?:Phone|Fax)$/.test(name)) return phoneAsWritten(value, label, { withExtension: true });
	if (/email$/i.test(name)) return emailOf(value, label);
	return textOf(value, label);
}

/**
 * The values of a collection as they are sent; what is empty is left out.
 *
 * @param labelOf gives the name of a field as the operator sees it
 */
export function fieldsOf(given: IDataObject, labelOf: (name: string) => string): Fields {
	const filled = Object.entries(given).filter(([, value]) => !isEmpty(value));
	return Object.fromEntries(filled.map(([name, value]) => [name, sentText(name, value, labelOf(name))]));
}
