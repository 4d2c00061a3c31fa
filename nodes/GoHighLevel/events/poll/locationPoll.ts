import type { ChangedContact } from '../../../core/polling/changedContacts';
import { plainText } from '../../../core/values/texts';
import type { Found, Poll } from '../../../core/polling/poll';
import type { PollState } from '../../../core/polling/pollState';
import { ScanBudget } from '../../../core/polling/scanBudget';
import type { WindowHead } from '../../../core/polling/seenWindow';
import type { HighLevelClient } from '../../api/client';
import { CompletedContacts } from '../../api/contacts/completeContacts';
import type { Contact } from '../../api/contacts/contact';
import { searchContacts } from '../../api/contacts/contactSearch';
import { ContactQueue } from './contactQueue';
import { changedContacts } from './contacts';
import type { EventItem } from './items';
import { contactItems, isWanted, noteItem, startsWorkflow, taskItems } from './items';
import { NoteWatch } from './notes';
import type { PollSettings, Wants } from './settings';
import { wantsOf } from './settings';
import { tagChanges } from './tags';
import { TaskWatch } from './tasks';

/** One poll of a location. Each kind of records is found in its own way. */
export class LocationPoll {
	private readonly contactsApi: HighLevelClient;
	private readonly wants: Wants;
	private readonly budget: ScanBudget;
	private readonly tasks: TaskWatch | undefined;
	private readonly items: EventItem[] = [];
	private hasMore = false;

	constructor(
		private readonly api: HighLevelClient,
		private readonly poll: Poll,
		private readonly state: PollState,
		private readonly settings: PollSettings,
	) {
		this.contactsApi = api.needing(searchContacts);
		this.wants = wantsOf(settings);
		this.budget = new ScanBudget(settings.maxRequests, () => poll.isLate);
		if (this.wants.tasks) this.tasks = new TaskWatch(api, state, poll, this.wants.tasks, this.budget);
	}

	/** What has happened since the last poll. */
	async find(): Promise<Found> {
		const { tasks, wants } = this;
		const changed = wants.contacts ? await this.findContacts() : [];
		const wereTasksBegun = tasks?.isBegun ?? false;
		if (tasks && !wereTasksBegun) this.ends(await tasks.begin());
		if (wants.notes || wants.tasks === 'changedContacts') await this.readOfContacts(changed);
		if (tasks && wereTasksBegun && wants.tasks !== 'changedContacts') this.ends(await tasks.lookAtAll());
		if (tasks) this.add(taskItems(tasks.changes, this.settings));
		return { items: this.items, hasMore: this.hasMore };
	}

	private async findContacts(): Promise<Array<ChangedContact<Contact>>> {
		const { contactsApi: api, state, poll, settings } = this;
		const completed = new CompletedContacts(api, () => poll.isLate);
		const part = state.part<WindowHead>('contacts');
		const { changed, hasMore } = await changedContacts(api, part, poll, settings, async (page) => {
			const wanted = page.filter((one) => startsWorkflow(one, settings));
			if (settings.completeRecord) await completed.of(wanted.map(({ contact }) => contact));
		});
		const contacts = changed.map(({ contact }) => contact);
		const tags = this.wants.tags ? await tagChanges(api, state, poll, contacts, settings) : [];
		this.add(await contactItems(api, changed, tags ?? [], settings, completed));
		this.ends(!hasMore && tags !== undefined);
		return changed;
	}

	/** Reads the notes and tasks of contacts that have changed, in this poll or in an earlier one that did not get there. */
	private async readOfContacts(changed: Array<ChangedContact<Contact>>): Promise<void> {
		const { api, state, settings } = this;
		const tasks = this.wants.tasks === 'changedContacts' ? this.tasks : undefined;
		const notes = this.wants.notes ? new NoteWatch(state) : undefined;
		if (notes?.isBegun === false) notes.begin(settings.startAt ?? api.account.serverTime(Date.now()));
		const queue = new ContactQueue(this.contactsApi, state);
		for (const { contact } of changed) {
			const id = plainText(contact.id);
			// Without an id, its notes and tasks cannot be asked for.
			if (id === '') continue;
			queue.add(id, {
				notes: notes !== undefined && isWanted(contact, settings),
				tasks: tasks !== undefined,
			});
		}
		// Tasks are compared with those that were there at the beginning.
		if (tasks && !tasks.isBegun) return;
		const isEmpty = await queue.read(this.budget, async (found) => {
			this.add((notes?.newOf(found.contactId, found.notes ?? []) ?? []).map(noteItem));
			return !tasks || !found.tasks || (await tasks.lookAtContact(found.contactId, found.tasks));
		});
		this.ends(isEmpty);
	}

	private add(items: EventItem[]): void {
		for (const item of items) this.items.push(item);
	}

	/** Notes whether a part of the poll has come to its end. */
	private ends(isComplete: boolean): void {
		this.hasMore ||= !isComplete;
	}
}
