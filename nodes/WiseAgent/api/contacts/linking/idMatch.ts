import type { IDataObject } from 'n8n-workflow';

import type { IdentifierConflict } from '../../../../core/editor/writeOptions';
import { Failure } from '../../../../core/failure';
import { isSamePhone } from '../../../../core/values/phones';
import type { WiseAgentClient } from '../../client';
import { notFound, OtherRecord } from '../../errors';
import type { Contact } from '../../reading/records';
import { contactOf } from '../../reading/records';
import type { ContactFields } from '../contactFields';
import type { Match } from '../contactMatch';
import { findMatch, idOf } from '../contactMatch';
import { findContact } from '../contacts';
import type { IdentifierName, Identity } from '../identity';
import { hasEmail, hasPhone, ownersOfEmail, ownersOfPhone, PHONE_FIELDS } from '../identity';
import type { Link } from './link';
import { carrierIn, isStillLinked, linkKept } from './link';

/** By what the contact is looked for, in this order; each with what comes behind it. */
export type MatchBy = 'clientId' | 'clientIdEmailPhone' | 'emailPhoneName';

export interface IdMatchOptions {
	matchBy: MatchBy;
	/** Empty where it is not known. */
	clientId: string;
	link?: Link;
	identifierConflict: IdentifierConflict;
}

/** The contact that has the Client ID, if that is looked for at all; whether it is there shows when it is read. */
export function matchOfId({ matchBy, clientId }: IdMatchOptions): Match | undefined {
	return matchBy === 'emailPhoneName' || clientId === '' ? undefined : { id: clientId, owners: {} };
}

/** A contact as Wise Agent answers it; `undefined` when it was deleted or merged. */
export async function findUnmerged(
	api: WiseAgentClient,
	id: string,
	{ matchBy }: IdMatchOptions,
): Promise<IDataObject | undefined> {
	return await findContact(api, id).catch((error: unknown) => {
		// Perhaps the one with which it was merged, which its email or phone finds for sure.
		if (error instanceof OtherRecord && matchBy === 'clientIdEmailPhone') return undefined;
		throw error;
	});
}

/**
 * The contact that is written to where no contact has the Client ID, or none is given; `undefined` when it has to be
 * created. Throws a `Failure` when it cannot be told which one is meant.
 */
export async function findWithoutId(
	api: WiseAgentClient,
	wanted: ContactFields,
	identity: Identity,
	options: IdMatchOptions,
): Promise<Match | undefined> {
	const { matchBy, clientId, link } = options;
	if (matchBy === 'emailPhoneName') return await findMatch(api, wanted, identity, options);
	if (matchBy === 'clientId' && clientId !== '') throw noClient(clientId);
	const kept = await keptId(api, link);
	if (kept !== undefined) return { id: kept, owners: {} };
	if (matchBy === 'clientId') return await unlinked(api, identity, link);
	if (clientId !== '' && !identity.email && !identity.phone) {
		throw new Failure(
			`Contact ${clientId} was not found, and there is neither an email nor a phone to find it by`,
			'It may be deleted, or merged with another contact. Map at least one of "Email" and "Mobile Phone", or correct the Client ID. Nothing was written for this item.',
			{ field: 'clientId', contactId: clientId },
		);
	}
	return await findMatch(api, wanted, identity, options);
}

/** What this process has given the ID to, or has created for it. */
async function keptId(api: WiseAgentClient, link: Link | undefined): Promise<string | undefined> {
	const kept = link && linkKept(api.account, link);
	const contact = kept && (await findContact(api, kept.contactId));
	return contact && isStillLinked(contactOf(contact), link, kept) ? kept.contactId : undefined;
}

function noClient(clientId: string): Failure {
	const { message } = notFound('Contact', clientId);
	return new Failure(
		message,
		'It may be deleted, merged with another contact, or belong to another account. Correct the Client ID, empty it to create a contact, or choose "Client ID, Then Email, Then Phone" under Match By. Nothing was written.',
		{ field: 'clientId', contactId: clientId },
	);
}

/** Where nobody may be found but by an ID, whoever has the email or the phone must have the ID of the other system. */
async function unlinked(
	api: WiseAgentClient,
	{ email, phone }: Identity,
	link: Link | undefined,
): Promise<Match | undefined> {
	const owners = {
		email: email ? await ownersOfEmail(api, email) : [],
		phone: phone ? await ownersOfPhone(api, phone) : [],
	};
	const all = [...owners.email, ...owners.phone];
	const carrier = carrierIn(all, link);
	if (carrier) return { id: idOf(carrier), owners };
	if (all[0]) throw existsWithoutId(idOf(all[0]), 'Nothing was written.');
	return undefined;
}

/** @param whatHappened to the contact, as a sentence */
export function existsWithoutId(id: string, whatHappened: string): Failure {
	return new Failure(
		`There is no Client ID, and Wise Agent has a contact with this email or phone: ${id}`,
		`${whatHappened} If it is the same person, map ${id} to "Client ID", or choose "Client ID, Then Email, Then Phone" under Match By.`,
		{ field: 'clientId', contactId: id },
	);
}

/**
 * What of the email and phone of a contact that was found by an ID is not written to it. Throws a `Failure` where one
 * belongs to another contact, unless a choice leaves it out.
 *
 * @param written what would be written otherwise
 */
export async function settled(
	api: WiseAgentClient,
	{ id, owners = {} }: Match,
	existing: Contact,
	written: ContactFields,
	{ identity, identifierConflict }: { identity: Identity; identifierConflict: IdentifierConflict },
): Promise<Match> {
	const { email, phone } = identity;
	const isNew = {
		email: !!email && !!written.CEmail && !hasEmail(existing, email),
		phone:
			!!phone &&
			!hasPhone(existing, phone) &&
			PHONE_FIELDS.some((field) => isSamePhone(written[field] ?? '', phone)),
	};
	const match = { id, foreign: [] as IdentifierName[], further: [] as IdentifierName[] };
	const others: string[] = [];
	for (const [name, find] of [
		['email', async () => await ownersOfEmail(api, String(email))],
		['phone', async () => await ownersOfPhone(api, String(phone))],
	] as const) {
		if (!isNew[name]) continue;
		const ids = (owners[name] ?? (await find())).map(idOf);
		if (ids.includes(id)) match.further.push(name);
		else if (ids.length > 0) match.foreign.push(name);
		if (match.foreign.includes(name)) others.push(...ids);
	}
	if (identifierConflict !== 'error' || match.foreign.length === 0) return match;
	const what = match.foreign.join(' and ');
	const isAre = match.foreign.length > 1 ? 'belong' : 'belongs';
	throw new Failure(
		`The ${what} of this item ${isAre} to another contact: ${[...new Set(others)].join(', ')}. By its ID, the item is contact ${id}`,
		`Nothing was written. Merge the contacts in Wise Agent, or choose "Prefer Email" or "Prefer Phone" under Options > If Email and Phone Differ: contact ${id} is then updated without the ${what}.`,
		{
			field: match.foreign.includes('email') ? 'CEmail' : 'MobilePhone',
			contactId: id,
			otherContactIds: others,
		},
	);
}
