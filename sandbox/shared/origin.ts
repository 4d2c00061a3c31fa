import type { FastifyRequest } from 'fastify';

/** A call of the sandbox's own controls that is refused. Servers answer it with its status. */
export class ControlError extends Error {
	constructor(
		readonly statusCode: number,
		message: string,
	) {
		super(message);
	}
}

/** A page of another site must not steer the sandbox through a person's browser.
 * @throws ControlError 403 */
export function refuseOtherOrigins(request: FastifyRequest): void {
	const { origin, host } = request.headers;
	if (origin !== undefined && origin !== `http://${host}`) {
		throw new ControlError(403, 'The controls of the sandbox answer to its own page only');
	}
}
