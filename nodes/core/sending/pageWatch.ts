import { Failure } from '../failure';
import { ownValue } from '../values/ownValue';

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

/** Of so many full pages in a row together, no more new records than this part are none: the list goes round. */
const ROUND = { pages: 5, part: 0.1 };

/**
 * Looks at the pages of one reading and says whether there is a further one. Ends the reading when the service gives
 * what it gave before: without that, a reading of all would never end, and a part would pass for the whole.
 */
export class PageWatch {
	private readonly met = new Set<unknown>();
	private readonly cursors = new Set<string>();
	private stale = 0;
	/** Of the last full pages, how many records they had and how many of these were new. */
	private readonly latest: Array<{ size: number; fresh: number }> = [];

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
		if (
			this.stale > patience ||
			this.goesRound(keys.length, this.met.size - known) ||
			(place !== undefined && this.cursors.has(place))
		) {
			throw repeatedPage(this.of, `after ${this.met.size} records, it returned nothing new`);
		}
		if (place !== undefined) this.cursors.add(place);
		return true;
	}

	private goesRound(size: number, fresh: number): boolean {
		this.latest.push({ size, fresh });
		if (this.latest.length > ROUND.pages) this.latest.shift();
		const sum = (name: 'size' | 'fresh') => this.latest.reduce((total, page) => total + page[name], 0);
		return this.latest.length === ROUND.pages && sum('fresh') <= sum('size') * ROUND.part;
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

/** Names of fields that hold an id: `contactId`, `user_id`, `ID`, `uuid`, `fieldKey`. */
const OF_IDS = /(?:^|[a-z0-9_-])I[dD]$|(?:^|[_-])(?:id|key)$|[a-z]Key$|uuid$/;

/** A number, or a time: such values differ from one answer to the next though the record is the same. */
const CHANGING = /^[\d\s.,:+TZ/-]+$/;

/**
 * What tells the records of a page from others: their id; where they have none, another field that holds an id and
 * tells them apart; else their content, without numbers and times where they differ without these.
 *
 * @param id the name of the field that holds the id
 */
export function keysOf(page: object[], id?: string): unknown[] {
	const records = page as Array<Record<string, unknown>>;
	const valuesOf = (name: string) => records.map((record) => ownValue(record, name));
	const ids = records.map((record) => (id ? ownValue(record, id) : (record.id ?? record._id)));
	if (ids.every((value) => value !== undefined && value !== null)) return ids;
	const names = Object.keys(records[0] ?? {}).filter((name) => OF_IDS.test(name));
	const others = [...names.map(valuesOf), records.map(lastingPart)];
	return others.find(tellsApart) ?? records.map((record) => JSON.stringify(record));
}

function tellsApart(values: unknown[]): boolean {
	const isGiven = values.every(
		(value) => (typeof value === 'string' || typeof value === 'number') && value !== '',
	);
	return isGiven && values.length > 1 && new Set(values).size === values.length;
}

function lastingPart(record: object): string {
	return JSON.stringify(record, (_, value: unknown) =>
		typeof value === 'number' || (typeof value === 'string' && CHANGING.test(value)) ? undefined : value,
	);
}
