import type { Part } from '../../../../core/polling/part';
import type { PollState } from '../../../../core/polling/pollState';
import type { ScanBudget } from '../../../../core/polling/scanBudget';
import type { HighLevelClient } from '../../../api/client';
import { undefinedWhenGone } from '../../../api/errors';
import type { Note } from '../../../api/records/notes';
import { notes as notesOfContacts } from '../../../api/records/notes';
import type { Task } from '../../../api/records/tasks';
import { tasks as tasksOfContacts } from '../../../api/records/tasks';

/** What hangs on a contact, as far as it is to be read; empty lists where the contact is gone. */
export interface OfContact {
	contactId: string;
	notes?: Note[];
	tasks?: Task[];
}

/** So many contacts are read at once. */
const CONCURRENT_CONTACTS = 10;

const NOTES = 'n';
const TASKS = 't';

/** Contacts that have changed, and whose notes or tasks are still to be read. What one poll leaves, the next one reads. */
export class ContactQueue {
	/** Id of the contact -> one letter for each request that it takes. */
	private readonly part: Part;

	constructor(
		private readonly api: HighLevelClient,
		state: PollState,
	) {
		this.part = state.part('toRead');
	}

	add(contactId: string, { notes, tasks }: { notes: boolean; tasks: boolean }): void {
		const { marks } = this.part;
		const key = encodeURIComponent(contactId);
		const waiting = marks.get(key) ?? '';
		const wanted = [
			...(notes || waiting.includes(NOTES) ? [NOTES] : []),
			...(tasks || waiting.includes(TASKS) ? [TASKS] : []),
		].join('');
		if (wanted !== '') marks.set(key, wanted);
	}

	/**
	 * Reads contact after contact, as far as the budget reaches.
	 *
	 * @param look takes what was read; false when it could not finish with the contact, which then stays in the queue
	 * @returns whether the queue is empty
	 */
	async read(budget: ScanBudget, look: (found: OfContact) => Promise<boolean>): Promise<boolean> {
		const { marks } = this.part;
		const waiting = marks.list();
		for (let place = 0; place < waiting.length; place += CONCURRENT_CONTACTS) {
			const next = waiting
				.slice(place, place + CONCURRENT_CONTACTS)
				.filter(([, wanted]) => budget.take(wanted.length));
			if (next.length === 0) break;
			const found = await Promise.all(next.map(async ([key, wanted]) => await this.readOne(key, wanted)));
			for (const one of found) {
				if (await look(one)) marks.delete(encodeURIComponent(one.contactId));
			}
		}
		return marks.size === 0;
	}

	private async readOne(key: string, wanted: string): Promise<OfContact> {
		const contactId = decodeURIComponent(key);
		const [notes, tasks] = await Promise.all([
			wanted.includes(NOTES) ? notesOfContacts.list(this.api, { contactId }).catch(noneWhenGone) : undefined,
			wanted.includes(TASKS) ? tasksOfContacts.list(this.api, { contactId }).catch(noneWhenGone) : undefined,
		]);
		return { contactId, notes, tasks };
	}
}

function noneWhenGone(error: unknown): [] {
	return undefinedWhenGone(error) ?? [];
}
