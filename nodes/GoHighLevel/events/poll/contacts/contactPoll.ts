import type { ChangedRecord } from '../../../../core/polling/changedRecords';
import { plainText } from '../../../../core/values/texts';
import type { WindowHead } from '../../../../core/polling/seenWindow';
import type { HighLevelClient } from '../../../api/client';
import { CompletedContacts } from '../../../api/contacts/completeContacts';
import type { Contact } from '../../../api/contacts/contact';
import { searchContacts } from '../../../api/contacts/contactSearch';
import { ContactQueue } from './contactQueue';
import type { EventItem, KindFound, PollRun } from '../kind';
import { changedContacts } from './changes';
import { ContactNotes } from './notes/contactNotes';
import { contactItems, isWanted, startsWorkflow, taskItems } from './items';
import { NoteSweep } from './notes/noteSweep';
import type { ContactSettings, Wants } from './settings';
import { wantsOf } from './settings';
import { tagChanges } from './tags';
import { TaskWatch } from './tasks';

/** One poll for contacts and what belongs to them. Each kind of records is found in its own way. */
export class ContactPoll {
	private readonly contactsApi: HighLevelClient;
	private readonly wants: Wants;
	private readonly tasks: TaskWatch | undefined;
	private readonly items: EventItem[] = [];
	private hasMore = false;

	constructor(
		private readonly run: PollRun,
		private readonly settings: ContactSettings,
	) {
		const { api, state, poll, budget } = run;
		this.contactsApi = api.needing(searchContacts);
		this.wants = wantsOf(settings);
		if (this.wants.tasks) this.tasks = new TaskWatch(api, state, poll, this.wants.tasks, budget);
	}

	/** What has happened since the last poll. */
	async find(): Promise<KindFound> {
		const { tasks, wants } = this;
		const changed = wants.contacts ? await this.findContacts() : [];
		const wereTasksBegun = tasks?.isBegun ?? false;
		if (tasks && !wereTasksBegun) this.ends(await tasks.begin());
		if (wants.notes || wants.tasks === 'changedContacts') await this.readOfContacts(changed);
		if (tasks && wereTasksBegun && wants.tasks !== 'changedContacts') this.ends(await tasks.lookAtAll());
		if (tasks) this.add(taskItems(tasks.changes, this.settings));
		return { items: this.items, hasMore: this.hasMore };
	}

	private async findContacts(): Promise<Array<ChangedRecord<Contact>>> {
		const { contactsApi: api, settings } = this;
		const { state, poll } = this.run;
		const completed = new CompletedContacts(api, () => poll.isLate);
		const part = state.part<WindowHead>('contacts');
		const { changed, hasMore } = await changedContacts(api, part, poll, settings, async (page) => {
			const wanted = page.filter((one) => startsWorkflow(one, settings));
			if (settings.completeRecord) await completed.of(wanted.map(({ record }) => record));
		});
		const contacts = changed.map(({ record }) => record);
		const tags = this.wants.tags ? await tagChanges(api, state, poll, contacts, settings) : [];
		this.add(await contactItems(api, changed, tags ?? [], settings, completed));
		this.ends(!hasMore && tags !== undefined);
		return changed;
	}

	/** Reads the notes and tasks of contacts that have changed, in this poll or in an earlier one that did not get there. */
	private async readOfContacts(changed: Array<ChangedRecord<Contact>>): Promise<void> {
		const { settings } = this;
		const { state, budget } = this.run;
		const tasks = this.wants.tasks === 'changedContacts' ? this.tasks : undefined;
		const notes = this.wants.notes ? new ContactNotes(this.run.api, state, settings) : undefined;
		const queue = new ContactQueue(this.contactsApi, state);
		for (const { record: contact } of changed) {
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
		const read = async () =>
			await queue.read(budget, async (found) => {
				this.add(notes?.itemsOf(found) ?? []);
				return !tasks || !found.tasks || (await tasks.lookAtContact(found.contactId, found.tasks));
			});
		let isEmpty = await read();
		if (isEmpty && settings.notesToCheck > 0) {
			const sweep = new NoteSweep(this.contactsApi, state, settings);
			for (const id of await sweep.next(budget)) queue.add(id, { notes: true, tasks: false });
			isEmpty = await read();
		}
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
