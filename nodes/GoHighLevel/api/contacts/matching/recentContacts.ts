import type { Memory, Person } from '../../../../core/account/account';
import { plainText } from '../../../../core/values/texts';
import { lineOf } from '../../../../core/values/phones';
import type { HighLevelClient } from '../../client';
import { hasEmail, hasPhone } from '../contactChanges';
import type { Identifier } from '../contacts';
import { findContact } from '../contacts';
import { e164 } from '../../phones';
import type { Contact } from '../contact';
import type { ExternalId } from './externalId';

/** Who a contact is, for work that has to wait for other work on the same person. */
export function personOf({ email, phone, externalId }: Identity): Person {
	return {
		emails: email ? [email] : [],
		phones: phone ? [phone] : [],
		ids: externalId ? [`external/${externalId.value}`] : [],
	};
}

/** What tells a contact from others. */
interface Identity {
	email?: string | null;
	phone?: string | null;
	externalId?: { value: string };
}

/** HighLevel's search learns of a write only after seconds; until then this process remembers it. */
const REMEMBERED_MS = 2 * 60_000;

const RECENT: Memory<Map<string, { contactId: string; until: number }>> = {
	name: 'recent contacts',
	create: () => new Map(),
};

/** Remembers that an email, phone or external ID was just written to a contact. */
export async function remember(
	api: HighLevelClient,
	{ email, phone, externalId }: Identity & { externalId?: ExternalId },
	contact: Contact,
): Promise<void> {
	const recent = api.account.memory(RECENT);
	const now = Date.now();
	// Entries are in the order in which they end.
	for (const [key, { until }] of recent) {
		if (until > now) break;
		recent.delete(key);
	}
	const keys = [
		...(email ? [await keyOf(api, { email })] : []),
		...(phone ? [await keyOf(api, { phone: plainText(contact.phone) || phone })] : []),
		...(externalId ? [keyOfId(externalId)] : []),
	];
	for (const key of keys) {
		recent.delete(key);
		recent.set(key, { contactId: contact.id, until: now + REMEMBERED_MS });
	}
}

/** The id of the contact to which this process has just written this e-mail or phone, if it still has it. */
export async function recall(api: HighLevelClient, identifier: Identifier): Promise<string | undefined> {
	const entry = api.account.memory(RECENT).get(await keyOf(api, identifier));
	if (!entry || entry.until <= Date.now()) return undefined;
	const contact = await findContact(api, entry.contactId);
	return contact && has(contact, identifier) ? contact.id : undefined;
}

/** The id of the contact to which this process has just written this external ID; it may have lost it since. */
export function recallLinked(api: HighLevelClient, externalId: ExternalId): string | undefined {
	const entry = api.account.memory(RECENT).get(keyOfId(externalId));
	return entry && entry.until > Date.now() ? entry.contactId : undefined;
}

function keyOfId({ field, value }: ExternalId): string {
	return `${field.id} ${value}`;
}

function has(contact: Contact, identifier: Identifier): boolean {
	return 'email' in identifier ? hasEmail(contact, identifier.email) : hasPhone(contact, identifier.phone);
}

async function keyOf(api: HighLevelClient, identifier: Identifier): Promise<string> {
	return 'email' in identifier ? identifier.email.toLowerCase() : lineOf(await e164(api, identifier.phone));
}
