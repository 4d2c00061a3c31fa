/** An app that Wise Agent's support has registered. */
export interface AppRecord {
	clientId: string;
	/** Null for an app that cannot keep one. */
	clientSecret: string | null;
	name: string;
	scopes: readonly string[];
	/** Hosts that codes may be sent to. */
	redirectDomains: readonly string[];
}

/** What a person has allowed an app. */
interface Grant {
	/** The same for all tokens that come of one consent. */
	grantId: string;
	clientId: string;
	scopes: readonly string[];
}

export interface CodeRecord extends Grant {
	code: string;
	redirectUri: string;
	/** S256, base64url. */
	codeChallenge: string | null;
	expiresAtMs: number;
}

export interface AccessTokenRecord extends Grant {
	token: string;
	/** ms since the epoch; null never ends. */
	expiresAtMs: number | null;
}

export interface RefreshTokenRecord extends Grant {
	token: string;
	/** When it was used first, in ms; null while it is unused. */
	usedAtMs: number | null;
	revoked: boolean;
}
