import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FaultRule } from '../faults';

/** What a fault does to a request later on its way. */
export interface FaultyProgress {
	/** Set when the answer must not arrive although the call is carried out; it is cut off, or has this status. */
	lostAnswer?: { status?: number };
	/** How long the call waits before it is carried out, which it is even when the client has gone by then. */
	delayMs?: number;
}

const GATEWAY_PAGE =
	'<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr></body></html>';

/**
 * Does what a fault does in front of any API.
 * @param refuse answers, or throws, for a fault that is answered like a refusal of the API's own
 * @returns whether the request is dealt with
 */
export function applyFault<Rule extends FaultRule<string>>(
	rule: Rule,
	request: FastifyRequest,
	reply: FastifyReply,
	progress: FaultyProgress,
	refuse: (rule: Rule) => void,
): boolean {
	switch (rule.kind) {
		case 'connectionReset':
			breakOff(request, reply);
			return true;
		case 'htmlError':
			void reply
				.code(rule.status ?? 502)
				.type('text/html')
				.send(GATEWAY_PAGE);
			return true;
		case 'timeout':
			// The socket stays open until the client or the sandbox closes it.
			reply.hijack();
			return true;
		case 'lostAnswer':
			progress.lostAnswer = rule.status === undefined ? {} : { status: rule.status };
			return false;
		case 'slow':
			progress.delayMs = rule.delayMs ?? 1000;
			return false;
		default:
			if (rule.retryAfterSeconds !== undefined && rule.kind === 'rateLimited') {
				reply.header('Retry-After', rule.retryAfterSeconds);
			}
			refuse(rule);
			return true;
	}
}

/** Cuts the connection without an answer. */
export function breakOff(request: FastifyRequest, reply: FastifyReply): FastifyReply {
	reply.hijack();
	request.raw.socket.destroy();
	return reply;
}

/** Takes the answer away from a request whose answer is to be lost.
 * @param bodyFor what the API answers with a status of its own failure */
export function replaceLostAnswer(
	request: FastifyRequest,
	reply: FastifyReply,
	{ lostAnswer }: FaultyProgress,
	payload: unknown,
	bodyFor: (status: number) => object,
): { payload: unknown; arrives: boolean } {
	if (!lostAnswer) return { payload, arrives: true };
	const { status } = lostAnswer;
	if (status === undefined) {
		request.raw.socket.destroy();
		return { payload, arrives: false };
	}
	const body = JSON.stringify(bodyFor(status));
	reply
		.code(status)
		.type('application/json; charset=utf-8')
		.header('Content-Length', Buffer.byteLength(body));
	return { payload: body, arrives: true };
}
