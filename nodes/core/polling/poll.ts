import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { StoredState } from './pollState';
import { PollState } from './pollState';

/** What a poll has found. */
export interface Found {
	/** What to put out; an empty list starts no execution. */
	items: IDataObject[];
	/** The poll has stopped before the end, and leaves the rest to the next one. */
	hasMore: boolean;
}

/** What a process remembers of a node. It is gone when n8n is restarted. */
interface NodeMemory {
	isPolling: boolean;
	/** Whose records the last poll was about. */
	place?: string;
	/** The first and the last batch that this process has handed over. */
	batches?: { first: number; last: number };
	/** A poll of this process has come to the end of what there was. */
	isCaughtUp: boolean;
	/** What the very first poll has stored, until n8n gives it back. */
	beginning?: StoredState;
	/** Work that the next poll goes on with, by name. */
	unfinished: Map<string, unknown>;
}

const nodes = new Map<string, NodeMemory>();

/**
 * Polls for a node, one poll at a time: a second one that n8n begins meanwhile finds nothing. What the poll remembers
 * is stored when `work` has succeeded, at the same moment as its items are handed to n8n; when `work` throws, nothing
 * is changed.
 *
 * n8n saves what is stored beside the start of the execution, and only when there is one. When n8n is killed in
 * between, one of the two may be missing. So the first poll of a process takes the last batch back and finds it again,
 * and its items are marked `possibleRepeat`. Where n8n's durable poll cursors are switched on, both are saved in one
 * step, and none of this is needed.
 */
export async function runPoll(
	context: IPollFunctions,
	work: (poll: Poll) => Promise<Found>,
): Promise<INodeExecutionData[][] | null> {
	const key = `${context.getWorkflow().id}/${context.getNode().id}`;
	const memory = nodes.get(key) ?? { isPolling: false, isCaughtUp: false, unfinished: new Map() };
	nodes.set(key, memory);
	if (memory.isPolling) return null;
	memory.isPolling = true;
	try {
		const poll = new Poll(context, memory);
		return poll.finish(await work(poll));
	} finally {
		memory.isPolling = false;
	}
}

/** The name in the node's static data. */
const STORED = 'polling';

/** For versions of n8n that do not say how long a poll may take. */
const DEFAULT_BUDGET_MS = 5 * 60_000;

/** Activations that follow the start of a process, not a click. */
const STARTS: readonly unknown[] = ['init', 'leadershipChange'];

/** One poll of a node. */
export class Poll {
	private readonly halfAt: number;
	private readonly endsAt: number;
	private readonly staticData: IDataObject;
	private state: PollState | undefined;
	private mayRepeat = false;

	constructor(
		private readonly context: IPollFunctions,
		private readonly memory: NodeMemory,
	) {
		const budgetMs = context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS;
		this.halfAt = Date.now() + budgetMs / 2;
		this.endsAt = Date.now() + budgetMs;
		this.staticData = context.getWorkflowStaticData('node');
	}

	/** Half of the time is over: what may take long is to be left to the next poll. */
	get isHalfOver(): boolean {
		return Date.now() >= this.halfAt;
	}

	/** There is no time left but to finish. */
	get isLate(): boolean {
		return Date.now() >= this.endsAt;
	}

	/** Work that the next poll goes on with, by name; it is kept in this process alone, and begun anew in another. */
	get unfinished(): Map<string, unknown> {
		return this.memory.unfinished;
	}

	/** What earlier polls remember. @param place whose records it is about; what belongs to another is forgotten */
	begin(place: string): PollState {
		const { memory } = this;
		const stored = this.staticData[STORED] as unknown as StoredState | undefined;
		if (stored) memory.beginning = undefined;
		if (memory.place !== place) memory.unfinished.clear();
		memory.place = place;
		const state = new PollState(place, stored ?? memory.beginning);
		this.state = state;
		if (!state.isBegun && !STARTS.includes(this.context.getActivationMode())) memory.isCaughtUp = true;
		if (this.isSavedWithExecution) return state;
		const { first = Infinity, last = 0 } = memory.batches ?? {};
		if (state.batch < first) state.takeBackLastBatch();
		// Less than was handed over: n8n has thrown a batch away, or has saved older static data after the execution.
		this.mayRepeat = !memory.isCaughtUp || state.batch < last;
		return state;
	}

	/** Stores what is remembered, and gives n8n the items. */
	finish({ items, hasMore }: Found): INodeExecutionData[][] | null {
		const { memory, state } = this;
		if (!state) throw new Error('The poll has not begun');
		const handsOver = items.length > 0;
		const stored = state.toStored(handsOver, !this.isSavedWithExecution);
		this.staticData[STORED] = stored as unknown as IDataObject;
		// What a poll stores that n8n makes to try the trigger is lost when it finds nothing and cursors are durable.
		if (!state.isBegun && !handsOver) memory.beginning = stored;
		if (!hasMore) memory.isCaughtUp = true;
		if (!handsOver) return null;
		memory.batches = { first: memory.batches?.first ?? stored.batch, last: stored.batch };
		const mark = this.mayRepeat ? { possibleRepeat: true } : {};
		return [items.map((item) => ({ json: { ...item, ...mark } }))];
	}

	/**
	 * With durable cursors, n8n gives a plain copy of the static data and saves it together with the execution;
	 * otherwise the static data itself, in which it watches for changes. (n8n 2.41, trigger-execution-context.factory.)
	 */
	private get isSavedWithExecution(): boolean {
		return !('__dataChanged' in this.staticData);
	}
}
