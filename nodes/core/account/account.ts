import { systemClock } from '../wait';
import { lastDigitsOf } from '../values/phones';
import { KeyedQueue } from './keyedQueue';
import type { Pace } from './pace';
import { RequestBudget } from './requestBudget';
import { Secrets } from './masking';

/** So many records are known to be created here; of more, the oldest is forgotten. */
const CREATED_KEPT = 10_000;

/** Something that a service keeps for an account, beside what every account has. */
export interface Memory<T> {
	/** As a list of what is kept calls it: "labels". */
	name: string;
	create: () => T;
}

/**
 * All that this process knows about one account of a service and shares among its executions: the request budget, what
 * happens one after the other, what was created here, what must not be shown, and what is remembered. Nothing survives
 * the process.
 */
export class Account {
	/** What the credentials of this account hold that nobody may read. */
	readonly secrets = new Secrets();
	private readonly budgets = new Map<string, RequestBudget>();
	private readonly writes = new KeyedQueue();
	private readonly records = new KeyedQueue();
	private readonly people = new KeyedQueue();
	private readonly creations = new KeyedQueue();
	private readonly created = new Set<string>();
	private readonly memories = new Map<Memory<unknown>, unknown>();
	private clockAheadMs = 0;

	/** @param key names the account among those of its service; holds no secret */
	constructor(
		readonly key: string,
		readonly pace: Pace,
	) {}

	/** @param application where the service counts the requests of each one for itself; no secret */
	budget(application = ''): RequestBudget {
		let budget = this.budgets.get(application);
		if (!budget) {
			budget = new RequestBudget(this.pace.rateLimit);
			this.budgets.set(application, budget);
		}
		return budget;
	}

	/** Runs one write to a record after those that were asked for earlier. Throws `Cancelled`. */
	async inOrder<T>(record: string, write: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		return await this.writes.run([record], write, signal);
	}

	/** Reading, comparing and writing one record is one step: runs `work` when nothing else is at this record. */
	async alone<T>(record: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		return await this.records.run([record], work, signal);
	}

	/**
	 * Runs `work` when nothing that was begun earlier for a person with one of these emails or phones is under way, so that
	 * the second of two items finds what the first one created.
	 */
	async forPerson<T>(
		{ emails = [], phones = [] }: { emails?: string[]; phones?: string[] },
		work: () => Promise<T>,
		signal?: AbortSignal,
	): Promise<T> {
		// Different ways of writing a phone end in the same digits; a needless wait does no harm.
		const keys = [
			...emails.map((email) => `email/${email.toLowerCase()}`),
			...phones.map((phone) => `phone/${lastDigitsOf(phone)}`),
		];
		return await this.people.run(keys, work, signal);
	}

	/** Creations that have one of these names in common wait for each other. */
	async creating<T>(among: string[], create: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		return await this.creations.run(among, create, signal);
	}

	/** Whether this process has created the record itself, and got the answer. */
	hasCreated(record: string): boolean {
		return this.created.has(record);
	}

	keepCreated(records: string[]): void {
		for (const record of records) this.created.add(record);
		for (const oldest of this.created) {
			if (this.created.size <= CREATED_KEPT) break;
			this.created.delete(oldest);
		}
	}

	/** Learns what the service's clock shows. @param date the Date header of an answer */
	learnTime(date: string | undefined): void {
		const at = Date.parse(date ?? '');
		if (!Number.isNaN(at)) this.clockAheadMs = at - systemClock.now();
	}

	/** What the service's clock shows when this machine's shows `at` (ms since 1970), as far as its answers told. */
	serverTime(at: number): number {
		return at + this.clockAheadMs;
	}

	/** What a service keeps for this account; made when it is asked for first. */
	memory<T>(memory: Memory<T>): T {
		if (!this.memories.has(memory)) this.memories.set(memory, memory.create());
		return this.memories.get(memory) as T;
	}
}
