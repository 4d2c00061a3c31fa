import type { Request, RequestFace } from '../../core/operation/request';
import { making, request as requestOf } from '../../core/operation/request';
import type { NamesIn, Path } from '../../core/sending/path';
import { pathIn } from '../../core/sending/path';
import { undefinedWhenGone } from './errors';

/** Method and path: `POST /contacts/{contactId}/tasks`. */
type Endpoint = `${'DELETE' | 'GET' | 'POST' | 'PUT'} /${string}`;

/** The path of an endpoint, with the values of what is in braces. */
type PathOf<E extends Endpoint> = (
	...values: [NamesIn<E>] extends [never] ? [] : [Record<NamesIn<E>, string>]
) => Path;

/** A request to HighLevel: endpoint and scopes are written here, once, and the path is made from the endpoint. */
export function request<E extends Endpoint, F extends (...given: never[]) => unknown>(
	face: RequestFace & { endpoint: E },
	sending: (path: PathOf<E>) => F,
): F & Request {
	const template = face.endpoint.replace(/^\w+ /, '');
	return requestOf(
		face,
		sending((...[values]) => pathIn(template, values ?? {})),
	);
}

/** The same reading of a record, which gives `undefined` when it is not there (any more). */
export function ifThere<Given extends unknown[], T>(get: Request & ((...given: Given) => Promise<T>)) {
	return making(get, [], async (...given: Given): Promise<T | undefined> => {
		return await get(...given).catch(undefinedWhenGone);
	});
}
