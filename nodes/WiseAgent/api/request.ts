import type { IHttpRequestMethods } from 'n8n-workflow';

import { request } from '../../core/operation/request';
import type { ReadBack } from '../../core/sending/retry';
import type { Fields, WiseAgentClient, Write } from './client';

/** A request that reads: its type, and the scopes that it needs, are written here, once. */
export function reading(requestType: string, ...scopes: string[]) {
	const face = { endpoint: `GET ${requestType}`, scopes };
	return request(face, async (api: WiseAgentClient, query?: Fields) => await api.read(requestType, query));
}

/** The same for a request that creates something, which is looked for when the response is lost. */
export function creating(requestType: string, ...scopes: string[]) {
	return request(
		{ endpoint: `POST ${requestType}`, scopes },
		async (api: WiseAgentClient, form: Fields, find: (startedAt: number) => Promise<ReadBack>) =>
			await api.create(requestType, form, find),
	);
}

/** The same for a request that done twice is the same as once. */
export function writing(
	method: Exclude<IHttpRequestMethods, 'GET'>,
	requestType: string,
	...scopes: string[]
) {
	return request(
		{ endpoint: `${method} ${requestType}`, scopes },
		async (api: WiseAgentClient, write: Write) => await api.write(method, requestType, write),
	);
}

/** The same for a request that sends, enrols or adds what cannot be looked for: it is never made twice. */
export function once(requestType: string, ...scopes: string[]) {
	return request(
		{ endpoint: `POST ${requestType}`, scopes },
		async (api: WiseAgentClient, form: Fields) => await api.once(requestType, form),
	);
}
