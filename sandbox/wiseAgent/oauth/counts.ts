/** Calls of the token endpoints that were carried out, and refreshes that were refused. */
export interface OAuthCounts {
	/** Codes exchanged for tokens. */
	exchanges: number;
	refreshes: number;
	/** Refreshes with a token that was unknown, used up or revoked. */
	refusedRefreshes: number;
	revocations: number;
}

export const NO_COUNTS: OAuthCounts = { exchanges: 0, refreshes: 0, refusedRefreshes: 0, revocations: 0 };
