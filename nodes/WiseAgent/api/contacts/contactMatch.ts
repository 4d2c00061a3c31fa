import type { IdentifierConflict } from '../../../core/editor/writeOptions';
import { Failure } from '../../../core/failure';
import { isSamePhone } from '../../../core/values/phones';
import type { Contact } from '../reading/records';
import type { WiseAgentClient } from '../client';
import type { ContactFields } from './contactFields';
import type { IdentifierName, Identity, PhoneField } from './identity';
import type { Link } from './linking/link';
import { carrierIn, isOfAnother } from './linking/link';
import { hasEmail, hasName, hasPhone, ownersOfEmail, ownersOfPhone, PHONE_FIELDS } from './identity';

/** A contact that has the e-mail or the phone. */
export interface Match {
	id: string;
	/** What belongs to another contact, and so is not written to this one. */
	foreign?: IdentifierName[];
	/** What the contact has beside the first one that is shown, which it must not replace. */
	further?: IdentifierName[];
	/** Found by an ID: whose email and phone are that are to be written, as far as that was looked at. */
	owners?: Partial<Record<IdentifierName, Contact[]>>;
}

/** What tells the contact, beside its email and phone. */
export interface MatchOptions {
	identifierConflict: IdentifierConflict;
	/** Tells the one that is meant among several. */
	link?: Link;
}

/**
 * The contact that has the e-mail or the phone; `undefined` when there is none. Throws a `Failure` when they belong to two
 * contacts, or to several that neither the link nor the name tells apart.
 */
export async function findMatch(
	api: WiseAgentClient,
	wanted: ContactFields,
	identity: Identity,
	{ identifierConflict: conflict, link }: MatchOptions,
): Promise<Match | undefined> {
	const { email, phone } = identity;
	if (!email && !phone) throw noIdentity(wanted);
	const byEmail = email ? await ownersOfEmail(api, email) : [];
	const [only] = byEmail;
	const hasIt = only && (!phone || hasPhone(only, phone)) && !(link && isOfAnother(only, link));
	if (byEmail.length === 1 && hasIt) return { id: idOf(only), further: furtherOf(only, ['email'], identity) };

	const byPhone = phone ? await ownersOfPhone(api, phone) : [];
	const carrier = carrierIn([...byEmail, ...byPhone], link);
	if (carrier) return { id: idOf(carrier), owners: { email: byEmail, phone: byPhone } };
	const both = byEmail.filter((contact) => byPhone.some((other) => idOf(other) === idOf(contact)));
	if (both.length > 0) {
		const match = theOne(both, wanted, 'email and this phone', link);
		return { id: idOf(match), further: furtherOf(match, ['email', 'phone'], identity) };
	}
	const areTwo = byEmail.length > 0 && byPhone.length > 0;
	const foreign = areTwo ? foreignIn(conflict, byEmail.map(idOf), byPhone.map(idOf)) : undefined;
	const by = byEmail.length > 0 && foreign !== 'email' ? 'email' : 'phone';
	const owners = by === 'email' ? byEmail : byPhone;
	if (owners.length === 0) return undefined;
	const match = theOne(owners, wanted, by, link);
	return { id: idOf(match), foreign: foreign && [foreign], further: furtherOf(match, [by], identity) };
}

const PHONE_LABELS: Record<PhoneField, string> = {
	MobilePhone: 'Mobile Phone',
	HomePhone: 'Home Phone',
	WorkPhone: 'Work Phone',
};

function noIdentity(wanted: ContactFields): Failure {
	const given = PHONE_FIELDS.find((name) => wanted[name]);
	if (given) {
		return new Failure(
			`"${PHONE_LABELS[given]}" is not a phone number, and there is no email to find the contact by: ${String(wanted[given]).slice(0, 40)}`,
			'Correct the number, or map a value to "Email". Nothing was sent for this item.',
			{ field: given },
		);
	}
	return new Failure(
		'There is neither an email nor a phone to find the contact by',
		'Map at least one of "Email" and "Mobile Phone", or skip such items under Options > If Email and Phone Are Empty. Nothing was sent for this item.',
		{ field: 'CEmail, MobilePhone' },
	);
}

/** By which of these the contact was found, though they are not among those that are shown. */
function furtherOf(
	contact: Contact,
	foundBy: IdentifierName[],
	{ email, phone }: Identity,
): IdentifierName[] {
	return foundBy.filter((by) =>
		by === 'email' ? email && !hasEmail(contact, email) : phone && !hasPhone(contact, phone),
	);
}

export function idOf({ ClientID }: Contact): string {
	return String(ClientID);
}

/** People who live together may share an e-mail or a phone; then the name decides, and between namesakes the link. */
function theOne(contacts: Contact[], wanted: ContactFields, shared: string, link?: Link): Contact {
	const name = { first: wanted.CFirst ?? '', last: wanted.CLast ?? '' };
	const named = contacts.length > 1 ? contacts.filter((contact) => hasName(contact, name)) : contacts;
	const [one, ...others] =
		named.length > 1 && link ? named.filter((contact) => !isOfAnother(contact, link)) : named;
	if (one && others.length === 0) return one;
	const ids = contacts.map(idOf);
	throw new Failure(
		`Several contacts have this ${shared}: ${ids.join(', ')}`,
		'Nothing was written, since first and last name do not tell which one is meant. Merge them in Wise Agent, or use "Update" with the id of one.',
		{ field: 'CEmail, MobilePhone', contactIds: ids },
	);
}

/** Which of the two is left out. */
function foreignIn(conflict: IdentifierConflict, ofEmail: string[], ofPhone: string[]): IdentifierName {
	if (conflict === 'preferEmail') return 'phone';
	if (conflict === 'preferPhone') return 'email';
	const [emailId, phoneId] = [ofEmail.join(', '), ofPhone.join(', ')];
	throw new Failure(
		`E-mail and phone belong to two contacts: the e-mail to ${emailId}, the phone to ${phoneId}`,
		'Nothing was written. Merge the two in Wise Agent, or choose one under Options > If Email and Phone Differ.',
		{ field: 'CEmail, MobilePhone', emailContactId: emailId, phoneContactId: phoneId },
	);
}

/** Leaves out what belongs to another contact, and what would replace the first e-mail or phone by a further one. */
export function ownOf(
	existing: Contact,
	wanted: ContactFields,
	{ email, phone }: Identity,
	{ foreign = [], further = [] }: Match,
): ContactFields {
	const own = { ...wanted };
	const replaces = (name: IdentifierName, current: unknown) =>
		foreign.includes(name) || (further.includes(name) && !!current);
	if (email && !hasEmail(existing, email) && replaces('email', existing.CEmail)) delete own.CEmail;
	for (const field of PHONE_FIELDS) {
		const given = own[field];
		if (!phone || !given || !isSamePhone(given, phone)) continue;
		if (!hasPhone(existing, given) && replaces('phone', existing[field])) delete own[field];
	}
	return own;
}
