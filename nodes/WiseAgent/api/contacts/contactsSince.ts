import type { Contact } from '../reading/records';
import { contactOf } from '../reading/records';
import type { Fields, WiseAgentClient } from '../client';
import { readWholePages } from '../wholePages';
import { readContactPage } from './contacts';

export interface ContactsRead {
	/** The one that changed first comes first. */
	contacts: Contact[];
	/** Certainly none was passed over. */
	isWhole: boolean;
	/** There was no time to read all pages. */
	isCutShort: boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Contacts that changed at a time or later.
 *
 * @param since in ms since 1970, by Wise Agent's clock; 0 for all contacts
 * @param mayGoOn asked between the pages; when it says no, the reading is not whole
 */
export async function contactsUpdatedSince(
	api: WiseAgentClient,
	since: number,
	mayGoOn: () => boolean = () => true,
): Promise<ContactsRead> {
	const { records, isWhole, nextPage } = await readWholePages({
		readPage: async (page) => ({ records: await readContactPage(api, updatedSince(since), page) }),
		id: 'ClientID',
		mayGoOn,
	});
	const contacts = records.map(contactOf).filter((contact) => updatedAt(contact) >= since);
	contacts.sort((a, b) => updatedAt(a) - updatedAt(b));
	return { contacts, isWhole, isCutShort: nextPage !== undefined };
}

/**
 * Contacts among which the one is that changed last; none where the account has none. Wise Agent cannot sort them, so
 * it looks back further and further, by Wise Agent's clock.
 */
export async function latestContacts(api: WiseAgentClient): Promise<Contact[]> {
	for (const spanMs of [2 * HOUR_MS, DAY_MS, 7 * DAY_MS, 30 * DAY_MS, 365 * DAY_MS, Infinity]) {
		const since = Math.max(api.account.serverTime(Date.now()) - spanMs, 0);
		const [one] = await readContactPage(api, updatedSince(since), { page: 1, page_size: 1 });
		if (one) return (await contactsUpdatedSince(api, since)).contacts;
	}
	return [];
}

/** In ms since 1970, by Wise Agent's clock; to the second, as it writes times. */
export function updatedAt({ DateUpdatedUTC, DtUpdated, DateAddedUTC }: Contact): number {
	const times = [DateUpdatedUTC, DtUpdated, DateAddedUTC].map((time) => Date.parse(String(time)));
	return times.find((time) => !Number.isNaN(time)) ?? 0;
}

/** In ms since 1970; 0 where Wise Agent does not tell. */
export function addedAt({ DateAddedUTC }: Contact): number {
	return Date.parse(String(DateAddedUTC)) || 0;
}

/** The filter knows full minutes. It is not documented whether the minute itself is meant too, so it begins one earlier. */
export function updatedSince(since: number): Fields {
	if (since <= 0) return {};
	const minute = new Date(Math.max(since - MINUTE_MS, 0)).toISOString();
	return { DateUpdatedUTC: minute.slice(0, 16).replace('T', ' ') };
}
