import { picked } from '../../../../../core/operation/simplify';
import type { Part } from '../../../../../core/polling/part';
import type { PollState } from '../../../../../core/polling/pollState';
import { shortHash } from '../../../../../core/values/shortHash';
import { plainText } from '../../../../../core/values/texts';
import type { Note } from '../../../../api/records/notes';

const HASH_LENGTH = 4;

/** What a person can change about a note. */
const CONTENT = ['body', 'title', 'color', 'pinned', 'userId'];

/**
 * How notes were when their contact was looked at last. HighLevel does not say when a note has changed, so its content
 * is compared: of each note 8 characters are kept, and 10 of each contact that has notes.
 */
export class NoteContents {
	/** Short hash of the contact's id -> for each note, the short hashes of its id and its content. */
	private readonly part: Part;

	constructor(state: PollState) {
		this.part = state.part('noteContents');
	}

	/** Those of a contact's notes that are not as they were; one that was not there before is none of them. */
	changedOf(contactId: string, notes: Note[]): Note[] {
		const { marks } = this.part;
		const key = shortHash(contactId);
		const known = contentsIn(marks.get(key) ?? '');
		const seen = notes.map((note) => ({
			note,
			id: shortHash(plainText(note.id) || JSON.stringify(note), HASH_LENGTH),
			content: shortHash(JSON.stringify(picked(note, CONTENT)), HASH_LENGTH),
		}));
		const mark = seen.map(({ id, content }) => id + content).join('');
		if (mark === '') marks.delete(key);
		else marks.set(key, mark);
		return seen.filter(({ id, content }) => (known.get(id) ?? content) !== content).map(({ note }) => note);
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
