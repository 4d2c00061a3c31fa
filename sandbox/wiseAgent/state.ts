import { Clock } from '../shared/clock';
import { SeededRandom } from '../shared/random';
import { Collections } from './collections';
import { ContactIndex, emailsOf, phonesOf } from './contacts/identifiers';
import { emptyContact } from './emptyRecords';
import type { IdKind } from './ids';
import { Ids } from './ids';
import type { CallRecord, ContactRecord, NoteRecord, Origin, TaskRecord } from './records';

/** A change of a record; `before` and `after` are undefined for what did not or does not exist. */
export interface Change {
	collection: string;
	before: Readonly<object> | undefined;
	after: Readonly<object> | undefined;
}

/** Told of what one request or one action of a person changed. */
export type ChangeListener = (changes: readonly Change[], origin: Origin) => void;

/** How many of each a contact that is made up gets; none unless told. */
export interface HistoryPerContact {
	notes?: number;
	tasks?: number;
	calls?: number;
}

/** Whose sandbox it is: the person who is signed in, and the app that n8n connects with. */
export interface Home {
	/** As the API tells it. */
	user: { First: string; Last: string; Email: string };
	/** Of the account. */
	apikey: string;
	app: { clientId: string; clientSecret: string };
	/** All constants of the seed, for other processes. */
	constants: object;
}

/** What a store is filled with. Whoever starts the sandbox gives it. */
export interface SeedData {
	home: Home;
	/** Fills an empty store. */
	fill(state: SandboxState): void;
	/** Adds `count` plausible contacts, each updated a minute before the next, all in the past, and to each as many
	 * notes, tasks and calls as told. No event is sent. */
	addContacts(
		state: SandboxState,
		count: number,
		history?: HistoryPerContact,
	): Array<Readonly<ContactRecord>>;
}

/**
 * Everything that the sandbox knows. Reading the maps is free; records are frozen, so to change one, store a
 * changed copy (`state.updateContact(id, { … })`, `state.tasks.set(id, { ...task, … })`). What is changed from outside
 * of a request counts as made by hand.
 */
export class SandboxState extends Collections {
	readonly index = new ContactIndex();
	readonly clock = new Clock();
	readonly random: SeededRandom;
	readonly ids = new Ids();
	onChange?: () => void;
	onChanges?: ChangeListener;
	private silent = 0;
	/** Changes of the action that is under way. */
	private pending: Change[] | undefined;

	/** @param seed of the ids */
	constructor(
		private readonly seedData: SeedData,
		private readonly seed: number,
	) {
		super();
		this.random = new SeededRandom(seed);
		for (const [name, map] of Object.entries(this.collections())) {
			map.onChange = (before, after) => this.changed({ collection: name, before, after });
		}
		this.contacts.onChange = (before, after) => {
			if (before) this.index.remove(before);
			if (after) this.index.add(after);
			this.changed({ collection: 'contacts', before, after });
		};
		this.silently(() => seedData.fill(this));
	}

	get home(): Home {
		return this.seedData.home;
	}

	/** Runs an action whose changes belong together, such as a request. */
	together<T>(origin: Origin, action: () => T): T {
		if (this.pending) return action();
		const changes: Change[] = [];
		this.pending = changes;
		try {
			return action();
		} finally {
			this.pending = undefined;
			if (changes.length > 0) this.onChanges?.(changes, origin);
		}
	}

	/** Runs what is no event of the running system, such as filling it with history: `onChanges` is not told. */
	silently<T>(action: () => T): T {
		this.silent += 1;
		try {
			return action();
		} finally {
			this.silent -= 1;
		}
	}

	/** Back to the seed state; ids start over as well. */
	reset(): void {
		this.silently(() => {
			for (const map of Object.values(this.collections())) map.clear();
			this.ids.clear();
			this.random.position = this.seed;
			this.seedData.fill(this);
		});
	}

	newId(kind: IdKind): number {
		return this.ids.next(kind);
	}

	/** Stores a contact; whatever is left out is empty, and the times are now. Nothing is checked. */
	addContact(fields: Partial<ContactRecord>): Readonly<ContactRecord> {
		const ClientID = fields.ClientID ?? this.newId('client');
		const updatedAt = fields.updatedAt ?? this.clock.nextIso();
		const contact: ContactRecord = {
			...emptyContact(),
			addedAt: updatedAt,
			...fields,
			updatedAt,
			ClientID,
		};
		this.contacts.set(String(ClientID), contact);
		return contact;
	}

	/** Changes a stored contact and its time of update.
	 * @throws Error when there is no such contact */
	updateContact(clientId: number | string, changes: Partial<ContactRecord>): Readonly<ContactRecord> {
		const before = this.contacts.get(String(clientId));
		if (!before) throw new Error(`The sandbox has no contact ${clientId}`);
		const after: ContactRecord = { ...before, updatedAt: this.clock.nextIso(), ...changes };
		this.contacts.set(String(clientId), after);
		return after;
	}

	/**
	 * Merges two contacts, as a person does in Wise Agent: one is left, with the emails, phones and custom data of both. Of
	 * two entries with one key, that of the one that is left stays.
	 */
	mergeContacts(keptId: number | string, mergedId: number | string): void {
		const [kept, merged] = [this.contacts.get(String(keptId)), this.contacts.get(String(mergedId))];
		if (!kept || !merged) throw new Error(`The sandbox has no contacts ${keptId} and ${mergedId}`);
		const keys = this.customData.inGroup(String(keptId)).map(({ Key }) => Key.toLowerCase());
		const moved = this.customData
			.inGroup(String(mergedId))
			.filter(({ Key }) => !keys.includes(Key.toLowerCase()));
		this.removeContact(mergedId);
		for (const datum of moved) {
			this.customData.set(String(datum.ClientCustomID), { ...datum, ClientID: kept.ClientID });
		}
		this.updateContact(keptId, {
			mergedIds: [...kept.mergedIds, merged.ClientID, ...merged.mergedIds],
			otherEmails: [...kept.otherEmails, ...emailsOf(merged)],
			otherPhones: [...kept.otherPhones, ...phonesOf(merged)],
		});
	}

	/** Deletes a contact with all that belongs to it, of which the contact's own event is the only one. */
	removeContact(clientId: number | string): void {
		const id = String(clientId);
		this.silently(() => {
			const { customData, addresses, notes, tasks, calls, searchCriteria, visits } = this;
			for (const map of [customData, addresses, notes, tasks, calls, searchCriteria, visits]) {
				const owned = new Set<object>(map.inGroup(id));
				for (const [key, record] of [...map]) if (owned.has(record)) map.delete(key);
			}
		});
		this.contacts.delete(id);
	}

	/** Stores a note of a contact, or of a vendor where `owner` begins with V. Nothing is checked. */
	addNote(fields: Partial<NoteRecord> & { owner: string }): Readonly<NoteRecord> {
		const NoteID = fields.NoteID ?? this.newId('note');
		const note: NoteRecord = {
			Subject: '',
			Note: '',
			lockedAt: null,
			InsideTeamId: 0,
			Categories: [],
			...fields,
			notedAt: fields.notedAt ?? this.clock.nextIso(),
			NoteID,
		};
		this.notes.set(String(NoteID), note);
		return note;
	}

	/** Stores a task; of no contact unless told. Nothing is checked. */
	addTask(fields: Partial<TaskRecord>): Readonly<TaskRecord> {
		const TaskID = fields.TaskID ?? this.newId('task');
		const createdAt = fields.createdAt ?? this.clock.nextIso();
		const task: TaskRecord = {
			Description: 'Task',
			TaskNote: '',
			dueOn: null,
			Priority: 0,
			InsideTeamId: 0,
			EstimatedTime: 0,
			ContactID: '0',
			completedAt: null,
			modifiedAt: createdAt,
			...fields,
			createdAt,
			TaskID,
		};
		this.tasks.set(String(TaskID), task);
		return task;
	}

	/** Stores a call. Nothing is checked. */
	addCall(fields: Partial<CallRecord> & { ClientId: string }): Readonly<CallRecord> {
		const CallId = fields.CallId ?? this.newId('call');
		const call: CallRecord = {
			CallType: '',
			Reason: '',
			FlagImportant: false,
			InsideTeamId: 0,
			nextContactAt: null,
			completedAt: null,
			...fields,
			addedAt: fields.addedAt ?? this.clock.nextIso(),
			CallId,
		};
		this.calls.set(String(CallId), call);
		return call;
	}

	/** Adds plausible contacts and their history, as `SeedData` tells. */
	seedContacts(count: number, history?: HistoryPerContact): Array<Readonly<ContactRecord>> {
		return this.seedData.addContacts(this, count, history);
	}

	private changed(change: Change): void {
		this.onChange?.();
		if (this.silent > 0) return;
		if (this.pending) this.pending.push(change);
		else this.onChanges?.([change], 'manual');
	}
}
