import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Agent, createServer, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request on its way. */
export interface Passing {
	method: string;
	/** With the query. */
	path: string;
	body: string;
}

/** What the client gets in place of the answer. */
export interface Replacement {
	status: number;
	/** `application/json` unless told. */
	headers?: Record<string, string>;
	body: string;
	/** The connection is closed before the last byte of the body. */
	isCutOff?: boolean;
	/** The service never sees the request. */
	isUnsent?: boolean;
}

/** What a forwarder does to what passes; by default nothing. */
export interface Passage {
	/** Answers in place of the service, which has carried the request out unless told. */
	replaces?: (request: Passing) => Replacement | undefined;
	/** Closes the connection instead of passing the request on. */
	drops?: (path: string) => boolean;
	/** Answers in place of the service, with this status and JSON. */
	refuse?: (request: Passing) => [number, unknown] | undefined;
	/** Changes the body on its way to the service. */
	request?: (body: string) => string;
	/** Changes the body on its way back. */
	answer?: (body: string, request: Passing) => string;
	/** The Date header of the answers. */
	date?: () => Date;
}

export interface Forwarder {
	url: string;
	/** May be changed at any time. */
	passage: Passage;
	close(): Promise<void>;
}

/** A server of this machine that passes everything on to another one. */
export async function startForwarder(target: string, passage: Passage = {}): Promise<Forwarder> {
	const forwarder: Forwarder = { url: '', passage, close: async () => undefined };
	const agent = new Agent({ keepAlive: true });
	const server = createServer((request, response) => {
		void pass(target, forwarder, agent, request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	forwarder.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	forwarder.close = async () => {
		server.closeAllConnections();
		agent.destroy();
		await new Promise<void>((resolve) => server.close(() => resolve()));
	};
	return forwarder;
}

async function pass(
	target: string,
	{ passage }: Forwarder,
	agent: Agent,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const body = await textOf(request);
	const path = request.url ?? '/';
	if (passage.drops?.(path)) {
		response.destroy();
		return;
	}
	const passing = { method: request.method ?? 'GET', path, body };
	const refusal = passage.refuse?.(passing);
	if (refusal) {
		send(response, { status: refusal[0], body: JSON.stringify(refusal[1]) });
		return;
	}
	const replacement = passage.replaces?.(passing);
	if (replacement?.isUnsent) {
		send(response, replacement);
		return;
	}
	const sent = body === '' ? body : (passage.request?.(body) ?? body);
	const answer = await passedOn(`${target}${path}`, request, agent, sent);
	const text = await textOf(answer);
	if (replacement) {
		send(response, replacement);
		return;
	}
	const headers = headersOf(answer.headers);
	if (passage.date) headers['date'] = passage.date().toUTCString();
	response.writeHead(answer.statusCode ?? 0, headers);
	response.end(passage.answer?.(text, passing) ?? text);
}

/** Node's own request: thousands of times in a test run, `fetch` costs several times as much. */
async function passedOn(
	url: string,
	{ method, headers }: IncomingMessage,
	agent: Agent,
	body: string,
): Promise<IncomingMessage> {
	return await new Promise((resolve, reject) => {
		// Node says the length of a DELETE's body only when it is told.
		const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) };
		const sent = sendRequest(url, { method, headers: { ...headersOf(headers), ...length }, agent }, resolve);
		sent.on('error', reject);
		sent.end(body);
	});
}

function send(response: ServerResponse, { status, headers = {}, body, isCutOff }: Replacement): void {
	const bytes = Buffer.from(body);
	response.writeHead(status, {
		'content-type': 'application/json',
		...headers,
		'content-length': bytes.length + (isCutOff ? 1 : 0),
	});
	if (!isCutOff) response.end(bytes);
	// What was written is on its way before the connection ends.
	else response.write(bytes, () => setImmediate(() => response.destroy()));
}

/** Belong to one connection, not to the message. */
const CONNECTION = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

function headersOf(headers: IncomingHttpHeaders): Record<string, string | string[]> {
	const own = Object.entries(headers).filter(([name]) => !CONNECTION.has(name));
	return Object.fromEntries(own.map(([name, value = '']) => [name, value]));
}

async function textOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
