import { plainText } from '../../../../../core/values/texts';
import type { Part } from '../../../../../core/polling/part';
import type { PollState } from '../../../../../core/polling/pollState';
import { shortHash } from '../../../../../core/values/shortHash';
import type { Note } from '../../../../api/records/notes';
import { timeOf } from '../../../../api/answers';

/**
 * Notes that were added up to so long before the newest known one, by HighLevel's clock, are told from it by their
 * ids: two people who write at the same moment may show up in either order.
 */
const OVERLAP_MS = 60_000;

const ID_LENGTH = 4;

/**
 * Which notes were seen. A note is new when it was added after the newest one that was known of its contact; of a
 * contact of which none is known, after the trigger has begun. So only contacts with newer notes take room.
 */
export class NoteWatch {
	/** Short hash of the contact's id -> time of its newest note, and short hashes of the ids of the last ones. */
	private readonly part: Part<{ since: number }>;

	constructor(state: PollState) {
		this.part = state.part('notes');
	}

	get isBegun(): boolean {
		return this.part.head !== undefined;
	}

	/** @param since notes that were added before this are old; ms since 1970 by HighLevel's clock */
	begin(since: number): void {
		this.part.head = { since };
		this.part.confirm();
	}

	/**
	 * Those of a contact's notes that are new, the oldest first. One whose time cannot be read is new when it was not
	 * seen; it is known by its id from then on.
	 */
	newOf(contactId: string, notes: Note[]): Note[] {
		const { marks, head = { since: 0 } } = this.part;
		const key = shortHash(contactId);
		const [time, ...ids] = marks.get(key)?.split('.') ?? [];
		const newest = time === undefined ? undefined : parseInt(time, 36);
		const from = newest === undefined ? head.since : Math.max(newest - OVERLAP_MS, head.since);
		const found = notes
			.map((note) => ({
				note,
				addedAt: timeOf(note.dateAdded) ?? Infinity,
				id: shortHash(plainText(note.id) || JSON.stringify(note), ID_LENGTH),
			}))
			.filter(({ addedAt }) => addedAt >= from)
			.sort((a, b) => (a.addedAt === b.addedAt ? 0 : a.addedAt - b.addedAt));
		if (found.length === 0) return [];
		const times = found.map(({ addedAt }) => addedAt).filter(Number.isFinite);
		const latest = Math.max(...times, newest ?? head.since);
		const recent = found.filter(({ addedAt }) => addedAt >= latest - OVERLAP_MS).map(({ id }) => id);
		marks.set(key, [latest.toString(36), ...recent].join('.'));
		return found.filter(({ id }) => !ids.includes(id)).map(({ note }) => note);
	}
}
