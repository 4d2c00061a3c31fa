import { plainText } from '../../../../core/values/texts';
import type { Poll } from '../../../../core/polling/poll';
import type { PollState } from '../../../../core/polling/pollState';
import { WordSets } from '../../../../core/polling/wordSets';
import type { HighLevelClient } from '../../../api/client';
import { tagsOf as allTagsOf } from '../../../api/contacts/contactChanges';
import { contactsWithTags } from '../../../api/contacts/contactSearch';
import type { Contact } from '../../../api/contacts/contact';
import type { ContactSettings } from './settings';

/** What was added to a contact and removed from it; a tag that went and came back in between is neither. */
export interface TagChange {
	contact: Contact;
	addedTags: string[];
	removedTags: string[];
}

/** The tags of all contacts, as far as they are of interest. */
type KnownTags = WordSets<{ watched: string[] }>;

/**
 * Compares the tags of contacts that have changed with those that they had. HighLevel tells neither when a tag was
 * added nor which one was removed, so the tags of all contacts are read once, before the first event.
 *
 * @returns `undefined` as long as that first reading has not come to its end
 */
export async function tagChanges(
	api: HighLevelClient,
	state: PollState,
	poll: Poll,
	changed: Contact[],
	{ watchedTags: watched }: ContactSettings,
): Promise<TagChange[] | undefined> {
	const known: KnownTags = new WordSets(state, 'tags');
	const { head } = known.records;
	if (head?.watched.join() !== watched.join()) {
		return (await begin(api, known, poll, watched)) ? [] : undefined;
	}
	poll.unfinished.delete(FIRST_READING);
	const changes = changed
		.map((contact) => changeOf(known, contact, watched))
		.filter(({ addedTags, removedTags }) => addedTags.length + removedTags.length > 0);
	if (changes.length > 0) known.tidy();
	return changes;
}

function changeOf(known: KnownTags, contact: Contact, watched: string[]): TagChange {
	const now = tagsOf(contact, watched);
	const id = plainText(contact.id);
	// Nothing tells which contact it is, so nothing tells what it had.
	if (id === '') return { contact, addedTags: [], removedTags: [] };
	const before = known.get(id);
	known.set(id, now);
	return {
		contact,
		addedTags: now.filter((tag) => !before.includes(tag)),
		removedTags: before.filter((tag) => !now.includes(tag)),
	};
}

/** Goes on in the next poll, in the same process. */
interface FirstReading {
	watched: string[];
	tags: Map<string, string[]>;
	searchAfter: unknown;
}

const FIRST_READING = 'tags';

async function begin(
	api: HighLevelClient,
	known: KnownTags,
	poll: Poll,
	watched: string[],
): Promise<boolean> {
	const reading = firstReading(poll, watched);
	// A contact that changes during the reading, or before the next poll goes on with it, is met again later.
	for await (const page of contactsWithTags(api, watched, reading.searchAfter)) {
		for (const contact of page.contacts) reading.tags.set(plainText(contact.id), tagsOf(contact, watched));
		reading.searchAfter = page.searchAfter ?? reading.searchAfter;
		if (poll.isLate && page.contacts.length > 0) return false;
	}
	known.clear();
	for (const [id, tags] of reading.tags) known.set(id, tags);
	known.records.head = { watched };
	known.confirm();
	return true;
}

function firstReading(poll: Poll, watched: string[]): FirstReading {
	const begun = poll.unfinished.get(FIRST_READING) as FirstReading | undefined;
	if (begun?.watched.join() === watched.join()) return begun;
	const reading: FirstReading = { watched, tags: new Map(), searchAfter: undefined };
	poll.unfinished.set(FIRST_READING, reading);
	return reading;
}

function tagsOf(contact: Contact, watched: string[]): string[] {
	const tags = allTagsOf(contact);
	return watched.length === 0 ? tags : tags.filter((tag) => watched.includes(tag.toLowerCase()));
}
