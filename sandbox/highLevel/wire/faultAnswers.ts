import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FaultKind } from '../../shared/faults';
import { applyFault } from '../../shared/wire/faultAnswers';
import type { Progress } from './apiServer';
import { ApiError, tooManyRequests } from './errors';
import type { Hub } from '../hub';

/** Faults of what stands in front of the API: they strike before any check. */
export const EDGE: readonly FaultKind[] = ['connectionReset', 'htmlError'];
/** Faults of the API: they strike requests that it has let in, and that count against the rate limit. */
export const INNER: readonly FaultKind[] = ['rateLimited', 'serverError', 'timeout', 'lostAnswer', 'slow'];

/**
 * Applies the fault that a request meets, if it meets one of these kinds.
 * @returns whether the request is dealt with
 * @throws ApiError for faults that are answered like refusals
 */
export function applyFaultOf(
	kinds: readonly FaultKind[],
	hub: Hub,
	request: FastifyRequest,
	reply: FastifyReply,
	progress: Progress,
): boolean {
	const rule = hub.faults.draw(request.method, progress.entry.path, kinds);
	if (!rule) return false;
	progress.entry.fault = rule.kind;
	return applyFault(rule, request, reply, progress, ({ kind, status = 500 }) => {
		if (kind !== 'rateLimited') throw serverError(status);
		progress.allowance = { ...progress.allowance, remaining: 0 };
		throw tooManyRequests('window');
	});
}

const SERVER_ERRORS: Record<number, string> = {
	500: 'Internal server error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
};

export function serverError(status: number): ApiError {
	return new ApiError(status, SERVER_ERRORS[status] ?? 'Internal server error');
}
