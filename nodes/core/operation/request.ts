/** One request to a service, as an operation names it: what the service calls it, and what it needs. */
export interface Request {
	/** As the service writes it, with what varies in braces: `POST /contacts/{contactId}/tasks`. */
	readonly endpoint: string;
	/** Permissions without which the service refuses it. */
	readonly scopes: readonly string[];
	/** What may be requested on its way, such as the list where a creation is looked for when its response is lost. */
	readonly further: readonly Request[];
	/** Whether it changes something in the service. */
	readonly writes: boolean;
	/** The work is done without it as well, so nobody has to grant its scopes. */
	readonly isOptional?: boolean;
	/** Reads as little as it can, to see whether the credential may read this; takes the client of the service. */
	readonly sample?: (api: never) => Promise<unknown>;
}

/** What is written of a request. */
export type RequestFace = Pick<Request, 'endpoint' | 'scopes'> &
	Partial<Pick<Request, 'further' | 'sample'>> & {
		/** By default, a `GET` reads and all else writes. */
		reads?: boolean;
	};

type Sending = (...given: never[]) => unknown;

/** A function that makes a request, with what is written of it. */
export function request<F extends Sending>(
	{ endpoint, scopes, further = [], reads = endpoint.startsWith('GET '), sample }: RequestFace,
	send: F,
) {
	return Object.assign(send, { endpoint, scopes, further, writes: !reads, sample } satisfies Request);
}

/**
 * Work that consists of one request and of others that it may make on the way, such as reading a record before it is
 * changed.
 */
export function making<F extends Sending>(main: Request, others: readonly Request[], work: F) {
	const { endpoint, scopes, further, writes, sample } = main;
	return request({ endpoint, scopes, further: [...further, ...others], reads: !writes, sample }, work);
}

/** The same request where the work is done without it as well. */
export function optional({ endpoint, scopes, further, writes, sample }: Request): Request {
	return { endpoint, scopes, further, writes, sample, isOptional: true };
}

/** The scopes that these requests need, each once: those of a request before those of its further requests. */
export function scopesOf({ requests }: { requests: readonly Request[] }): string[] {
	const needed = requests.filter(({ isOptional }) => !isOptional);
	const scopes = needed.flatMap(({ scopes: own, further }) => [...own, ...scopesOf({ requests: further })]);
	return [...new Set(scopes)];
}

/** Whether one of these requests, or what may be requested on its way, changes something. */
export function isWriting({ requests }: { requests: readonly Request[] }): boolean {
	return requests.some(({ writes, further }) => writes || isWriting({ requests: further }));
}
