import type { PollState } from '../../../../../core/polling/pollState';
import type { HighLevelClient } from '../../../../api/client';
import type { EventItem } from '../../kind';
import type { OfContact } from '../contactQueue';
import { NOTE_UPDATED } from '../events';
import { noteItem } from '../items';
import { NoteContents } from './noteContents';
import { NoteWatch } from './noteWatch';
import type { ContactSettings } from '../settings';

const NOTE_CREATED = 'noteCreated';

/** What has happened to the notes of a contact. Each event remembers what it needs, while it is chosen. */
export class ContactNotes {
	private readonly added: NoteWatch | undefined;
	private readonly contents: NoteContents | undefined;

	constructor(
		api: HighLevelClient,
		state: PollState,
		private readonly settings: ContactSettings,
	) {
		const { events, startAt } = settings;
		if (events.has(NOTE_CREATED)) {
			this.added = new NoteWatch(state);
			if (!this.added.isBegun) this.added.begin(startAt ?? api.account.serverTime(Date.now()));
		}
		if (events.has(NOTE_UPDATED)) this.contents = new NoteContents(state);
	}

	/** Those that are new, the oldest first, and those that have changed. */
	itemsOf({ contactId, notes }: OfContact): EventItem[] {
		if (!notes) return [];
		const added = this.added?.newOf(contactId, notes) ?? [];
		const changed = this.contents?.changedOf(contactId, notes) ?? [];
		return [
			...added.map((note) => noteItem(NOTE_CREATED, note, contactId, this.settings)),
			...changed.map(({ note, change }) => noteItem(NOTE_UPDATED, note, contactId, this.settings, change)),
		];
	}
}
