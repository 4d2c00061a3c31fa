import { orCancelled } from '../wait';

/**
 * Lets work on the same record happen one at a time, in the order in which it asked, while work on other
 * records goes on beside it. One queue serves all executions of the process.
 */
export class KeyedQueue {
	private readonly tails = new Map<string, Promise<void>>();

	/**
	 * Runs `work` when everything that asked earlier for one of `keys` has finished.
	 * Places are taken for all keys at once, so that two callers can never wait for each other.
	 * Throws `Cancelled` when the execution is cancelled before that; those behind keep their order.
	 */
	async run<T>(keys: string[], work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		const unique = [...new Set(keys)];
		const earlier = unique.map((key) => this.tails.get(key));
		let release!: () => void;
		const mine = new Promise<void>((resolve) => (release = resolve));
		for (const key of unique) this.tails.set(key, mine);
		const turn = Promise.all(earlier);
		try {
			await orCancelled(turn, signal);
			return await work();
		} finally {
			void turn.then(() => {
				for (const key of unique) if (this.tails.get(key) === mine) this.tails.delete(key);
				release();
			});
		}
	}
}
