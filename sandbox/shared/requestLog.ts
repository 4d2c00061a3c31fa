/** One request as the sandbox saw it. Tokens are never kept: only their kind and last four characters. */
export interface RecordedRequest {
	/** Running number, from 1. */
	number: number;
	/** ms since the epoch. */
	at: number;
	method: string;
	/** Without the query. */
	path: string;
	query: Record<string, unknown>;
	/** Of an API that tells its operations by a parameter. */
	requestType?: string;
	/** The `Version` header as sent. */
	version?: string;
	token?: { kind: string; last4: string };
	locationId?: string;
	body?: unknown;
	/** Undefined while unanswered, and for ever where the answer was lost or never given. */
	status?: number;
	/** The answer with which the request was refused, where the status does not tell that it was. */
	refusal?: string;
	/** ms until the answer. */
	durationMs?: number;
	/** Kind of the fault that was applied. */
	fault?: string;
}

const SECRETS = [
	'client_secret',
	'clientSecret',
	'code',
	'code_verifier',
	'refresh_token',
	'refreshToken',
	'token',
];

/** A body of which the secrets of OAuth are replaced by their last four characters. */
export function withoutSecrets(body: unknown): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
	return Object.fromEntries(
		Object.entries(body).map(([name, value]) =>
			SECRETS.includes(name) && typeof value === 'string' ? [name, `...${value.slice(-4)}`] : [name, value],
		),
	);
}

/** Keeps the requests of a run; the oldest are dropped past `capacity`. */
export class RequestLog {
	readonly entries: RecordedRequest[] = [];
	/** All requests since the start or the last `clear`, dropped ones included. */
	count = 0;
	/** How many of them were answered with 429. */
	rateLimitedCount = 0;

	constructor(private readonly capacity = 50_000) {}

	open(entry: Omit<RecordedRequest, 'number' | 'at'>): RecordedRequest {
		this.count += 1;
		const recorded = { number: this.count, at: Date.now(), ...entry };
		this.entries.push(recorded);
		// Dropping a tenth at a time keeps the cost per request constant.
		if (this.entries.length > this.capacity) this.entries.splice(0, Math.ceil(this.capacity / 10));
		return recorded;
	}

	close(entry: RecordedRequest, status: number): void {
		entry.status = status;
		entry.durationMs = Date.now() - entry.at;
		if (status === 429) this.rateLimitedCount += 1;
	}

	clear(): void {
		this.entries.length = 0;
		this.count = 0;
		this.rateLimitedCount = 0;
	}
}
