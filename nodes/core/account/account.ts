import { systemClock } from '../wait';
import { lastDigitsOf } from '../values/phones';
import { forgetOldest } from './forgetOldest';
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

/** By what a person is known. */
export interface Person {
	emails?: string[];
	phones?: string[];
	/** What nobody else has, each with what it is: `contact/1854784`. */
	ids?: string[];
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

	/** Waits for the writes to a record that were asked for earlier; gives what lets the next one go on. Throws `Cancelled`. */
	async turnToWrite(record: string, signal?: AbortSignal): Promise<() => void> {
		return await this.writes.enter([record], signal);
	}

	/** Reading, comparing and writing one record is one step: runs `work` when nothing else is at this record. */
	async alone<T>(record: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		return await this.records.run([record], work, signal);
	}

	/** Runs `work` in a turn for this person; see `turnFor`. */
	async forPerson<T>(person: Person, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		return await this.people.run(keysOf(person), work, signal);
	}

	/**
	 * Waits until nothing that was begun earlier for a person with one of these emails, phones or IDs is under way, so that the
	 * second of two items finds what the first one created; gives what lets the next one go on. Throws `Cancelled`.
	 */
	async turnFor(person: Person, signal?: AbortSignal): Promise<() => void> {
		return await this.people.enter(keysOf(person), signal);
	}

	/** Creations that have one of these names in common wait for each other; gives what lets the next one go on. */
	async turnToCreate(among: string[], signal?: AbortSignal): Promise<() => void> {
		return await this.creations.enter(among, signal);
	}

	/** Whether this process has created the record itself, and got the answer. */
	hasCreated(record: string): boolean {
		return this.created.has(record);
	}

	keepCreated(records: string[]): void {
		for (const record of records) this.created.add(record);
		forgetOldest(this.created, CREATED_KEPT);
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

/** Different ways of writing a phone end in the same digits; a needless wait does no harm. */
function keysOf({ emails = [], phones = [], ids = [] }: Person): string[] {
	return [
		...ids.map((id) => `ID ${id}`),
		...emails.map((email) => `email/${email.toLowerCase()}`),
		...phones.map((phone) => `phone/${lastDigitsOf(phone)}`),
	];
}
