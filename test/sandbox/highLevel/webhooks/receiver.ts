import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	headers: IncomingHttpHeaders;
	raw: Buffer;
	/** The body as JSON. */
	body: ReturnType<typeof JSON.parse>;
}

/** A server that webhooks are sent to. It answers 200 unless `answers` has something else for the next ones. */
export class Receiver {
	readonly received: Received[] = [];
	/** Statuses of the next answers; `none` leaves a request unanswered. */
	answers: Array<number | 'none'> = [];
	private constructor(private readonly server: Server) {}

	static async start(): Promise<Receiver> {
		const server = createServer();
		const receiver = new Receiver(server);
		server.on('request', (request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => receiver.take(request.headers, Buffer.concat(chunks), response));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return receiver;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook?from=sandbox`;
	}

	get types(): string[] {
		return this.received.map(({ body }) => body.type as string);
	}

	clear(): void {
		this.received.length = 0;
		this.answers = [];
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private take(headers: IncomingHttpHeaders, raw: Buffer, response: ServerResponse): void {
		this.received.push({ headers, raw, body: JSON.parse(raw.toString()) });
		const status = this.answers.shift() ?? 200;
		if (status === 'none') return;
		response.writeHead(status, status === 302 ? { Location: this.url } : {}).end();
	}
}
