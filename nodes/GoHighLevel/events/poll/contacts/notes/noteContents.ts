import { picked } from '../../../../../core/operation/simplify';
import type { Begun } from '../../../../../core/polling/knownRecords';
import { changeName } from '../../../../../core/polling/knownRecords';
import type { Part } from '../../../../../core/polling/part';
import type { PollState } from '../../../../../core/polling/pollState';
import { shortHash } from '../../../../../core/values/shortHash';
import { plainText } from '../../../../../core/values/texts';
import type { Note } from '../../../../api/records/notes';

const HASH_LENGTH = 4;

/** What a person can change about a note. */
const CONTENT = ['body', 'title', 'color', 'pinned', 'userId'];

/** Before the notes in a mark: the number of times that some note of the contact was found to differ. */
const COUNT = '#';

/** A note that is not as it was. */
export interface ChangedNote {
	note: Note;
	/** Tells this change from all others of the note. */
	change: string;
}

/**
 * How notes were when their contact was looked at last. HighLevel does not say when a note has changed, so its content
 * is compared: of each note 8 characters are kept, and 10 of each contact that has notes.
 */
export class NoteContents {
	/** Short hash of the contact's id -> for each note, the short hashes of its id and its content. */
	private readonly part: Part<Begun>;

	constructor(state: PollState) {
		this.part = state.part('noteContents');
		if (this.part.head) return;
		this.part.head = { begunAt: Date.now() };
		this.part.confirm();
	}

	/** Those of a contact's notes that are not as they were; one that was not there before is none of them. */
	changedOf(contactId: string, notes: Note[]): ChangedNote[] {
		const { marks, head } = this.part;
		const key = shortHash(contactId);
		const [contents = '', count] = (marks.get(key) ?? '').split(COUNT).reverse();
		const known = contentsIn(contents);
		const seen = notes.map((note) => ({
			note,
			id: shortHash(plainText(note.id) || JSON.stringify(note), HASH_LENGTH),
			content: shortHash(JSON.stringify(picked(note, CONTENT)), HASH_LENGTH),
		}));
		const mark = seen.map(({ id, content }) => id + content).join('');
		const changed = seen.filter(({ id, content }) => (known.get(id) ?? content) !== content);
		const changes = parseInt(count ?? '0', 36) + (changed.length > 0 ? 1 : 0);
		if (mark === '') marks.delete(key);
		else marks.set(key, changes === 0 ? mark : `${changes.toString(36)}${COUNT}${mark}`);
		return changed.map(({ note, content }) => ({
			note,
			change: changeName(head?.begunAt, changes, content),
		}));
	}
}

function contentsIn(mark: string): Map<string, string> {
	const contents = new Map<string, string>();
	for (let place = 0; place < mark.length; place += 2 * HASH_LENGTH) {
		const middle = place + HASH_LENGTH;
		contents.set(mark.slice(place, middle), mark.slice(middle, middle + HASH_LENGTH));
	}
	return contents;
}
