import { Clock } from '../shared/clock';
import { SeededRandom } from '../shared/random';
import { RecordMap } from '../shared/record-map';
import { ContactIndex } from './contact-index';
import { emptyContact } from './empty-records';
import type {
	AccessTokenRecord,
	AppRecord,
	CategoryRecord,
	CodeRecord,
	ContactRecord,
	CustomDataRecord,
	OutsideMemberRecord,
	RefreshTokenRecord,
	SourceRecord,
	TeamMemberRecord,
} from './records';
import { seed } from './seed';

/** Told of each change that the API or a person made; `before` and `after` are undefined for what did not or does
 * not exist. */
export type ChangeListener = (
	collection: string,
	before: Readonly<object> | undefined,
	after: Readonly<object> | undefined,
) => void;

/** First ids of each kind, apart enough that none is taken for another. */
const FIRST_IDS = { client: 1_854_784, custom: 115_468, category: 10_851, source: 231 };
type IdKind = keyof typeof FIRST_IDS;

/**
 * Everything that the sandbox knows. Reading the maps is free; records are frozen, so to change one, store a
 * changed copy. Keys are the ids as text.
 */
export class SandboxState {
	readonly contacts = new RecordMap<ContactRecord>(() => '');
	readonly customData = new RecordMap<CustomDataRecord>(({ ClientID }) => String(ClientID));
	readonly categories = new RecordMap<CategoryRecord>(() => '');
	readonly sources = new RecordMap<SourceRecord>(() => '');
	readonly team = new RecordMap<TeamMemberRecord>(() => '');
	/** By e-mail address. */
	readonly outsideTeam = new RecordMap<OutsideMemberRecord>(() => '');
	/** By client id. */
	readonly apps = new RecordMap<AppRecord>(() => '');
	readonly codes = new RecordMap<CodeRecord>(({ grantId }) => grantId);
	/** By the token itself. */
	readonly accessTokens = new RecordMap<AccessTokenRecord>(({ grantId }) => grantId);
	/** By the token itself; used ones stay, so that a second use is known for what it is. */
	readonly refreshTokens = new RecordMap<RefreshTokenRecord>(({ grantId }) => grantId);

	readonly index = new ContactIndex();
	readonly clock = new Clock();
	readonly random: SeededRandom;
	/** The last id of each kind that was given out. */
	lastIds: Record<IdKind, number> = { ...FIRST_IDS };
	onChange?: () => void;
	onRecord?: ChangeListener;
	private silent = 0;

	constructor(private readonly options: { seed: number; empty: boolean }) {
		this.random = new SeededRandom(options.seed);
		for (const [name, map] of Object.entries(this.collections())) {
			map.onChange = (before, after) => this.changed(name, before, after);
		}
		this.contacts.onChange = (before, after) => {
			if (before) this.index.remove(before);
			if (after) this.index.add(after);
			this.changed('contacts', before, after);
		};
		this.silently(() => seed(this, options.empty));
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
	reset(): void {
		this.silently(() => {
			for (const map of Object.values(this.collections())) map.clear();
			this.lastIds = { ...FIRST_IDS };
			this.random.position = this.options.seed;
			seed(this, this.options.empty);
		});
	}

	newId(kind: IdKind): number {
		this.lastIds[kind] += 1;
		return this.lastIds[kind];
	}

	/** Stores a contact; whatever is left out is empty, and the times are now. Nothing is checked. */
	addContact(fields: Partial<ContactRecord>): Readonly<ContactRecord> {
		const now = this.clock.nextIso();
		const ClientID = fields.ClientID ?? this.newId('client');
		const contact: ContactRecord = {
			...emptyContact(),
			addedAt: now,
			updatedAt: now,
			...fields,
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

	/** The maps by the name that they have in a state file. */
	collections(): Record<string, RecordMap<object>> {
		const { contacts, customData, categories, sources, team, outsideTeam } = this;
		const { apps, codes, accessTokens, refreshTokens } = this;
		const named = {
			contacts,
			customData,
			categories,
			sources,
			team,
			outsideTeam,
			apps,
			codes,
			accessTokens,
			refreshTokens,
		};
		return named as unknown as Record<string, RecordMap<object>>;
	}

	private changed(
		name: string,
		before: Readonly<object> | undefined,
		after: Readonly<object> | undefined,
	): void {
		this.onChange?.();
		if (this.silent === 0) this.onRecord?.(name, before, after);
	}
}
