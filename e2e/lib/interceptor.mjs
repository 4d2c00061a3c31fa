import { createServer } from 'node:http';

/**
 * @typedef {{ headers: Record<string, string>, body: Buffer }} Delivery a request as HighLevel makes it, byte for byte
 */

/** Somebody on the line: takes deliveries that were meant for n8n, answers them, and keeps what was sent. */
export class Interceptor {
	static async start() {
		const interceptor = new Interceptor();
		await new Promise((resolve) => interceptor.#server.listen(0, '127.0.0.1', resolve));
		return interceptor;
	}

	#server = createServer((request, response) => void this.#take(request, response));

	/** @type {Delivery[]} */
	taken = [];

	/** Where to have deliveries sent. */
	get url() {
		return `http://127.0.0.1:${this.#server.address().port}/`;
	}

	async #take(request, response) {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		// Only what a sender sets; the rest belongs to the connection.
		const names = ['content-type', 'x-ghl-signature', 'x-wh-signature'];
		const headers = names
			.filter((name) => request.headers[name])
			.map((name) => [name, request.headers[name]]);
		this.taken.push({ headers: Object.fromEntries(headers), body: Buffer.concat(chunks) });
		response.end();
	}

	async stop() {
		await new Promise((resolve) => {
			this.#server.close(resolve);
			this.#server.closeAllConnections();
		});
	}
}
