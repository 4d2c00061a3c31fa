import type { FastifyRequest } from 'fastify';
import { ApiError } from './errors';

/** A page of another site must not steer the sandbox through a person's browser.
 * @throws ApiError 403 */
export function refuseOtherOrigins(request: FastifyRequest): void {
	const { origin, host } = request.headers;
	if (origin !== undefined && origin !== `http://${host}`) {
		throw new ApiError(403, 'The controls of the sandbox answer to its own page only');
	}
}
