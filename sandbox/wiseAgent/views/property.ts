import type { PropertyRecord, PropertyText } from '../records';
import { PROPERTY_DETAILS, PROPERTY_TEXTS } from '../records';

/** Details that are whole numbers; the rest is text. Source: official API page. */
const NUMBERS = ['ListingPrice', 'LastSalePrice'];
/** Details that are "0" where there is nothing. */
const ZEROS = ['AgentID', 'OfficeID'];

/** A property as getProperty and getProperties answer it: the id as text, most fields under other names than those
 * they are sent by. */
export function propertyView(property: Readonly<PropertyRecord>): object {
	const texts = Object.fromEntries(PROPERTY_TEXTS.map((name: PropertyText) => [name, property[name]]));
	const details = PROPERTY_DETAILS.map((name) => [name, detail(name, property.details[name] ?? '')]);
	return {
		PropertyID: String(property.PropertyID),
		...texts,
		primaryPhoto: property.photos[0] ?? '',
		Details: Object.fromEntries(details) as object,
	};
}

function detail(name: string, value: string): string | number {
	if (NUMBERS.includes(name)) return Math.trunc(Number(value)) || 0;
	return value === '' && ZEROS.includes(name) ? '0' : value;
}
