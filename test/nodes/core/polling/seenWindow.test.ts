import { Part } from '../../../../nodes/core/polling/part';
import type { WindowHead } from '../../../../nodes/core/polling/seenWindow';
import { SeenWindow } from '../../../../nodes/core/polling/seenWindow';
import { seededRandom } from '../../../support/fakeClock';

const LAG_MS = 10_000;
const PAGE_SIZE = 5;

/** One state of a record, in a search that shows it some time after it was written. */
interface State {
	id: string;
	changedAt: number;
	addedAt: number;
	content: string;
	visibleAt: number;
}

/** A service with a search that lags behind, whose clock differs from ours by a year. */
class Service {
	readonly states: State[] = [];
	private readonly ahead = 31_536_000_000;

	constructor(
		private readonly random: () => number,
		private readonly lagMs: number,
	) {}

	/** Writes a record at a moment of our clock; its time lies a little before that, and is often that of others. */
	write(id: string, at: number): void {
		const stampLag = Math.floor(this.random() * this.lagMs * 0.4);
		const changedAt = Math.floor((at + this.ahead - stampLag) / 500) * 500;
		const earlier = this.states.filter((state) => state.id === id);
		this.states.push({
			id,
			changedAt: Math.max(changedAt, ...earlier.map((state) => state.changedAt)),
			addedAt: earlier[0]?.addedAt ?? changedAt,
			content: String(this.states.length),
			visibleAt: Math.max(
				at + Math.floor(this.random() * (this.lagMs * 0.5)),
				...earlier.map((state) => state.visibleAt),
			),
		});
	}

	/** What a search shows at a moment: the latest visible state of each record, in the order of their changes. */
	shown(at: number): State[] {
		const latest = new Map<string, State>();
		for (const state of this.states) if (state.visibleAt <= at) latest.set(state.id, state);
		return [...latest.values()].sort((a, b) => a.changedAt - b.changedAt || (a.id < b.id ? -1 : 1));
	}

	newest(at: number): number {
		return Math.max(0, ...this.shown(at).map(({ changedAt }) => changedAt));
	}
}

/** Polls a service while records are written; answers all that was seen as new. */
function simulate(seed: number, serviceLagMs: number, stopsEarly: boolean) {
	const random = seededRandom(seed);
	const service = new Service(random, serviceLagMs);
	let now = 1_800_000_000_000;
	let writeNext = now;
	let records = 0;
	const passTime = (ms: number) => {
		for (const end = now + ms; now < end; now = Math.min(end, Math.max(now + 1, writeNext))) {
			if (now < writeNext) continue;
			const isNew = records === 0 || random() < 0.3;
			service.write(`r${isNew ? records++ : Math.floor(random() * records)}`, now);
			// Now and then there is silence for longer than the lag.
			writeNext = now + (random() < 0.02 ? 3 * LAG_MS : Math.floor(random() * 900));
		}
	};

	let part = new Part<WindowHead>();
	const first = new SeenWindow(part, LAG_MS);
	first.begin(0, 0, now);
	const seen: Array<{ state: State; as: string }> = [];
	const poll = () => {
		part = new Part<WindowHead>(JSON.parse(JSON.stringify(part.toStored())) as ReturnType<Part['toStored']>);
		const window = new SeenWindow(part, LAG_MS);
		const startedAt = now;
		const found: typeof seen = [];
		let after: State | undefined;
		const fails = random() < 0.15;
		for (;;) {
			const shown = service.shown(now).filter(({ changedAt }) => changedAt >= window.since);
			const rest = shown.filter((state) => !after || isBehind(state, after));
			const page = rest.slice(0, PAGE_SIZE);
			for (const state of page) {
				const as = window.see(state);
				if (as) found.push({ state, as });
			}
			after = page[page.length - 1] ?? after;
			passTime(Math.floor(random() * 400));
			if (fails && random() < 0.3) {
				// What a poll that fails has changed is not stored.
				part = new Part<WindowHead>(before);
				return;
			}
			if (page.length < PAGE_SIZE) break;
			if (stopsEarly && found.length > 0 && random() < 0.3 && after) {
				const stopped = { changedAt: after.changedAt, newest: service.newest(now) };
				window.advance({ startedAt, endedAt: now, stopped });
				seen.push(...found);
				return;
			}
		}
		window.advance({ startedAt, endedAt: now });
		seen.push(...found);
	};
	let before = part.toStored();
	for (let count = 0; count < 60; count++) {
		before = JSON.parse(JSON.stringify(part.toStored())) as ReturnType<Part['toStored']>;
		poll();
		passTime(Math.floor(random() * 6_000));
	}
	writeNext = Infinity;
	for (let count = 0; count < 400; count++) {
		now += LAG_MS / 4;
		before = JSON.parse(JSON.stringify(part.toStored())) as ReturnType<Part['toStored']>;
		poll();
	}
	return { service, seen, head: part.head, marks: part.marks.size };
}

function isBehind(state: State, after: State): boolean {
	return state.changedAt > after.changedAt || (state.changedAt === after.changedAt && state.id > after.id);
}

function faults({ service, seen }: ReturnType<typeof simulate>) {
	const last = new Map(service.states.map((state) => [state.id, state]));
	const lastSeen = new Map(seen.map(({ state }) => [state.id, state]));
	const contents = seen.map(({ state }) => state.content);
	const added = seen.filter(({ as }) => as === 'added').map(({ state }) => state.id);
	return {
		missing: [...last].filter(([id, state]) => lastSeen.get(id)?.content !== state.content).length,
		twice: contents.length - new Set(contents).size,
		addedTwice: added.length - new Set(added).size,
		neverAdded: [...last.keys()].filter((id) => !added.includes(id)).length,
	};
}

const NONE = { missing: 0, twice: 0, addedTwice: 0, neverAdded: 0 };
const seeds = Array.from({ length: 25 }, (_, seed) => [seed + 1]);

test.each(seeds)('each change is seen once, whatever the search does within its lag (%i)', (seed) => {
	const result = simulate(seed, LAG_MS, false);
	expect(result.seen.length).toBeGreaterThan(100);
	expect(faults(result)).toEqual(NONE);
});

test.each(seeds)('so it is when readings stop before the end (%i)', (seed) => {
	expect(faults(simulate(seed, LAG_MS, true))).toEqual(NONE);
});

test('when the search has caught up, nothing is asked for again and nothing is remembered', () => {
	const { head, marks, service } = simulate(7, LAG_MS, false);
	expect(head?.since).toBe(service.newest(Infinity) + 1);
	expect(marks).toBe(0);
});

test('a search that lags for longer than the window loses changes, which is what the window is for', () => {
	const results = seeds.map(([seed = 0]) => faults(simulate(seed, 4 * LAG_MS, false)).missing);
	expect(Math.max(...results)).toBeGreaterThan(0);
});

test('a reading that takes long asks again for all that did not show when it began', () => {
	const window = new SeenWindow(new Part<WindowHead>(), LAG_MS);
	window.begin(0, 0, 0);
	window.see({ id: 'a', changedAt: 60_000, addedAt: 0, content: 'x' });
	window.advance({ startedAt: 0, endedAt: 60_000 });
	// Was changed at 1,000, and showed when that part of the search had been read.
	expect(window.since).toBeLessThanOrEqual(1_000);
});

test('an older state that shows up after a newer one is not new', () => {
	const window = new SeenWindow(new Part<WindowHead>(), LAG_MS);
	window.begin(0, 0, 0);
	const state = { id: 'a', addedAt: 0, content: 'x' };
	expect(window.see({ ...state, changedAt: 2_000 })).toBe('added');
	expect(window.see({ ...state, changedAt: 1_000, content: 'older' })).toBeUndefined();
	expect(window.see({ ...state, changedAt: 2_000, content: 'other' })).toBe('changed');
});

describe('aspects of a record', () => {
	const stage = (state: string, changedAt?: number) => [{ name: 'stage', state, changedAt }];
	const seen = (changedAt: number | undefined, state: string, at?: number) => ({
		id: 'a',
		changedAt,
		addedAt: 0,
		content: `${changedAt} ${state}`,
		aspects: stage(state, at),
	});

	function begun(): SeenWindow {
		const window = new SeenWindow(new Part<WindowHead>(), LAG_MS);
		window.begin(1_000, 1_000, 1_000);
		return window;
	}

	test('of a record of which nothing is known, one has changed when its time says so', () => {
		expect(begun().changedAspects(seen(2_000, 'x', 2_000))).toEqual(['stage']);
		expect(begun().changedAspects(seen(2_000, 'x', 999))).toEqual([]);
		expect(begun().changedAspects(seen(2_000, 'x'))).toEqual([]);
	});

	test('of one that was seen, when it differs from then, whatever its time says', () => {
		const window = begun();
		window.see(seen(2_000, 'x', 500));
		expect(window.changedAspects(seen(2_000, 'y', 2_000))).toEqual(['stage']);
		expect(window.changedAspects(seen(3_000, 'x', 3_000))).toEqual([]);
		window.see(seen(2_000, 'y', 2_000));
		expect(window.changedAspects(seen(3_000, 'x', 3_000))).toEqual(['stage']);
	});
});

test('a record without a time of change is returned when its content differs, and not again when all is moved on', () => {
	const window = new SeenWindow(new Part<WindowHead>(), LAG_MS);
	window.begin(1_000, 1_000, 1_000);
	const untimed = (content: string) => ({ id: 'a', changedAt: undefined, addedAt: undefined, content });
	expect(window.see(untimed('x'))).toBe('added');
	window.see({ id: 'b', changedAt: 5_000, addedAt: 0, content: '' });
	window.advance({ startedAt: 100_000, endedAt: 100_000 });
	window.advance({ startedAt: 200_000, endedAt: 200_000 });
	expect(window.see(untimed('x'))).toBeUndefined();
	expect(window.see(untimed('y'))).toBe('changed');
});
