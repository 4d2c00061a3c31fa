import type { RecordChanges } from '../../../core/polling/changedRecords';
import { recordChanges } from '../../../core/polling/changedRecords';
import type { Part } from '../../../core/polling/part';
import type { Poll } from '../../../core/polling/poll';
import type { SeenWindow, WindowHead } from '../../../core/polling/seenWindow';
import type { Contact } from '../../api/reading/records';
import type { WiseAgentClient } from '../../api/client';
import { addedAt, contactsUpdatedSince, latestContacts, updatedAt } from '../../api/contacts/contactsSince';
import { noTime } from './noTime';
import type { PollSettings } from './settings';

/**
 * The contacts that were created or have changed since the last poll, each once and as it is now. Of a reading that
 * was not whole, the next poll reads the same time again.
 */
export async function changedContacts(
	api: WiseAgentClient,
	part: Part<WindowHead>,
	poll: Poll,
	settings: PollSettings,
): Promise<RecordChanges<Contact>> {
	const readOne = async (window: SeenWindow) => await read(api, window, poll);
	return await recordChanges(part, settings, {
		newestChange: async () => await newestChange(api),
		readFirst: readOne,
		read: readOne,
	});
}

async function newestChange(api: WiseAgentClient): Promise<number> {
	const latest = await latestContacts(api);
	return latest.reduce((newest, contact) => Math.max(newest, updatedAt(contact)), 0);
}

async function read(api: WiseAgentClient, window: SeenWindow, poll: Poll): Promise<RecordChanges<Contact>> {
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
		return seen ? [{ record: contact, isNew: seen === 'added' }] : [];
	});
	if (isCutShort && changed.length === 0) throw noTime('contacts');
	// The contacts come in an order that is not documented: of a reading that is not whole, no time is done with.
	const stopped = { changedAt: since, newest: since };
	window.advance({ startedAt, endedAt: Date.now(), ...(isWhole ? {} : { stopped }) });
	return { changed, hasMore: !isWhole };
}
