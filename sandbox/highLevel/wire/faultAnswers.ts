import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FaultKind, FaultRule } from '../../shared/faults';
import type { Progress } from './apiServer';
import { ApiError, tooManyRequests } from './errors';
import type { Hub } from '../hub';

/** Faults of what stands in front of the API: they strike before any check. */
const EDGE: readonly FaultKind[] = ['connectionReset', 'htmlError'];
/** Faults of the API: they strike requests that it has let in, and that count against the rate limit. */
const INNER: readonly FaultKind[] = ['rateLimited', 'serverError', 'timeout', 'lostAnswer', 'slow'];

const GATEWAY_PAGE =
	'<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr></body></html>';

function draw(
	hub: Hub,
	request: FastifyRequest,
	progress: Progress,
	kinds: readonly FaultKind[],
): FaultRule | undefined {
	const rule = hub.faults.draw(request.method, progress.entry.path, kinds);
	if (rule) progress.entry.fault = rule.kind;
	return rule;
}

/** @returns whether the request is dealt with */
export function applyEdgeFault(
	hub: Hub,
	request: FastifyRequest,
	reply: FastifyReply,
	progress: Progress,
): boolean {
	const rule = draw(hub, request, progress, EDGE);
	if (!rule) return false;
	if (rule.kind === 'connectionReset') {
		reply.hijack();
		request.raw.socket.destroy();
	} else {
		void reply
			.code(rule.status ?? 502)
			.type('text/html')
			.send(GATEWAY_PAGE);
	}
	return true;
}

/** @returns whether the request is dealt with
 * @throws ApiError for faults that are answered like refusals */
export function applyInnerFault(
	hub: Hub,
	request: FastifyRequest,
	reply: FastifyReply,
	progress: Progress,
): boolean {
	const rule = draw(hub, request, progress, INNER);
	switch (rule?.kind) {
		case 'timeout':
			// The socket stays open until the client or the sandbox closes it.
			reply.hijack();
			return true;
		case 'rateLimited':
			if (rule.retryAfterSeconds !== undefined) reply.header('Retry-After', rule.retryAfterSeconds);
			progress.allowance = { ...progress.allowance, remaining: 0 };
			throw tooManyRequests('window');
		case 'serverError':
			throw serverError(rule.status ?? 500);
		case 'lostAnswer':
			progress.lostAnswer = rule.status === undefined ? {} : { status: rule.status };
			return false;
		case 'slow':
			progress.delayMs = rule.delayMs ?? 1000;
			return false;
		default:
			return false;
	}
}

/** Takes the answer away from a request whose answer is to be lost. */
export function replaceLostAnswer(
	request: FastifyRequest,
	reply: FastifyReply,
	progress: Progress,
	payload: unknown,
): { payload: unknown; arrives: boolean } {
	if (!progress.lostAnswer) return { payload, arrives: true };
	const { status } = progress.lostAnswer;
	if (status === undefined) {
		request.raw.socket.destroy();
		return { payload, arrives: false };
	}
	reply.code(status);
	const body = JSON.stringify({ ...serverError(status).body(), traceId: progress.traceId });
	reply.header('Content-Length', Buffer.byteLength(body));
	return { payload: body, arrives: true };
}

const SERVER_ERRORS: Record<number, string> = {
	500: 'Internal server error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
};

function serverError(status: number): ApiError {
	return new ApiError(status, SERVER_ERRORS[status] ?? 'Internal server error');
}
