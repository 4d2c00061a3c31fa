import type { ChangedRecord, RecordChanges } from '../../../../core/polling/changedRecords';
import { recordChanges } from '../../../../core/polling/changedRecords';
import type { Part } from '../../../../core/polling/part';
import type { Poll } from '../../../../core/polling/poll';
import type { ChangeSource } from '../../../../core/polling/readChanges';
import { readChanges } from '../../../../core/polling/readChanges';
import type { WindowHead } from '../../../../core/polling/seenWindow';
import type { HighLevelClient } from '../../../api/client';
import { idOf } from '../../../api/contacts/changedContacts';
import type { Contact } from '../../../api/contacts/contact';
import { contactsChangedSince, searchContacts } from '../../../api/contacts/contactSearch';
import type { PollSettings } from '../kind';
import { timeOf } from '../../../api/answers';

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
	lookAt: (page: Array<ChangedRecord<Contact>>) => Promise<void>,
): Promise<RecordChanges<Contact>> {
	const source = sourceOf(api);
	// What is begun with a page has the other half of the time to end.
	const isEnough = (found: number) => found >= settings.maxRecords || (found > 0 && poll.isHalfOver);
	return await recordChanges(part, settings, {
		newestChange: source.newestChange,
		readFirst: async (window) => await readChanges(window, source, { isEnough: () => false }),
		read: async (window) => await readChanges(window, source, { isEnough, lookAt }),
	});
}

function sourceOf(api: HighLevelClient): ChangeSource<Contact> {
	return {
		pagesSince: (since) => contactsChangedSince(api, since),
		newestChange: async () => {
			const sort = [{ field: 'dateUpdated', direction: 'desc' as const }];
			const [newest] = await searchContacts(api, { filters: [], sort, limit: 1 });
			return (newest && changedAt(newest)) ?? 0;
		},
		seenAs: (contact, since) => ({
			id: idOf(contact),
			changedAt: changedAt(contact) ?? since,
			addedAt: timeOf(contact.dateAdded),
			content: JSON.stringify(contact),
		}),
	};
}

/** In ms since 1970; `undefined` where the times of the contact cannot be read. */
function changedAt({ dateUpdated, dateAdded }: Contact): number | undefined {
	return timeOf(dateUpdated) ?? timeOf(dateAdded);
}
