import { ownValue } from '../../../core/values/ownValue';
import { isEmpty } from '../../../core/values/texts';
import { isSameCountry } from '../../../core/values/countries';
import { hasName } from '../../../core/values/listChanges';
import { isSamePhone } from '../../../core/values/phones';
import { isSameText } from '../../../core/values/sameText';
import { isObject } from '../../../core/values/objects';
import { namesIn } from '../reading/answers';
import type { Contact } from '../reading/records';
import { wholeAddress } from './address';
import type { ContactFields } from './contactFields';
import { UPDATABLE_ONLY, WRITABLE } from './contactFields';
import { PHONE_FIELDS } from './identity';
import { datumInField } from './linking/customDataIn';

/** Fields that a contact which exists already can be given, but for categories, which have a rule of their own. */
const CHANGEABLE = [
	...WRITABLE,
	...UPDATABLE_ONLY,
	'ContactStatus',
	'InsideTeamId',
	'OutsideTeamAssignment',
] as const;

const ADDRESS: Changeable[] = ['AddressNumber', 'AddressStreet'];

type Changeable = (typeof CHANGEABLE)[number];

/** The fields of `wanted` that can be changed, whether they differ or not. */
export function changeable(wanted: ContactFields): ContactFields {
	const given = CHANGEABLE.filter((name) => wanted[name] !== undefined);
	return Object.fromEntries(given.map((name) => [name, wanted[name]]));
}

/**
 * The fields of `wanted` that differ from what the contact has. Building floor and subdivision are always among them,
 * since Wise Agent does not show them.
 *
 * @param onlyEmpty leave out fields that have a value
 */
export function changesBetween(existing: Contact, wanted: ContactFields, onlyEmpty = false): ContactFields {
	const address = wholeAddress(existing);
	const keepsAddress =
		wanted.wholeAddress !== undefined &&
		(isSameText(address, wholeAddress({ ...wanted })) || (onlyEmpty && address !== ''));
	const changed = CHANGEABLE.filter((name) => {
		const value = wanted[name];
		if (value === undefined || isStored(existing, name, value)) return false;
		if (keepsAddress && ADDRESS.includes(name)) return false;
		return !onlyEmpty || isFree(existing, name);
	});
	return Object.fromEntries(changed.map((name) => [name, wanted[name]]));
}

/** Whether a contact has a value already. */
export function isStored(existing: Contact, name: Changeable, value: string): boolean {
	switch (name) {
		case 'InsideTeamId':
			return listOf(existing.InsideTeamAssignment).some((one) => String(one.InsideTeamId) === value);
		case 'OutsideTeamAssignment':
			return listOf(existing.OutsideTeamAssignment).some(({ Email }) => isSameText(Email, value));
		case 'ContactStatus':
			return isSameText(existing.Status, value);
		case 'CEmail':
		case 'Rank':
			return isSameText(existing[name], value);
		default:
			return isSame(name, existing[name], value);
	}
}

/** Whether a field that is kept as text has a value. */
export function isSame(name: string, current: unknown, value: string): boolean {
	if (isEmpty(value)) return isEmpty(current);
	if ((PHONE_FIELDS as readonly string[]).includes(name)) {
		return typeof current === 'string' && isSamePhone(current, value);
	}
	if (name === 'Country') return isSameCountry(current, value);
	return String(current ?? '').trim() === value.trim();
}

/**
 * A field of a contact as Wise Agent shows it.
 *
 * @param name as in `changedFields`
 */
export function valueNamed(contact: Contact, name: string): unknown {
	switch (name) {
		case 'InsideTeamId':
			return listOf(contact.InsideTeamAssignment).map(({ InsideTeamId }) => InsideTeamId);
		case 'OutsideTeamAssignment':
			return listOf(contact.OutsideTeamAssignment).map(({ Email }) => Email);
		case 'ContactStatus':
			return contact.Status;
		case 'Categories':
			return categoriesOf(contact);
		default:
			return datumInField(contact, name) ?? ownValue(contact, name);
	}
}

/** "Unranked" and "No Status" are how Wise Agent shows that there is none. */
function isFree(existing: Contact, name: Changeable): boolean {
	switch (name) {
		case 'InsideTeamId':
			return listOf(existing.InsideTeamAssignment).length === 0;
		case 'OutsideTeamAssignment':
			return listOf(existing.OutsideTeamAssignment).length === 0;
		case 'ContactStatus':
			return isEmpty(existing.Status) || isSameText(existing.Status, 'No Status');
		case 'Rank':
			return isEmpty(existing.Rank) || isSameText(existing.Rank, 'Unranked');
		default:
			return isEmpty(existing[name]);
	}
}

export function categoriesOf(contact: Contact): string[] {
	return namesIn(contact.Categories).filter((name) => name !== '');
}

export function hasCategory(contact: Contact, category: string): boolean {
	return hasName(categoriesOf(contact), category);
}

/** A list that could not be read is none, and what is no record in it is passed over. */
function listOf<T>(value: T[] | null | undefined): T[] {
	return Array.isArray(value) ? value.filter((entry) => isObject(entry)) : [];
}
