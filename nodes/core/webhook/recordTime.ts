import type { Service } from '../account/registry';
import { allAccounts } from '../account/registry';
import { Cancelled, Failure } from '../failure';
import { orCancelled } from '../wait';

/**
 * The few seconds in which the records of one delivery are read, all of them together: a service waits for the answer
 * to its delivery, and none publishes how long. They begin when this is made.
 */
export class RecordTime {
	/** For a single request. */
	readonly timeoutMs: number;
	/** Ends what is under way when the time is over. */
	readonly signal: AbortSignal;

	/** @param node that can read the same records later, as in texts: "Wise Agent node" */
	constructor(
		private readonly service: Service,
		private readonly node: string,
	) {
		this.timeoutMs = allAccounts().paceOf(service).recordMs;
		this.signal = AbortSignal.timeout(this.timeoutMs);
	}

	/** What is read in time; after it, nothing is begun. Throws a `Failure` when it takes longer. */
	async within<T>(read: () => Promise<T>): Promise<T> {
		if (this.signal.aborted) throw this.tooSlow();
		return await orCancelled(read(), this.signal).catch((error: unknown) => {
			throw error instanceof Cancelled ? this.tooSlow() : error;
		});
	}

	private tooSlow(): Failure {
		return new Failure(
			`${this.service.name} did not answer within ${this.timeoutMs / 1_000} seconds`,
			`Read the record with a ${this.node} behind this one, which can wait.`,
		);
	}
}
