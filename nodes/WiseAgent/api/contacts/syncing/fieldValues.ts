import { isSameText } from '../../../../core/values/sameText';
import { isEmpty } from '../../../../core/values/texts';
import type { Contact } from '../../reading/records';
import { splitAddress, wholeAddress } from '../address';
import { isSame, valueNamed } from '../contactChanges';
import type { ContactFields } from '../contactFields';

/** The address in one text, which is one field for whoever maps it, though Wise Agent keeps it in two. */
export const WHOLE = 'wholeAddress';
export const PARTS = ['AddressNumber', 'AddressStreet'] as const;

/** Wise Agent takes these, and never shows them. */
const NEVER_SHOWN = ['BuildingFloor', 'Subdivision'];

/** How Wise Agent shows that there is no value. */
const NONE: Array<[name: string, value: string]> = [
	['ContactStatus', 'No Status'],
	['Rank', 'Unranked'],
];

export function isNeverShown(name: string): boolean {
	return NEVER_SHOWN.includes(name);
}

/** The fields of a contact that are wanted, each by itself, with the address as one where it is mapped as one. */
export function wantedValues(fields: ContactFields): Map<string, string> {
	const { wholeAddress: whole, Categories: _, ...others } = fields;
	const texts = Object.entries(others).filter((one): one is [string, string] => typeof one[1] === 'string');
	if (whole === undefined) return new Map(texts);
	return new Map([...texts.filter(([name]) => !isPart(name)), [WHOLE, whole]]);
}

function isPart(name: string): boolean {
	return (PARTS as readonly string[]).includes(name);
}

/** A field of a contact as Wise Agent shows it; `null` where there is no value. */
export function shownValue(contact: Contact, name: string): unknown {
	if (name === WHOLE) return wholeAddress(contact) || null;
	const value = valueNamed(contact, name);
	return isNone(name, value) ? null : value;
}

/** Whether two values of a field are one: as given, as Wise Agent shows them, or as they were kept in JSON. */
export function isSameValue(name: string, a: unknown, b: unknown): boolean {
	const [left, right] = [a, b].map((value) => (isNone(name, value) ? '' : value));
	switch (name) {
		case 'InsideTeamId':
		case 'OutsideTeamAssignment':
			return isSameAssignment(left, right);
		case 'ContactStatus':
		case 'CEmail':
		case 'Rank':
			return isSameText(left, right);
		case WHOLE:
			return isSameText(asKept(left), asKept(right));
		default:
			return isSame(name, left, String(right ?? ''));
	}
}

function isNone(name: string, value: unknown): boolean {
	return isEmpty(value) || NONE.some(([own, none]) => own === name && isSameText(value, none));
}

/** Two lists are the same with the same members; one who is given is assigned when the list has them. */
function isSameAssignment(a: unknown, b: unknown): boolean {
	const isIn = (list: unknown[], value: unknown) => list.some((other) => isSameText(other, value));
	if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one) => isIn(b, one));
	if (Array.isArray(a)) return isEmpty(b) ? a.length === 0 : isIn(a, b);
	return Array.isArray(b) ? isSameAssignment(b, a) : isSameText(a, b);
}

function asKept(address: unknown): string {
	return wholeAddress({ ...splitAddress(String(address ?? '')) });
}
