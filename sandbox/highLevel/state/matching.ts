import { duplicateContact } from '../wire/errors';
import type { Identifier } from './identifiers';
import type { ContactRecord, LocationRecord } from './records';
import type { SandboxState } from './state';
import { fullName } from '../views/contact';

type Identifiers = Partial<Record<Identifier, string | null>>;

/** Order in which identifiers are tried: the location's own while it refuses duplicates, else e-mail, then phone.
 * Source: official v2 specification, contacts, duplicate search. */
export function identifierOrder(location: Readonly<LocationRecord>): ReadonlyArray<Identifier> {
	return location.allowDuplicateContact ? ['email', 'phone'] : location.identifierPriority;
}

/** The stored contact that a write with these identifiers meets; additional e-mails and phones count as well. */
export function findMatch(
	state: SandboxState,
	location: Readonly<LocationRecord>,
	given: Identifiers,
	exceptId?: string,
): { contact: Readonly<ContactRecord>; identifier: Identifier } | undefined {
	for (const identifier of identifierOrder(location)) {
		const value = given[identifier];
		if (!value) continue;
		const id = state.identifiers.find(location.id, identifier, value).find((found) => found !== exceptId);
		const contact = id === undefined ? undefined : state.contacts.get(id);
		if (contact) return { contact, identifier };
	}
	return undefined;
}

/** @throws ApiError 400 with the contact that is in the way, where the location allows no duplicates */
export function refuseDuplicate(
	state: SandboxState,
	location: Readonly<LocationRecord>,
	given: Identifiers,
	exceptId?: string,
): void {
	if (location.allowDuplicateContact) return;
	const match = findMatch(state, location, given, exceptId);
	if (match) throw duplicateContact(match.contact.id, fullName(match.contact), match.identifier);
}

/**
 * What an upsert changes on the contact that it met, with HighLevel's documented and reported side effects:
 * - an address that was an additional one becomes the primary one, and the former primary address is lost;
 * - an e-mail or phone that belongs to a second contact is dropped without a word.
 */
export function upsertChanges(
	state: SandboxState,
	matched: Readonly<ContactRecord>,
	fields: Partial<ContactRecord>,
): Partial<ContactRecord> {
	const changes = { ...fields };
	for (const identifier of ['email', 'phone'] as const) {
		const value = changes[identifier];
		if (!value) continue;
		const owners = state.identifiers.find(matched.locationId, identifier, value);
		if (owners.length > 0 && !owners.includes(matched.id)) delete changes[identifier];
	}
	const { email, phone } = changes;
	if (email) {
		changes.additionalEmails = matched.additionalEmails.filter(
			(other) => other.toLowerCase() !== email.toLowerCase(),
		);
	}
	if (phone) changes.additionalPhones = matched.additionalPhones.filter((other) => other !== phone);
	return changes;
}
