import { Cancelled } from '../../../core/failure';

/** A token of one location, exchanged for the agency's. */
export interface LocationToken {
	accessToken: string;
	/** ms since 1970 */
	expiresAt: number;
}

type Exchange = () => Promise<LocationToken>;

/** A token is not used any more this long before it expires. */
const MARGIN_MS = 60_000;

/** A new token that is refused as well is not exchanged again for this long. */
const TRUSTED_MS = 60_000;

/** So long a failure to get a token holds for all who ask. */
const FAILED_MS = 10_000;

interface Entry {
	token: Promise<LocationToken>;
	exchangedAt: number;
	failedAt?: number;
}

/** Keeps a token for each location until shortly before it expires; one exchange for a location at a time. */
export class LocationTokens {
	private readonly entries = new Map<string, Entry>();

	/** @param key names the credential, the agency and the location */
	async of(key: string, exchange: Exchange): Promise<LocationToken> {
		const known = this.known(key);
		if (!known) return await this.exchange(key, exchange);
		const token = await known.token.catch(undefinedIfCancelled);
		if (token && token.expiresAt - MARGIN_MS > Date.now()) return token;
		if (this.entries.get(key) !== known) return await this.of(key, exchange);
		return await this.exchange(key, exchange);
	}

	/** A new token in place of a refused one; `undefined` when that one had just been exchanged. */
	async replace(key: string, refused: LocationToken, exchange: Exchange): Promise<LocationToken | undefined> {
		const known = this.known(key);
		const current = await known?.token.catch(undefinedIfCancelled);
		if (current && current.accessToken !== refused.accessToken) return current;
		if (known && current && Date.now() - known.exchangedAt < TRUSTED_MS) return undefined;
		if (this.entries.get(key) !== known) return await this.of(key, exchange);
		return await this.exchange(key, exchange);
	}

	private known(key: string): Entry | undefined {
		const entry = this.entries.get(key);
		if (entry?.failedAt !== undefined && Date.now() - entry.failedAt >= FAILED_MS) this.entries.delete(key);
		return this.entries.get(key);
	}

	private async exchange(key: string, exchange: Exchange): Promise<LocationToken> {
		const entry: Entry = { token: exchange(), exchangedAt: Date.now() };
		this.entries.set(key, entry);
		return await entry.token.catch((error: unknown) => {
			if (!(error instanceof Cancelled)) entry.failedAt = Date.now();
			else if (this.entries.get(key) === entry) this.entries.delete(key);
			throw error;
		});
	}
}

/** The exchange belonged to an execution that was cancelled; whoever waits for it tries for itself. */
function undefinedIfCancelled(error: unknown): undefined {
	if (!(error instanceof Cancelled)) throw error;
}
