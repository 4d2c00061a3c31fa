import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RecordedRequest } from '../../shared/requestLog';
import { breakOff } from '../../shared/wire/faultAnswers';
import type { WiseAgentFaultRule } from '../faults';
import { failureBody } from '../faults';
import type { Hub } from '../hub';
import { Refusal, tokenExpired } from './refusal';
import { writeJson } from './writeJson';

/** An answer as it goes out. */
interface Answer {
	status: number;
	contentType: string;
	body: string;
}

/** What the log knows of a request beside its method and path, and the name that faults know it by. */
export interface Described {
	query?: Record<string, unknown>;
	body?: unknown;
	requestType?: string;
}

/**
 * Carries a request out and answers it, with the faults that are switched on, and records both.
 * @param act what to answer: an object as JSON, a text as it is; a Refusal that it throws is answered as well
 */
export async function respond(
	hub: Hub,
	request: FastifyRequest,
	reply: FastifyReply,
	described: Described,
	act: (entry: RecordedRequest) => object | string,
): Promise<FastifyReply> {
	const path = request.url.split('?')[0] ?? '';
	const entry = hub.log.open({ method: request.method, path, query: {}, ...described });
	const { requestType } = described;
	const target = requestType === undefined ? path : `${path}?requestType=${requestType}`;
	const fault = hub.faults.draw(request.method, target);
	if (fault) entry.fault = fault.kind;

	await hub.waits.sleep(hub.settings.latencyMs);
	if (fault?.kind === 'connectionReset') return breakOff(request, reply);
	// The socket stays open until the client or the sandbox closes it.
	if (fault?.kind === 'timeout') return reply.hijack();
	if (fault?.kind === 'slow') await hub.waits.sleep(fault.delayMs ?? 1000);

	const answer = insteadOf(fault, reply) ?? carryOut(hub, entry, act);
	if (fault?.kind === 'lostAnswer' && fault.status === undefined) return breakOff(request, reply);
	const sent = fault?.kind === 'lostAnswer' ? serverPage(fault.status ?? 500) : answer;
	hub.log.close(entry, sent.status);
	return reply.code(sent.status).type(sent.contentType).send(spoilt(fault, sent.body));
}

function carryOut(
	hub: Hub,
	entry: RecordedRequest,
	act: (entry: RecordedRequest) => object | string,
): Answer {
	const { rawControlCharacters, contentType } = hub.settings;
	const written = (value: object | string, status: number): Answer =>
		typeof value === 'string'
			? { status, contentType: 'text/html; charset=utf-8', body: value }
			: {
					status,
					contentType: `${contentType}; charset=utf-8`,
					body: writeJson(value, rawControlCharacters),
				};
	try {
		return written(act(entry), 200);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		entry.refusal = error.message;
		return written(error.body, error.status);
	}
}

/** The answer of a fault that keeps the request from being carried out. */
function insteadOf(fault: WiseAgentFaultRule | undefined, reply: FastifyReply): Answer | undefined {
	switch (fault?.kind) {
		case 'rateLimited':
			if (fault.retryAfterSeconds !== undefined) void reply.header('Retry-After', fault.retryAfterSeconds);
			return serverPage(429);
		case 'serverError':
			return serverPage(fault.status ?? 500);
		case 'htmlError':
			return serverPage(fault.status ?? 502);
		case 'tokenExpired': {
			const { status, body } = tokenExpired();
			return json(status, body as object);
		}
		case 'refused':
			return json(200, failureBody(fault.shape ?? 'error', 'The request could not be processed'));
		default:
			return undefined;
	}
}

const json = (status: number, body: object): Answer => ({
	status,
	contentType: 'application/json; charset=utf-8',
	body: JSON.stringify(body),
});

const TITLES: Readonly<Record<number, string>> = {
	200: 'Microsoft VBScript runtime error',
	429: '429 - Too many requests.',
	500: '500 - Internal server error.',
	502: '502 - Web server received an invalid response while acting as a gateway or proxy server.',
	503: '503 - Service unavailable.',
	504: '504 - Gateway timeout.',
};

/** A page as the web server shows it, or with status 200 one of a program that broke off. */
function serverPage(status: number): Answer {
	const title = TITLES[status] ?? `${status} - Error.`;
	return {
		status,
		contentType: 'text/html; charset=utf-8',
		body: `<!DOCTYPE html>\r\n<html>\r\n<head><title>${title}</title></head>\r\n<body><h2>${title}</h2></body>\r\n</html>\r\n`,
	};
}

/** A body with what a fault does to it. */
function spoilt(fault: WiseAgentFaultRule | undefined, body: string): string | Buffer {
	switch (fault?.kind) {
		case 'controlCharacters':
			// After the first letter of each text that stands behind a colon: keys stay readable.
			return body.replace(/(:\s*"[^"\\])/g, '$1\n\t\u0001');
		case 'truncated':
			return body.slice(0, Math.floor(body.length / 2));
		case 'brokenEncoding':
			return Buffer.from(body, 'latin1');
		default:
			return body;
	}
}
