import type { Identifier } from '../state/identifiers';
import { IdentifierIndex } from '../state/identifiers';
import type { ContactRecord } from '../state/records';
import type { SearchLag } from './lag';

/** A contact as the search knows it, with the values that searches compare computed once. */
export interface SearchDocument {
	id: string;
	contact: Readonly<ContactRecord>;
	addedMs: number;
	updatedMs: number;
	firstName: string | null;
	lastName: string | null;
	/** What a free-text query looks at. */
	text: string;
}

const CACHED_RESULTS = 16;

/** A contact before and after it was written; undefined where it did not or does not exist. */
interface Write {
	before: Readonly<ContactRecord> | undefined;
	after: Readonly<ContactRecord> | undefined;
}

/**
 * The contacts as searches see them: a copy of the store that may lag behind it, as HighLevel's search does
 * (it is documented as eventually consistent, with updates taking seconds to show).
 */
export class SearchIndex {
	/** By location, then by id. */
	private readonly documents = new Map<string, Map<string, SearchDocument>>();
	private readonly identifiers = new IdentifierIndex();
	private version = 0;
	private cache = new Map<string, unknown>();
	private cachedVersion = 0;

	constructor(private readonly lag: SearchLag) {}

	/** Takes note of a write. */
	publish(write: Write): void {
		this.lag.publish(() => this.apply(write));
	}

	/** All visible contacts of a location, in no particular order. */
	all(locationId: string): SearchDocument[] {
		this.lag.refresh();
		return [...(this.documents.get(locationId)?.values() ?? [])];
	}

	/** The result of `compute`, kept until something else becomes visible: pages of one search share its work. */
	cached<T>(key: string, compute: () => T): T {
		this.lag.refresh();
		if (this.cachedVersion !== this.version || this.cache.size >= CACHED_RESULTS) this.cache.clear();
		this.cachedVersion = this.version;
		if (!this.cache.has(key)) this.cache.set(key, compute());
		return this.cache.get(key) as T;
	}

	/** The first visible contact with this e-mail address or phone number (E.164). */
	findByIdentifier(locationId: string, identifier: Identifier, value: string): SearchDocument | undefined {
		this.lag.refresh();
		const id = this.identifiers.find(locationId, identifier, value)[0];
		return id === undefined ? undefined : this.documents.get(locationId)?.get(id);
	}

	private apply({ before, after }: Write): void {
		if (before) {
			this.identifiers.remove(before);
			this.documents.get(before.locationId)?.delete(before.id);
		}
		if (after) {
			this.identifiers.add(after);
			const ofLocation = this.documents.get(after.locationId);
			if (ofLocation) ofLocation.set(after.id, toDocument(after));
			else this.documents.set(after.locationId, new Map([[after.id, toDocument(after)]]));
		}
		this.version += 1;
	}
}

function toDocument(contact: Readonly<ContactRecord>): SearchDocument {
	const firstName = contact.firstName?.toLowerCase() ?? null;
	const lastName = contact.lastName?.toLowerCase() ?? null;
	const searchable = [
		[firstName, lastName].filter(Boolean).join(' '),
		contact.email,
		...contact.additionalEmails,
		contact.phone,
		...contact.additionalPhones,
		contact.companyName,
		...contact.tags,
	];
	return {
		id: contact.id,
		contact,
		addedMs: Date.parse(contact.dateAdded),
		updatedMs: Date.parse(contact.dateUpdated),
		firstName,
		lastName,
		text: searchable.filter(Boolean).join('\n').toLowerCase(),
	};
}
