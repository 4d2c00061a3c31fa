import { Failure } from './failure';

/** Whose pages are read, for the text of the failure. */
export interface PagesOf {
	/** "HighLevel" */
	service: string;
	/** What an operator can do about it; the rest is told anyway. */
	remedy?: string;
	/** So many full pages in a row may bring nothing new. */
	patience?: number;
}

/** Records that are added meanwhile may push a whole page back to the next one, but not twice in a row. */
const PATIENCE = 1;

/**
 * Looks at the pages of one reading and says whether there is a further one. Ends the reading when the service gives
 * what it gave before: without that, a reading of all would never end, and a part would pass for the whole.
 */
export class PageWatch {
	private readonly met = new Set<unknown>();
	private readonly cursors = new Set<string>();
	private stale = 0;

	constructor(private readonly of: PagesOf) {}

	/**
	 * Whether a further page is to be asked for. Throws a `Failure` when the service repeats itself.
	 *
	 * @param keys what tells the records of the page that was read from others
	 * @param asked the page size
	 * @param cursor by which the next page would be asked for, where the service gives one
	 */
	goesOn(keys: unknown[], asked: number, cursor?: unknown): boolean {
		if (keys.length < asked) return false;
		const known = this.met.size;
		for (const key of keys) this.met.add(key);
		const isStale = this.met.size === known;
		// A list that comes whole, however much of it is asked for.
		if (isStale && keys.length > asked) return false;
		this.stale = isStale ? this.stale + 1 : 0;
		const place = cursor === undefined ? undefined : JSON.stringify(cursor);
		const { patience = PATIENCE } = this.of;
		if (this.stale > patience || (place !== undefined && this.cursors.has(place))) {
			throw repeatedPage(this.of, `after ${this.met.size} records, it returned nothing new`);
		}
		if (place !== undefined) this.cursors.add(place);
		return true;
	}
}

/** @param what was noticed */
export function repeatedPage({ service, remedy }: PagesOf, what: string): Failure {
	return new Failure(
		`${service} returns the same page again: ${what}`,
		`Nothing was returned, because the list would not be complete. ${remedy ?? REMEDY}`,
	);
}

const REMEDY =
	'Try again later. If it happens again, check the Base URL in the credential: a proxy there may drop which page is asked for. Reading the first records with a Limit still works.';

/** What tells a record from others: its id, or its content where it has none. */
export function keyOf(record: { id?: unknown; _id?: unknown }): unknown {
	return record.id ?? record._id ?? JSON.stringify(record);
}
