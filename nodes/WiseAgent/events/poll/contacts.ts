import type { Part } from '../../../core/polling/part';
import type { Poll } from '../../../core/polling/poll';
import type { WindowHead } from '../../../core/polling/seenWindow';
import { SeenWindow } from '../../../core/polling/seenWindow';
import type { Contact } from '../../api/reading/records';
import type { WiseAgentClient } from '../../api/client';
import { addedAt, contactsUpdatedSince, latestContacts, updatedAt } from '../../api/contacts/contactsSince';
import { noTime } from './noTime';
import type { PollSettings } from './settings';

/** A contact that is not as the last poll has seen it. */
export interface ChangedContact {
	contact: Contact;
	isNew: boolean;
}

export interface ContactChanges {
	/** The one that changed first comes first. */
	changed: ChangedContact[];
	/** The reading was not whole; the next poll reads the same time again. */
	hasMore: boolean;
}

/**
 * The contacts that were created or have changed since the last poll, each once and as it is now. The first poll finds
 * none, or all that have changed since the date to start from.
 */
export async function changedContacts(
	api: WiseAgentClient,
	part: Part<WindowHead>,
	poll: Poll,
	{ startAt, lagMs }: PollSettings,
): Promise<ContactChanges> {
	const window = new SeenWindow(part, lagMs);
	if (!window.isBegun && startAt === undefined) {
		await beginNow(api, window, poll, lagMs);
		return { changed: [], hasMore: false };
	}
	if (!window.isBegun) window.begin(startAt ?? 0, startAt ?? 0, Date.now());
	return await read(api, window, poll);
}

/** "Now" is the newest change that Wise Agent shows. Where there is none yet, all that will come is new. */
async function beginNow(api: WiseAgentClient, window: SeenWindow, poll: Poll, lagMs: number): Promise<void> {
	const latest = await latestContacts(api);
	const newest = latest.reduce((latestSoFar, contact) => Math.max(latestSoFar, updatedAt(contact)), 0);
	window.begin(Math.max(newest - lagMs, 0), newest, Date.now());
	await read(api, window, poll);
}

async function read(api: WiseAgentClient, window: SeenWindow, poll: Poll): Promise<ContactChanges> {
	const startedAt = Date.now();
	const { since } = window;
	const { contacts, isWhole, isCutShort } = await contactsUpdatedSince(api, since, () => !poll.isLate);
	const changed = contacts.flatMap((contact) => {
		const seen = window.see({
			id: String(contact.ClientID),
			changedAt: updatedAt(contact),
			addedAt: addedAt(contact),
			content: JSON.stringify(contact),
		});
		return seen ? [{ contact, isNew: seen === 'added' }] : [];
	});
	if (isCutShort && changed.length === 0) throw noTime('contacts');
	// The contacts come in an order that is not documented: of a reading that is not whole, no time is done with.
	const stopped = { changedAt: since, newest: since };
	window.advance({ startedAt, endedAt: Date.now(), ...(isWhole ? {} : { stopped }) });
	return { changed, hasMore: !isWhole };
}
