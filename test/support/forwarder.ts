import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a forwarder does to what passes; by default nothing. */
export interface Passage {
	/** Closes the connection instead of passing the request on. */
	drops?: (path: string) => boolean;
	/** Answers in place of the service, with this status and JSON. */
	refuse?: (asked: { method: string; path: string; body: string }) => [number, unknown] | undefined;
	/** Changes the body on its way to the service. */
	request?: (body: string) => string;
	/** Changes the body on its way back; `asked` is the request. */
	answer?: (body: string, asked: { path: string; body: string }) => string;
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
	const server = createServer((request, response) => {
		void pass(target, forwarder, request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	forwarder.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	forwarder.close = async () => {
		server.closeAllConnections();
		await new Promise<void>((resolve) => server.close(() => resolve()));
	};
	return forwarder;
}

async function pass(
	target: string,
	{ passage }: Forwarder,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const body = await textOf(request);
	const path = request.url ?? '/';
	if (passage.drops?.(path)) {
		response.destroy();
		return;
	}
	const refusal = passage.refuse?.({ method: request.method ?? '', path, body });
	if (refusal) {
		response.writeHead(refusal[0], { 'content-type': 'application/json' });
		response.end(JSON.stringify(refusal[1]));
		return;
	}
	const answer = await fetch(`${target}${path}`, {
		method: request.method,
		headers: headersOf(request.headers),
		...(body === '' ? {} : { body: passage.request?.(body) ?? body }),
	});
	const text = await answer.text();
	const headers = Object.fromEntries([...answer.headers].filter(([name]) => !CONNECTION.has(name)));
	if (passage.date) headers.date = passage.date().toUTCString();
	response.writeHead(answer.status, headers);
	response.end(passage.answer?.(text, { path, body }) ?? text);
}

/** Belong to one connection, not to the message. */
const CONNECTION = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

function headersOf(headers: IncomingHttpHeaders): Record<string, string> {
	const own = Object.entries(headers).filter(([name]) => !CONNECTION.has(name));
	return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}

async function textOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
