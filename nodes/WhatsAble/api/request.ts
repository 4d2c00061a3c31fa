import type { IDataObject } from 'n8n-workflow';

import type { Request } from '../../core/operation/request';
import { request } from '../../core/operation/request';
import type { WhatsAbleClient } from './client';
import { ENDPOINTS } from './endpoints';
import type { WritingEndpoint } from './responses/successes';

/** A request to one of the addresses. WhatsAble's keys have no scopes. */
export function requestTo<F extends (...given: never[]) => unknown>(
	method: 'GET' | 'POST' | 'PUT',
	name: keyof typeof ENDPOINTS,
	send: F,
): F & Request {
	const address = ENDPOINTS[name];
	const { path } = typeof address === 'function' ? address('id') : address;
	return request({ endpoint: `${method} ${path.route}`, scopes: [] }, send);
}

/** A request that sends or schedules a message; see `WhatsAbleClient.send`. */
export function sending(name: WritingEndpoint) {
	return requestTo(
		'POST',
		name,
		async (api: WhatsAbleClient, body: IDataObject) => await api.send(name, body),
	);
}
