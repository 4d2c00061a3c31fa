/** How long a list of an account is good for a run of many items. */
const KEPT_MS = 60_000;

/** What was read so recently is not read again, even when something is missing in it. */
const RECENT_MS = 5_000;

interface Kept<T> {
	at: number;
	reading: Promise<T>;
}

/** Lists of accounts that hardly change while a run goes on, each read once for all items. */
export class Remembered<T> {
	private readonly kept = new Map<string, Kept<T>>();

	/**
	 * @param key names the account; no secret
	 * @param isGood whether what was read earlier serves: what a person has just made may be missing in it
	 */
	async read(key: string, read: () => Promise<T>, isGood: (value: T) => boolean = () => true): Promise<T> {
		const earlier = this.kept.get(key);
		if (earlier && Date.now() - earlier.at < KEPT_MS) {
			const value = await earlier.reading;
			if (isGood(value) || Date.now() - earlier.at < RECENT_MS) return value;
		}
		const newer = this.kept.get(key);
		return await (newer && newer !== earlier ? newer : this.begin(key, read)).reading;
	}

	private begin(key: string, read: () => Promise<T>): Kept<T> {
		const forget = (error: unknown): never => {
			if (this.kept.get(key) === own) this.kept.delete(key);
			throw error;
		};
		const own: Kept<T> = { at: Date.now(), reading: read().catch(forget) };
		this.kept.set(key, own);
		return own;
	}
}
