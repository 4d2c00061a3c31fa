import type { FastifyReply, FastifyRequest } from 'fastify';
import { applyFault } from '../../shared/wire/faultAnswers';
import type { Progress } from './apiServer';
import { tooManyRequests } from './errors';
import type { Hub } from '../hub';

/**
 * Applies the fault that a request meets, if it meets one.
 * @returns whether the request is dealt with
 * @throws Rejection for faults that are answered like refusals
 */
export function applyFaultOf(
	hub: Hub,
	request: FastifyRequest,
	reply: FastifyReply,
	progress: Progress,
): boolean {
	const rule = hub.faults.draw(request.method, progress.entry.path);
	if (!rule) return false;
	progress.entry.fault = rule.kind;
	return applyFault(rule, request, reply, progress, ({ kind, status = 500 }) => {
		if (kind === 'rateLimited') throw tooManyRequests();
		void reply.code(kind === 'unsuccessful' ? 200 : status).send(serverError());
	});
}

export function serverError(): object {
	const message = 'An internal server error occurred. Please try again later.';
	return { success: false, error: { code: 'server_error', message } };
}
