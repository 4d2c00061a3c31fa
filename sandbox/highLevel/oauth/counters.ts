/** Calls of the token endpoints that were carried out, and refreshes that were refused. */
export interface OAuthCounts {
	/** Codes exchanged for tokens. */
	exchanges: number;
	refreshes: number;
	/** Refreshes with a token that was used up or had expired. */
	refusedRefreshes: number;
	/** Location tokens minted for an agency. */
	locationTokens: number;
}

const NONE: OAuthCounts = { exchanges: 0, refreshes: 0, refusedRefreshes: 0, locationTokens: 0 };

/** Counts per location, and per company for its own tokens. */
export class OAuthCounters {
	private readonly byResource = new Map<string, OAuthCounts>();

	count(owner: { locationId: string | null; companyId: string }, kind: keyof OAuthCounts): void {
		const id = owner.locationId ?? owner.companyId;
		const counts = this.byResource.get(id) ?? { ...NONE };
		counts[kind] += 1;
		this.byResource.set(id, counts);
	}

	/** The counts of one location or company, or the sum of all. */
	of(resourceId?: string): OAuthCounts {
		if (resourceId !== undefined) return { ...NONE, ...this.byResource.get(resourceId) };
		const sum = { ...NONE };
		for (const counts of this.byResource.values()) {
			for (const kind of Object.keys(sum) as Array<keyof OAuthCounts>) sum[kind] += counts[kind];
		}
		return sum;
	}

	clear(): void {
		this.byResource.clear();
	}
}
