import type { ChangedContact, ContactChanges } from '../../../core/polling/changedContacts';
import { contactChanges } from '../../../core/polling/changedContacts';
import type { Part } from '../../../core/polling/part';
import type { Poll } from '../../../core/polling/poll';
import type { SeenWindow, WindowHead } from '../../../core/polling/seenWindow';
import { plainText } from '../../../core/values/texts';
import type { HighLevelClient } from '../../api/client';
import { contactsChangedSince, searchContacts } from '../../api/contacts/contactSearch';
import type { Contact } from '../../api/contacts/contact';
import { timeOf } from './times';
import type { PollSettings } from './settings';

/**
 * The contacts that were created or have changed since the last poll, each once and as it is now, in the order of
 * their changes.
 *
 * @param lookAt takes each page as it is found; what it needs of the poll's time is left off the reading
 */
export async function changedContacts(
	api: HighLevelClient,
	part: Part<WindowHead>,
	poll: Poll,
	settings: PollSettings,
	lookAt: (page: Array<ChangedContact<Contact>>) => Promise<void>,
): Promise<ContactChanges<Contact>> {
	// What is begun with a page has the other half of the time to end.
	const isEnough = (found: number) => found >= settings.maxContacts || (found > 0 && poll.isHalfOver);
	return await contactChanges(part, settings, {
		newestChange: async () => await newestChange(api),
		readFirst: async (window) => await read(api, window, () => false),
		read: async (window) => await read(api, window, isEnough, lookAt),
	});
}

async function read(
	api: HighLevelClient,
	window: SeenWindow,
	isEnough: (found: number) => boolean,
	lookAt: (page: Array<ChangedContact<Contact>>) => Promise<void> = async () => undefined,
): Promise<ContactChanges<Contact>> {
	const startedAt = Date.now();
	const found = new Map<string, ChangedContact<Contact>>();
	for await (const contacts of contactsChangedSince(api, window.since)) {
		for (const contact of contacts) {
			const key = idOf(contact);
			const seen = window.see({
				id: key,
				changedAt: changedAt(contact) ?? window.since,
				addedAt: timeOf(contact.dateAdded),
				content: JSON.stringify(contact),
			});
			// One that changes during the reading is met again: it counts once, at its later place.
			const isNew = seen === 'added' || (found.get(key)?.isNew ?? false);
			if (!seen) continue;
			found.delete(key);
			found.set(key, { contact, isNew });
		}
		await lookAt(contacts.flatMap((contact) => found.get(idOf(contact)) ?? []));
		const last = contacts[contacts.length - 1];
		if (!last || !isEnough(found.size)) continue;
		const stopped = { changedAt: changedAt(last) ?? window.since, newest: await newestChange(api) };
		window.advance({ startedAt, endedAt: Date.now(), stopped });
		return { changed: [...found.values()], hasMore: true };
	}
	window.advance({ startedAt, endedAt: Date.now() });
	return { changed: [...found.values()], hasMore: false };
}

/** In ms since 1970; 0 where there is no contact. */
async function newestChange(api: HighLevelClient): Promise<number> {
	const sort = [{ field: 'dateUpdated', direction: 'desc' as const }];
	const [newest] = await searchContacts(api, { filters: [], sort, limit: 1 });
	return (newest && changedAt(newest)) ?? 0;
}

/** In ms since 1970; `undefined` where the times of the contact cannot be read. */
function changedAt({ dateUpdated, dateAdded }: Contact): number | undefined {
	return timeOf(dateUpdated) ?? timeOf(dateAdded);
}

/** A contact without an id is known by what it holds. */
function idOf(contact: Contact): string {
	return plainText(contact.id) || JSON.stringify(contact);
}
