import { RecordMap } from '../shared/recordMap';
import { SeededRandom } from '../shared/random';
import type { MovableClock } from './clock';
import type {
	ContactRecord,
	KeyRecord,
	MessageRecord,
	Product,
	RegistrationRecord,
	ScheduledRecord,
	TemplateRecord,
} from './records';

const DAY_MS = 86_400_000;

/** Whose sandbox it is, as webhooks, templates and lists name it. */
export interface Home {
	business: string;
	userId: string;
	/** Digits only. */
	businessNumber: string;
	/** What n8n connects with. */
	keys: Readonly<Record<Product, string>>;
	/** People whose names outgoing messages bear, by any keys. */
	teammates: Readonly<Record<string, string>>;
	/** The group that a bot may write to. */
	group: { id: string; name: string; session: string };
	/** X-Webhook-Signature of registrations that are signed. */
	signature: string;
	/** All constants of the seed, for other processes. */
	constants: object;
}

/** What a store is filled with. Whoever starts the sandbox gives it. */
export interface SeedData {
	home: Home;
	/** Fills an empty store, at the start and after a reset. */
	fill(state: WhatsAbleState): void;
}

/**
 * Everything that the sandbox knows. Reading the maps is free; records are frozen, so to change one, store a changed
 * copy (`state.updateContact(id, { … })`).
 */
export class WhatsAbleState {
	readonly keys = new Map<string, KeyRecord>();
	/** By `<product>/<phone>`. */
	readonly contacts = new RecordMap<ContactRecord>((contact) => contact.product);
	/** By wamid. */
	readonly messages = new RecordMap<MessageRecord>((message) => message.contactId);
	/** By `template_id`. */
	readonly templates = new RecordMap<TemplateRecord>((template) => template.name);
	readonly labels = new Set<string>();
	/** Phone numbers, with `+`, that the WhatsAble product may write to. */
	readonly whatsableNumbers = new Set<string>();
	readonly scheduled = new RecordMap<ScheduledRecord>((scheduled) => scheduled.contactId);
	readonly registrations = new RecordMap<RegistrationRecord>((registration) => registration.product);
	readonly random: SeededRandom;
	/** The latest running number that was given. */
	lastNumber = 1000;
	onChange?: () => void;

	constructor(
		readonly clock: MovableClock,
		private readonly seedNumber: number,
		private readonly seedData: SeedData,
	) {
		this.random = new SeededRandom(seedNumber);
		for (const map of Object.values(this.collections())) map.onChange = () => this.onChange?.();
		seedData.fill(this);
	}

	get home(): Home {
		return this.seedData.home;
	}

	/** Everything that changes record by record, by the name that it has in a state file. */
	collections(): Record<string, RecordMap<object>> {
		const { contacts, messages, templates, scheduled, registrations } = this;
		const named = { contacts, messages, templates, scheduled, registrations };
		return named as unknown as Record<string, RecordMap<object>>;
	}

	/** Back to the seed state; ids start over as well. */
	reset(): void {
		for (const map of Object.values(this.collections())) map.clear();
		for (const set of [this.keys, this.labels, this.whatsableNumbers]) set.clear();
		this.random.position = this.seedNumber;
		this.lastNumber = 1000;
		this.seedData.fill(this);
	}

	/** A running number that is not in use. */
	newNumber(): number {
		this.lastNumber += 1;
		return this.lastNumber;
	}

	/** An id as WhatsApp makes them: base64 of the number and of something unique, often with `=` at its end. */
	newMessageId(phone: string): string {
		const unique = this.random.hex(20).toUpperCase();
		return `wamid.${Buffer.from(`\x1c\x18\x0c${phone}\x15\x02\x00\x11\x18\x12${unique}\x00`).toString('base64')}`;
	}

	contact(product: Product, phone: string): Readonly<ContactRecord> | undefined {
		return this.contacts.get(contactId(product, phone));
	}

	/** The contact with this number, made now if there is none. */
	ensureContact(product: Product, phone: string): Readonly<ContactRecord> {
		return this.contact(product, phone) ?? this.addContact({ product, phone });
	}

	/** Stores a contact; whatever is left out is empty. Nothing is checked. */
	addContact(fields: Partial<ContactRecord> & { product: Product; phone: string }): Readonly<ContactRecord> {
		const contact: ContactRecord = {
			id: contactId(fields.product, fields.phone),
			isGroup: false,
			name: '',
			labels: [],
			note: '',
			noteAutomation: '',
			createdAtMs: this.clock.nowMs,
			lastIncomingAtMs: null,
			isOnWhatsApp: true,
			...fields,
		};
		this.contacts.set(contact.id, contact);
		return contact;
	}

	/** @throws Error when there is no such contact */
	updateContact(id: string, changes: Partial<ContactRecord>): Readonly<ContactRecord> {
		const before = this.contacts.get(id);
		if (!before) throw new Error(`The sandbox has no contact ${id}`);
		const after = { ...before, ...changes };
		this.contacts.set(id, after);
		return after;
	}

	/** @throws Error when there is no such message */
	updateMessage(id: string, changes: Partial<MessageRecord>): Readonly<MessageRecord> {
		const before = this.messages.get(id);
		if (!before) throw new Error(`The sandbox has no message ${id}`);
		const after = { ...before, ...changes };
		this.messages.set(id, after);
		return after;
	}

	/** When the 24 hours end in which a contact may be written to freely; null when they have not begun or are over. */
	windowEndsAtMs({ lastIncomingAtMs }: Readonly<ContactRecord>): number | null {
		if (lastIncomingAtMs === null) return null;
		const endsAtMs = lastIncomingAtMs + DAY_MS;
		return endsAtMs > this.clock.nowMs ? endsAtMs : null;
	}

	/** The messages of a contact, oldest first. */
	conversation(id: string): Array<Readonly<MessageRecord>> {
		return this.messages.inGroup(id);
	}

	/** The template with this id: the one that sends take, or the running number. */
	template(id: string): Readonly<TemplateRecord> | undefined {
		return (
			this.templates.get(id) ?? [...this.templates.values()].find((template) => String(template.id) === id)
		);
	}
}

export function contactId(product: Product, phone: string): string {
	return `${product}/${phone}`;
}
