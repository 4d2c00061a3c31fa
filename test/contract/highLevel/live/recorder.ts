import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';

import { pathOf } from '../../../../nodes/core/sending/path';

/** One answer on its way to the node. */
export interface Exchange {
	/** `GET /contacts/{}` */
	endpoint: string;
	status: number;
	/** Parsed JSON, or text where it was no JSON. */
	body: unknown;
	/** X-RateLimit headers and Retry-After, names in lower case. */
	limits: Record<string, string>;
}

/** Headers that belong to one connection, not to the message. */
const OF_THE_CONNECTION = ['host', 'connection', 'content-length', 'transfer-encoding', 'content-encoding'];

/** Stands between the node and HighLevel on localhost, passes everything on, and keeps the answers. */
export class Recorder {
	readonly exchanges: Exchange[] = [];
	url = '';
	private readonly server: FastifyInstance = Fastify({ forceCloseConnections: true });

	/** @param target HighLevel's address, without a slash at the end */
	static async before(target: string): Promise<Recorder> {
		const recorder = new Recorder(target);
		recorder.url = await recorder.server.listen({ host: '127.0.0.1', port: 0 });
		return recorder;
	}

	private constructor(private readonly target: string) {
		this.server.removeAllContentTypeParsers();
		this.server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
		this.server.all('/*', async (request, reply) => {
			const answer = await fetch(`${this.target}${request.url}`, {
				method: request.method,
				headers: passedOn(request.headers),
				...(request.body === undefined ? {} : { body: new Uint8Array(request.body as Buffer) }),
			});
			const text = await answer.text();
			this.keep(request.method, request.url, answer, text);
			return await reply
				.code(answer.status)
				.headers(passedOn(Object.fromEntries(answer.headers)))
				.send(text);
		});
	}

	private keep(method: string, url: string, { status, headers }: Response, text: string): void {
		const path = url.split('?')[0] ?? '';
		const limits = [...headers].filter(([name]) => /^(x-ratelimit|retry-after)/.test(name));
		this.exchanges.push({
			endpoint: `${method} ${pathOf(path).route}`,
			status,
			body: parsed(text),
			limits: Object.fromEntries(limits),
		});
	}

	async close(): Promise<void> {
		await this.server.close();
	}
}

function passedOn(headers: Record<string, unknown>): Record<string, string> {
	const entries = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name.toLowerCase()));
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
