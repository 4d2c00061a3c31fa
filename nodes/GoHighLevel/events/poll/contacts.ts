import { plainText } from '../../../core/values/plainText';
import type { Part } from '../../../core/polling/part';
import type { Poll } from '../../../core/polling/poll';
import type { WindowHead } from '../../../core/polling/seenWindow';
import { SeenWindow } from '../../../core/polling/seenWindow';
import type { HighLevelClient } from '../../api/client';
import { contactsChangedSince, searchContacts } from '../../api/contacts/contactSearch';
import type { Contact } from '../../api/contacts/contact';
import { timeOf } from './times';
import type { PollSettings } from './settings';

/** A contact that is not as the last poll has seen it. */
export interface ChangedContact {
	contact: Contact;
	isNew: boolean;
}

export interface ContactChanges {
	changed: ChangedContact[];
	/** The reading has stopped before the end. */
	hasMore: boolean;
}

/**
 * The contacts that were created or have changed since the last poll, each once and as it is now, in the order of
 * their changes. The first poll finds none, or all that have changed since the date to start from.
 *
 * @param lookAt takes each page as it is found; what it needs of the poll's time is left off the reading
 */
export async function changedContacts(
	api: HighLevelClient,
	part: Part<WindowHead>,
	poll: Poll,
	settings: PollSettings,
	lookAt: (page: ChangedContact[]) => Promise<void>,
): Promise<ContactChanges> {
	const window = new SeenWindow(part, settings.lagMs);
	if (!window.isBegun && settings.startAt === undefined) {
		await beginNow(api, window, settings);
		part.confirm();
		return { changed: [], hasMore: false };
	}
	if (!window.isBegun) window.begin(settings.startAt ?? 0, settings.startAt ?? 0, Date.now());
	// What is begun with a page has the other half of the time to end.
	const isEnough = (found: number) => found >= settings.maxContacts || (found > 0 && poll.isHalfOver);
	return await read(api, window, isEnough, lookAt);
}

/** "Now" is the newest change that HighLevel shows. Where there is none yet, all that will come is new. */
async function beginNow(api: HighLevelClient, window: SeenWindow, { lagMs }: PollSettings): Promise<void> {
	const newest = await newestChange(api);
	window.begin(Math.max(newest - lagMs, 0), newest, Date.now());
	await read(api, window, () => false);
}

async function read(
	api: HighLevelClient,
	window: SeenWindow,
	isEnough: (found: number) => boolean,
	lookAt: (page: ChangedContact[]) => Promise<void> = async () => undefined,
): Promise<ContactChanges> {
	const startedAt = Date.now();
	const found = new Map<string, ChangedContact>();
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
