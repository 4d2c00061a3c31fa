import { Clock } from '../../shared/clock';
import { SeededRandom } from '../../shared/random';
import { RecordMap } from '../../shared/recordMap';
import type { CalendarRecord } from '../calendar/records';
import { emptyAppointment, emptyContact } from './emptyRecords';
import type { Home } from './home';
import { IdentifierIndex } from './identifiers';
import type { RecordNamed, ResourceName } from '../resources';
import { KitMaps } from './kitMaps';
import type { AppRecord, CodeRecord, InstallRecord, RefreshTokenRecord } from '../oauth/records';
import type {
	AppointmentRecord,
	ContactRecord,
	CustomFieldRecord,
	FileRecord,
	LocationRecord,
	RecurringTaskRecord,
	TaskRecord,
	TokenRecord,
	UserRecord,
} from './records';
import type { SubmissionRecord } from '../submissions/kind';
import { SearchLag } from '../search/lag';
import { SearchIndex } from '../search/searchIndex';

type NewContact = Partial<ContactRecord> & { locationId: string };
type NewAppointment = Partial<AppointmentRecord> & { contactId: string; startTime: string };

/** Told of each change that a person or a program made; `before` and `after` are undefined for what did not or does
 * not exist. */
export type ChangeListener = (
	collection: string,
	before: Readonly<object> | undefined,
	after: Readonly<object> | undefined,
) => void;

/** What a store is filled with. Whoever starts the sandbox gives it. */
export interface SeedData {
	home: Home;
	/** Where an appointment is unless told. */
	calendarId: string;
	/** Fills an empty store. */
	fill(state: SandboxState, allowDuplicateContact: boolean): void;
	/** Adds `count` plausible contacts to a location. Each was added a minute before the next, all in the past, so
	 * searches see them at once. */
	addContacts(state: SandboxState, count: number, locationId?: string): Array<Readonly<ContactRecord>>;
	/** Adds opportunities, and contacts for them. */
	addOpportunities(state: SandboxState): Array<Readonly<RecordNamed<'opportunities'>>>;
	/** Adds records of an object that the location has defined. */
	addListings(state: SandboxState): Array<Readonly<RecordNamed<'objectRecords'>>>;
	/** Adds conversations with messages, and contacts for them. */
	addConversations(state: SandboxState): Array<Readonly<RecordNamed<'conversations'>>>;
	/** Fills in forms and surveys, and sends them. */
	addSubmissions(state: SandboxState): Array<Readonly<SubmissionRecord>>;
	/** Adds `count` locations, with the app installed in them unless told. */
	addLocations(
		state: SandboxState,
		count: number,
		options?: { installed?: boolean },
	): Array<Readonly<LocationRecord>>;
}

const HALF_HOUR_MS = 1_800_000;

/**
 * Everything that the sandbox knows. Reading the maps is free; records are frozen, so to change one, store a
 * changed copy (`state.updateContact(id, { … })`, `state.tasks.set(id, { ...task, … })`).
 */
export class SandboxState extends KitMaps {
	readonly locations = new RecordMap<LocationRecord>((location) => location.companyId);
	readonly contacts = new RecordMap<ContactRecord>((contact) => contact.locationId);
	readonly tasks = new RecordMap<TaskRecord>((task) => task.contactId);
	readonly appointments = new RecordMap<AppointmentRecord>((appointment) => appointment.contactId);
	readonly calendars = new RecordMap<CalendarRecord>((calendar) => calendar.locationId);
	readonly recurringTasks = new RecordMap<RecurringTaskRecord>((task) => task.locationId);
	readonly customFields = new RecordMap<CustomFieldRecord>((field) => field.locationId);
	readonly users = new RecordMap<UserRecord>((user) => user.companyId);
	readonly files = new RecordMap<FileRecord>((file) => file.ownerId);
	/** By the token itself. */
	readonly tokens = new RecordMap<TokenRecord>((token) => token.companyId);
	/** By client id. */
	readonly apps = new RecordMap<AppRecord>(() => '');
	readonly installs = new RecordMap<InstallRecord>((install) => install.companyId);
	readonly codes = new RecordMap<CodeRecord>((code) => code.clientId);
	/** By the token itself; used ones stay, so that a second use is known for what it is. */
	readonly refreshTokens = new RecordMap<RefreshTokenRecord>((token) => token.clientId);
	/** Ids of deleted contacts: bulk calls tell them from ids that never existed. */
	readonly deletedContacts = new Set<string>();

	readonly identifiers = new IdentifierIndex();
	/** How far the searches of contacts and of other kinds lag behind. */
	readonly lag: SearchLag;
	readonly search: SearchIndex;
	readonly clock = new Clock();
	readonly random: SeededRandom;
	/** Grows with every change. */
	revision = 0;
	onChange?: () => void;
	onRecord?: ChangeListener;
	private silent = 0;

	/** @param settings defaults that the seed state starts from */
	constructor(
		private readonly seedData: SeedData,
		private readonly settings: { seed: number; searchDelayMs: number; allowDuplicateContact: boolean },
	) {
		super();
		this.random = new SeededRandom(settings.seed);
		this.lag = new SearchLag(settings.searchDelayMs);
		this.search = new SearchIndex(this.lag);
		for (const [name, map] of Object.entries(this.collections())) {
			map.onChange = (before, after) => this.changed(name, before, after);
		}
		this.contacts.onChange = (before, after) => {
			if (before) this.identifiers.remove(before);
			if (after) this.identifiers.add(after);
			else if (before) this.deletedContacts.add(before.id);
			this.search.publish({ before, after });
			this.changed('contacts', before, after);
		};
		this.followSearched(this.lag, (name, before, after) => this.changed(name, before, after));
		seedData.fill(this, settings.allowDuplicateContact);
	}

	get home(): Home {
		return this.seedData.home;
	}

	/** Runs what is no event of the running system, such as filling it with history: `onRecord` is not told. */
	silently<T>(action: () => T): T {
		this.silent += 1;
		try {
			return action();
		} finally {
			this.silent -= 1;
		}
	}

	/** Back to the seed state; ids start over as well. */
	reset(allowDuplicateContact: boolean): void {
		this.silently(() => {
			for (const map of this.maps()) map.clear();
			this.deletedContacts.clear();
			this.lag.settle();
			this.random.position = this.settings.seed;
			this.seedData.fill(this, allowDuplicateContact);
		});
	}

	/** An id that is not in use. */
	newId(): string {
		return this.random.id();
	}

	/** Stores a contact; whatever is left out is empty, and the time stamps are now.
	 * Nothing is checked: a test may build what the API would refuse. */
	addContact(fields: NewContact): Readonly<ContactRecord> {
		const now = this.clock.nextIso();
		const contact: ContactRecord = {
			...emptyContact(),
			id: fields.id ?? this.newId(),
			dateAdded: now,
			dateUpdated: now,
			...fields,
		};
		this.contacts.set(contact.id, contact);
		return contact;
	}

	/** Changes a stored contact and its `dateUpdated`.
	 * @throws Error when there is no such contact */
	updateContact(id: string, changes: Partial<ContactRecord>): Readonly<ContactRecord> {
		const before = this.contacts.get(id);
		if (!before) throw new Error(`The sandbox has no contact ${id}`);
		const after: ContactRecord = { ...before, dateUpdated: this.clock.nextIso(), ...changes };
		this.contacts.set(id, after);
		return after;
	}

	/** Deletes a contact with its tasks, notes and appointments, of which the contact's own event is the only one. */
	removeContact(id: string): void {
		this.silently(() => {
			for (const { id: appointmentId } of this.appointments.inGroup(id))
				this.removeAppointment(appointmentId);
			for (const { id: taskId } of this.tasks.inGroup(id)) this.tasks.delete(taskId);
			this.removeOfContact(id);
		});
		this.contacts.delete(id);
	}

	/** Stores a record of a kind that the kit makes; whatever is left out is empty, and the time stamps are now.
	 * Nothing is checked: a test may build what the API would refuse. */
	add<Name extends ResourceName>(
		name: Name,
		fields: Partial<RecordNamed<Name>>,
	): Readonly<RecordNamed<Name>> {
		const now = this.clock.nextIso();
		return this.keep(name, { id: fields.id ?? this.newId(), ...fields }, now);
	}

	/** Changes a stored record of such a kind, and the time of its last change.
	 * @throws Error when there is no such record */
	change<Name extends ResourceName>(
		name: Name,
		id: string,
		changes: Partial<RecordNamed<Name>>,
	): Readonly<RecordNamed<Name>> {
		return this.rewrite(name, id, changes, this.clock.nextIso());
	}

	/** Stores an appointment of a stored contact, of half an hour unless told.
	 * @throws Error when there is no such contact */
	addAppointment(fields: NewAppointment): Readonly<AppointmentRecord> {
		const contact = this.contacts.get(fields.contactId);
		if (!contact) throw new Error(`The sandbox has no contact ${fields.contactId}`);
		const now = this.clock.nextIso();
		const appointment: AppointmentRecord = {
			...emptyAppointment(),
			id: fields.id ?? this.newId(),
			locationId: contact.locationId,
			calendarId: this.seedData.calendarId,
			endTime: new Date(Date.parse(fields.startTime) + HALF_HOUR_MS).toISOString(),
			dateAdded: now,
			dateUpdated: now,
			...fields,
		};
		this.appointments.set(appointment.id, appointment);
		return appointment;
	}

	/** Deletes an appointment with its notes. */
	removeAppointment(id: string): void {
		for (const note of this.appointmentNotes.inGroup(id)) this.appointmentNotes.delete(note.id);
		this.appointments.delete(id);
	}

	/** Runs what counts as done long ago: searches see it at once, and `onRecord` is not told. */
	asHistory<T>(action: () => T): T {
		const { delayMs } = this.lag;
		this.lag.delayMs = 0;
		try {
			return this.silently(action);
		} finally {
			this.lag.delayMs = delayMs;
		}
	}

	/** Adds plausible contacts, as `SeedData` tells; to the seed's own location unless told. */
	seedContacts(count: number, locationId?: string): Array<Readonly<ContactRecord>> {
		return this.seedData.addContacts(this, count, locationId);
	}

	/** Adds the seed's opportunities, as `SeedData` tells. */
	seedOpportunities(): Array<Readonly<RecordNamed<'opportunities'>>> {
		return this.seedData.addOpportunities(this);
	}

	/** Adds the seed's records of its own object, as `SeedData` tells. */
	seedListings(): Array<Readonly<RecordNamed<'objectRecords'>>> {
		return this.seedData.addListings(this);
	}

	/** Adds the seed's conversations, as `SeedData` tells. */
	seedConversations(): Array<Readonly<RecordNamed<'conversations'>>> {
		return this.seedData.addConversations(this);
	}

	/** Adds the seed's submissions of forms and surveys, as `SeedData` tells. */
	seedSubmissions(): Array<Readonly<SubmissionRecord>> {
		return this.seedData.addSubmissions(this);
	}

	/** Adds plausible locations, as `SeedData` tells. */
	seedLocations(count: number, options?: { installed?: boolean }): Array<Readonly<LocationRecord>> {
		return this.seedData.addLocations(this, count, options);
	}

	/** All maps, by the name they have in a state file. */
	maps(): Array<RecordMap<object>> {
		return Object.values(this.collections());
	}

	/** The maps by name. */
	collections(): Record<string, RecordMap<object>> {
		const { locations, contacts, tasks, appointments, customFields, users, files } = this;
		const { tokens, apps, installs, codes, refreshTokens, calendars, recurringTasks } = this;
		const named = {
			locations,
			contacts,
			tasks,
			appointments,
			customFields,
			users,
			files,
			tokens,
			apps,
			installs,
			codes,
			refreshTokens,
			calendars,
			recurringTasks,
			...this.kitMaps(),
		};
		return named as unknown as Record<string, RecordMap<object>>;
	}

	private changed(
		name: string,
		before: Readonly<object> | undefined,
		after: Readonly<object> | undefined,
	): void {
		this.revision += 1;
		this.onChange?.();
		if (this.silent === 0) this.onRecord?.(name, before, after);
	}
}
