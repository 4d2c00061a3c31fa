import { Cancelled } from '../failure';
import { orCancelled } from '../wait';

interface Kept<T> {
	/** ms since 1970 */
	readAt: number;
	value: Promise<T>;
}

/** How long what was read serves. */
export interface Freshness<T> {
	/** What is older is read again, in ms. */
	keptMs: number;
	/** Whether it serves: what a person has just made may be missing in it. Always, unless told. */
	isEnough?: (value: T) => boolean;
	/** What is not enough is read again only when it is older, in ms. */
	recentMs?: number;
	signal?: AbortSignal;
}

/** What was read from an account and hardly changes: one read serves all items, and one is in flight at a time. */
export class Remembered<T> {
	private readonly kept = new Map<string, Kept<T>>();

	/** @param key names what is read, where there are several of a kind */
	async read(key: string, read: () => Promise<T>, freshness: Freshness<T>): Promise<T> {
		const { keptMs, isEnough = () => true, recentMs = 0 } = freshness;
		const earlier = this.kept.get(key);
		if (earlier && Date.now() - earlier.readAt <= keptMs) {
			const value = await this.valueOf(key, earlier, read, freshness);
			if (isEnough(value) || Date.now() - earlier.readAt <= recentMs) return value;
		}
		const newer = this.kept.get(key);
		if (newer && newer !== earlier) return await this.valueOf(key, newer, read, freshness);
		return await this.valueOf(key, this.begin(key, read), read, freshness);
	}

	/** What is read from now on is read anew; a read in flight, which may be older, serves those who wait for it. */
	forget(): void {
		this.kept.clear();
	}

	private begin(key: string, read: () => Promise<T>): Kept<T> {
		const own: Kept<T> = { readAt: Date.now(), value: read() };
		this.kept.set(key, own);
		own.value.catch(() => {
			if (this.kept.get(key) === own) this.kept.delete(key);
		});
		return own;
	}

	/** Throws `Cancelled` at once; the read goes on for those who wait for it. */
	private async valueOf(
		key: string,
		kept: Kept<T>,
		read: () => Promise<T>,
		freshness: Freshness<T>,
	): Promise<T> {
		return await orCancelled(kept.value, freshness.signal).catch(async (error: unknown) => {
			// The read belonged to an execution that was cancelled; this one was not.
			if (error instanceof Cancelled && !freshness.signal?.aborted) {
				return await this.read(key, read, freshness);
			}
			throw error;
		});
	}
}
