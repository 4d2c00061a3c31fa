import type { Part } from './part';
import { shortHash } from '../values/shortHash';

/** Times are the service's own, in ms since 1970, except `movedAt`. */
export interface WindowHead {
	/** Records that changed before this are done with; the next poll asks from here on. */
	since: number;
	/** Records that were created before this were seen once. Behind `since` as long as readings stop before the end. */
	addedSince: number;
	/** The latest change that was seen. */
	newest: number;
	/** When `newest` was first seen, by this machine's clock; good only for spans of that clock. */
	movedAt: number;
}

/** Something about a record that has an event of its own, such as its stage. */
export interface Aspect {
	name: string;
	/** Tells two states of it apart; it changes whenever the aspect does, even if that is undone later. */
	state: string;
	/** When it changed last, by the service's clock; `undefined` where that cannot be read. */
	changedAt: number | undefined;
}

/** A record as a search shows it. */
export interface SeenRecord {
	id: string;
	/**
	 * When it changed last; `undefined` where that cannot be read: it then counts as changed when its content differs
	 * from what was seen, however long ago that was.
	 */
	changedAt: number | undefined;
	/** When it was created; `undefined` where that cannot be read: then it is new when nothing is known of it. */
	addedAt: number | undefined;
	/** Tells two states of it apart that carry the same time. */
	content: string;
	/** Always the same ones, in the same order. */
	aspects?: Aspect[];
}

/** A reading of everything from `since` on, by this machine's clock. */
export interface Reading {
	startedAt: number;
	endedAt: number;
	/** Of a reading that stopped before the end: the last change that it read, and the latest that there is. */
	stopped?: { changedAt: number; newest: number };
}

/**
 * Finds what has changed by the time of change, in a search that may lag behind and that gives many records the same
 * time. It asks again for the last `lagMs` before the newest change, and knows the records there that it has seen
 * already, so that none is missed and none comes twice. When nothing has changed for that long, the search has caught
 * up, and nothing is asked for again.
 *
 * Times of the service are compared with each other only, and of this machine's clock only spans are used: the two
 * may differ by any amount.
 */
export class SeenWindow {
	private newest: number;

	constructor(
		private readonly part: Part<WindowHead>,
		private readonly lagMs: number,
	) {
		this.newest = part.head?.newest ?? 0;
	}

	get isBegun(): boolean {
		return this.part.head !== undefined;
	}

	/** The next reading asks for records that changed at this time or later. */
	get since(): number {
		return this.part.head?.since ?? 0;
	}

	/**
	 * @param since records that changed before this are of no interest
	 * @param newest the latest change that there is
	 * @param now this machine's clock
	 */
	begin(since: number, newest: number, now: number): void {
		this.newest = newest;
		this.part.head = { since, addedSince: since, newest, movedAt: now };
		this.part.confirm();
	}

	/**
	 * The aspects that differ from what was seen of the record; where nothing is known of it, because that was long ago,
	 * those that have changed since. To be asked for before the record is seen.
	 */
	changedAspects({ id, aspects = [] }: SeenRecord): string[] {
		const mark = this.part.marks.get(shortHash(id));
		const [, ...known] = mark?.split(ASPECT) ?? [];
		return aspects
			.filter((aspect, place) =>
				mark === undefined
					? aspect.changedAt !== undefined && aspect.changedAt >= this.since
					: known[place] !== aspectMark(aspect),
			)
			.map(({ name }) => name);
	}

	/** What is new about a record; `undefined` when it was seen as it is. */
	see({ id, changedAt, addedAt, content, aspects = [] }: SeenRecord): 'added' | 'changed' | undefined {
		const { marks } = this.part;
		const key = shortHash(id);
		const mark = marks.get(key);
		const contentMark = shortHash(content, CONTENT_LENGTH);
		const seenAt = mark === undefined ? -Infinity : timeOf(mark);
		const isSame = mark?.startsWith(contentMark) ?? false;
		const isOfSameTime = changedAt === seenAt || changedAt === undefined || Number.isNaN(seenAt);
		// A search that answers from several copies of its data may show an older state after a newer one.
		if ((isSame && isOfSameTime) || (changedAt ?? Infinity) < seenAt) return undefined;
		const time = changedAt?.toString(36) ?? NO_TIME;
		marks.set(key, [`${contentMark}${time}`, ...aspects.map(aspectMark)].join(ASPECT));
		this.newest = Math.max(this.newest, changedAt ?? 0);
		const isNew = addedAt === undefined || addedAt >= (this.part.head?.addedSince ?? 0);
		return mark === undefined && isNew ? 'added' : 'changed';
	}

	/** Moves on, after a reading of which every record was seen. */
	advance({ startedAt, endedAt, stopped }: Reading): void {
		const { head } = this.part;
		if (!head) throw new Error('The window has not begun');
		const moved = this.newest > head.newest;
		// What does not show yet was changed at most `lagMs` before the reading began, and that was not earlier than the
		// newest change at its end, less the time that it took.
		const shown = (stopped?.newest ?? this.newest) - Math.max(endedAt - startedAt, 0) - this.lagMs;
		const isSettled = !stopped && !moved && startedAt - head.movedAt >= this.lagMs;
		const done = isSettled ? this.newest + 1 : Math.min(shown, stopped?.changedAt ?? Infinity);
		const since = Math.max(head.since, done);
		if (since === head.since && !moved && (stopped || head.addedSince === since)) return;
		const addedSince = stopped ? head.addedSince : since;
		this.part.head = { since, addedSince, newest: this.newest, movedAt: moved ? endedAt : head.movedAt };
		// A record that was created since is known by its mark alone.
		if (stopped) return;
		for (const [key, mark] of this.part.marks.list()) {
			if (timeOf(mark) < since) this.part.marks.delete(key);
		}
	}
}

const CONTENT_LENGTH = 4;

/** Before each aspect in a mark. */
const ASPECT = '.';

function aspectMark({ state }: Aspect): string {
	return shortHash(state, CONTENT_LENGTH);
}

const NO_TIME = '~';

/** In ms since 1970; `NaN` in the mark of a record without a time, which is kept. */
function timeOf(mark: string): number {
	return parseInt(mark.slice(CONTENT_LENGTH), 36);
}
