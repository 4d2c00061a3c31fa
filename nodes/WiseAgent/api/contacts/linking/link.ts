import type { Account, Memory } from '../../../../core/account/account';
import { forgetOldest } from '../../../../core/account/forgetOldest';
import { Failure } from '../../../../core/failure';
import type { Contact } from '../../reading/records';
import { customDataIn, customDataOf, datumNamed } from './customDataIn';

/** The ID by which another system knows a contact, as its custom data keeps it. */
export interface Link {
	/** Key of the entry. */
	name: string;
	id: string;
}

/** The ID that a contact carries under the name of the link; empty when it carries none. */
function carriedBy(contact: Contact, { name }: Link): string {
	return (datumNamed(customDataIn(contact) ?? [], name)?.Value ?? '').trim();
}

/** Whether a contact carries the ID itself. */
export function carries(contact: Contact, link: Link): boolean {
	return carriedBy(contact, link) === link.id;
}

/** Whether a contact carries another ID, and so belongs to another record. */
export function isOfAnother(contact: Contact, link: Link): boolean {
	const own = carriedBy(contact, link);
	return own !== '' && own !== link.id;
}

/** The contact that carries the ID; throws a `Failure` that names them when there are two. */
export function carrierIn(contacts: Contact[], link: Link | undefined): Contact | undefined {
	const carriers = new Map<string, Contact>();
	for (const contact of link ? contacts.filter((one) => carries(one, link)) : []) {
		carriers.set(String(contact.ClientID), contact);
	}
	const [carrier, ...others] = carriers.values();
	if (others.length === 0 || !link) return carrier;
	const ids = [...carriers.keys()];
	throw new Failure(
		`Several contacts have the "${link.name}" ${link.id}: ${ids.join(', ')}`,
		`Nothing was written. Merge them in Wise Agent, or empty "${link.name}" in the custom data of those that are not meant.`,
		{ field: 'externalId', contactIds: ids, externalId: link.id },
	);
}

/** Throws a `Failure` that names both IDs when a contact carries another one, or when it cannot be seen. */
export function checkLink(contact: Contact, link: Link | undefined): void {
	if (!link) return;
	customDataOf(contact);
	if (!isOfAnother(contact, link)) return;
	const own = carriedBy(contact, link);
	const id = String(contact.ClientID);
	throw new Failure(
		`Contact ${id} belongs to another record: its "${link.name}" is ${own}, and this item has ${link.id}`,
		`Nothing was written. If ${link.id} is right, empty "${link.name}" in the custom data of contact ${id}. If ${own} is right, empty the Wise Agent ID of ${link.id}, and its email and phone if they are the same. If both are the same person, merge them.`,
		{ field: 'externalId', contactId: id, externalId: link.id, otherExternalId: own },
	);
}

/** What this process has written: Wise Agent cannot search custom data. */
interface Known {
	contactId: string;
	/** The contact carries the ID since; before, it was only created. */
	isStored: boolean;
}

const LINKS: Memory<Map<string, Known>> = { name: 'links', create: () => new Map() };
const LINKS_KEPT = 10_000;

export function keepLink(account: Account, { name, id }: Link, known: Known): void {
	const links = account.memory(LINKS);
	links.delete(keyOf(name, id));
	links.set(keyOf(name, id), known);
	forgetOldest(links, LINKS_KEPT);
}

/** The contact that this process has given the ID, or has created for it; it counts only as `isStillLinked` says. */
export function linkKept(account: Account, { name, id }: Link): Known | undefined {
	return account.memory(LINKS).get(keyOf(name, id));
}

/** Whether a contact is what was kept of it: somebody may have taken the ID away since. */
export function isStillLinked(contact: Contact, link: Link, { isStored }: Known): boolean {
	return isStored ? carries(contact, link) : !isOfAnother(contact, link);
}

function keyOf(name: string, id: string): string {
	return `${name.toLowerCase()}/${id}`;
}
