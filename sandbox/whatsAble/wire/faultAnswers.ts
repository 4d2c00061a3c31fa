import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Progress } from './apiServer';
import { tooManyRequests } from './errors';
import type { Hub } from '../hub';

const GATEWAY_PAGE =
	'<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr></body></html>';

/**
 * Applies the fault that a request meets, if it meets one.
 * @returns whether the request is dealt with
 * @throws Rejection for faults that are answered like refusals
 */
export function applyFault(
	hub: Hub,
	request: FastifyRequest,
	reply: FastifyReply,
	progress: Progress,
): boolean {
	const rule = hub.faults.draw(request.method, progress.entry.path);
	if (!rule) return false;
	progress.entry.fault = rule.kind;
	switch (rule.kind) {
		case 'connectionReset':
			reply.hijack();
			request.raw.socket.destroy();
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
		case 'rateLimited':
			if (rule.retryAfterSeconds !== undefined) reply.header('Retry-After', rule.retryAfterSeconds);
			throw tooManyRequests();
		case 'serverError':
			void answerServerError(reply, rule.status ?? 500);
			return true;
		case 'unsuccessful':
			void answerServerError(reply, 200);
			return true;
		case 'lostAnswer':
			progress.lostAnswer = rule.status === undefined ? {} : { status: rule.status };
			return false;
		case 'slow':
			progress.delayMs = rule.delayMs ?? 1000;
			return false;
	}
}

function answerServerError(reply: FastifyReply, status: number): FastifyReply {
	return reply.code(status).send(serverError());
}

function serverError(): object {
	const message = 'An internal server error occurred. Please try again later.';
	return { success: false, error: { code: 'server_error', message } };
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
	reply.code(status).type('application/json; charset=utf-8');
	const body = JSON.stringify(serverError());
	reply.header('Content-Length', Buffer.byteLength(body));
	return { payload: body, arrives: true };
}
