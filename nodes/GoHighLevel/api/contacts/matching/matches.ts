import type { IdentifierConflict } from '../../../../core/editor/writeOptions';
import { Failure } from '../../../../core/failure';
import type { HighLevelClient } from '../../client';
import { locationSettings } from '../../locations';
import type { Contact, ContactFields } from '../contact';
import { hasAdditionalEmail, hasAdditionalPhone, hasEmail, hasPhone } from '../contactChanges';
import type { Identifier } from '../contacts';
import { findContact, findDuplicate } from '../contacts';
import { recall } from './recentContacts';
import type { ExternalId } from './externalId';
import { idIn } from './externalId';

/** What a contact is found by, in this order. */
export type MatchBy = 'emailPhone' | 'externalIdEmailPhone' | 'externalId';

export interface MatchOptions {
	matchBy: MatchBy;
	identifierConflict: IdentifierConflict;
	/** The external ID, unless none is used or the item has none. */
	externalId?: ExternalId;
}

export type IdentifierName = 'email' | 'phone';

export interface Match {
	contactId: string;
	by: IdentifierName | 'externalId';
}

/** The contact that has the email or phone; which one counts more is a matter of the options. */
export async function findByIdentifiers(
	api: HighLevelClient,
	{ email, phone }: ContactFields,
	{ identifierConflict }: MatchOptions,
): Promise<Match | undefined> {
	const byEmail = async () => await (email ? match(api, { email }, 'email') : undefined);
	const byPhone = async () => await (phone ? match(api, { phone }, 'phone') : undefined);
	return identifierConflict === 'preferPhone'
		? ((await byPhone()) ?? (await byEmail()))
		: ((await byEmail()) ?? (await byPhone()));
}

async function match(
	api: HighLevelClient,
	identifier: Identifier,
	by: IdentifierName,
): Promise<Match | undefined> {
	const contactId = await ownerOf(api, identifier);
	return contactId === undefined ? undefined : { contactId, by };
}

/** The id of the contact that has this email or phone, also when the search does not know it yet. */
async function ownerOf(api: HighLevelClient, identifier: Identifier): Promise<string | undefined> {
	return (await findDuplicate(api, identifier))?.id ?? (await recall(api, identifier));
}

/** Emails and phones that belong to other contacts than the one that matched, with the IDs of these. */
export type Owners = Partial<Record<IdentifierName, string>>;

/** Who else has the email or phone that is wanted, of those by which the contact was not found. */
export async function otherOwners(
	api: HighLevelClient,
	existing: Contact,
	by: Match['by'],
	{ email, phone }: ContactFields,
	{ matchBy }: MatchOptions,
): Promise<Owners> {
	// Where the ID alone says who is who, people may share an email as far as the location lets them.
	if (matchBy === 'externalId' && (await locationSettings(api))?.allowDuplicateContact === true) return {};
	const owners: Owners = {};
	const isAsked = (name: IdentifierName) => by === 'externalId' || (by !== name && email && phone);
	if (email && isAsked('email') && !hasEmail(existing, email)) {
		owners.email = await otherOwner(api, existing, { email });
	}
	if (phone && isAsked('phone') && !hasPhone(existing, phone)) {
		owners.phone = await otherOwner(api, existing, { phone });
	}
	return owners;
}

async function otherOwner(
	api: HighLevelClient,
	existing: Contact,
	identifier: Identifier,
): Promise<string | undefined> {
	const ownerId = await ownerOf(api, identifier);
	if (ownerId === undefined || ownerId === existing.id) return undefined;
	// The search may still name a contact that was deleted or merged into this one.
	return (await findContact(api, ownerId))?.id;
}

/**
 * What comes first where email and phone belong to two contacts; a contact that was found by its external ID always
 * does. Throws a `Failure` that names the contacts where none is preferred.
 */
export function preferredIn(
	{ identifierConflict, externalId }: MatchOptions,
	{ by, contactId }: Match,
	owners: Owners,
): Match['by'] {
	if (identifierConflict !== 'error') {
		if (by === 'externalId') return by;
		return identifierConflict === 'preferEmail' ? 'email' : 'phone';
	}
	const own: Owners = by === 'externalId' ? {} : { [by]: contactId };
	const { email, phone } = { ...owners, ...own };
	const details = { emailContactId: email, phoneContactId: phone };
	if (by === 'externalId') {
		const others = [email && `the email to ${email}`, phone && `the phone to ${phone}`].filter(Boolean);
		throw new Failure(
			`The external ID ${externalId?.value} belongs to contact ${contactId}, but ${others.join(' and ')}`,
			'Nothing was written. Merge them in HighLevel, or choose a value of Options > If Email and Phone Differ that writes to the contact with the external ID, without what belongs to another contact.',
			{ field: 'email, phone', contactId, ...details },
		);
	}
	throw new Failure(
		`Email and phone belong to two contacts: the email to ${email}, the phone to ${phone}`,
		'Nothing was written. Merge the two in HighLevel, or choose one under Options > If Email and Phone Differ.',
		{ field: 'email, phone', ...details },
	);
}

/** Leaves out what would take an identifier from another contact, or replace a first one by an additional one. */
export function withoutForeign(
	existing: Contact,
	{ email, phone, ...others }: ContactFields,
	foreign: IdentifierName[],
): ContactFields {
	const keepEmail = email && !foreign.includes('email') && !hasAdditionalEmail(existing, email);
	const keepPhone = phone && !foreign.includes('phone') && !hasAdditionalPhone(existing, phone);
	return { ...others, ...(keepEmail ? { email } : {}), ...(keepPhone ? { phone } : {}) };
}

/** Throws a `Failure` where a contact that was found by email or phone is linked to another record. */
export function refuseOtherId(existing: Contact, externalId: ExternalId, by: Match['by']): void {
	const { field, value } = externalId;
	const other = idIn(existing, externalId);
	if (other === '' || other === value) return;
	throw new Failure(
		`Contact ${existing.id} has the same ${by}, but the external ID ${other} in "${field.name}", and not ${value}`,
		`Nothing was written, since the contact is linked to another record. If that link is wrong, correct or clear "${field.name}" in HighLevel; if two people share the ${by}, correct it in one of them.`,
		{ field: 'externalId', contactId: existing.id, externalId: value, otherExternalId: other },
	);
}

/** HighLevel does not create a contact with the ID, since another one has its email or phone. */
export function takenBy(contactId: string, { field, value }: ExternalId): Failure {
	return new Failure(
		`No contact has the external ID ${value} in "${field.name}", and its email or phone belongs to contact ${contactId}`,
		`Nothing was written. To write to that contact, choose "External ID, Then Email, Then Phone" under Match By, or enter the ID in "${field.name}" of the contact.`,
		{ field: 'externalId', contactId },
	);
}
