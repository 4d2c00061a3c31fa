import { orCancelled } from '../wait';

/**
 * Lets work on the same record happen one at a time, in the order in which it asked, while work on other
 * records goes on beside it. One queue serves all executions of the process.
 */
export class KeyedQueue {
	private readonly tails = new Map<string, Promise<void>>();

	/** Runs `work` when everything that asked earlier for one of `keys` has finished; see `enter`. */
	async run<T>(keys: string[], work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		const leave = await this.enter(keys, signal);
		try {
			return await work();
		} finally {
			leave();
		}
	}

	/**
	 * Waits until everything that asked earlier for one of `keys` has finished, and gives what lets the next one go on.
	 * Places are taken for all keys at once, so that two callers can never wait for each other.
	 * Throws `Cancelled` when the execution is cancelled before that; those behind keep their order.
	 */
	async enter(keys: string[], signal?: AbortSignal): Promise<() => void> {
		const unique = [...new Set(keys)];
		const earlier = unique.map((key) => this.tails.get(key));
		let release!: () => void;
		const mine = new Promise<void>((resolve) => (release = resolve));
		for (const key of unique) this.tails.set(key, mine);
		const turn = Promise.all(earlier);
		const leave = () => {
			void turn.then(() => {
				for (const key of unique) if (this.tails.get(key) === mine) this.tails.delete(key);
				release();
			});
		};
		await orCancelled(turn, signal).catch((error: unknown) => {
			leave();
			throw error;
		});
		return leave;
	}
}
