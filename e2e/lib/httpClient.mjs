import { Agent, request } from 'node:http';

/**
 * @typedef {object} Sent a request as it goes over the line; nothing is added to it but what HTTP needs
 * @property {string} [method] POST when left out
 * @property {Record<string, string | string[]>} headers a list sends the header several times
 * @property {Buffer} body
 * @property {boolean} [chunked] sent in pieces, without its length
 * @property {boolean} [hangUp] the connection is cut in the middle of the body
 */

/** Sends requests over a few connections at once. */
export class HttpClient {
	/** @param {string} url @param {{ connections?: number }} [options] */
	constructor(url, { connections = 10 } = {}) {
		this.#url = url;
		this.#connections = connections;
		this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
	}

	#url;
	#connections;
	#agent;

	/**
	 * @template {Sent} T
	 * @param {Iterable<T>} requests
	 * @returns {Promise<Array<{ sent: T, status?: number, error?: string }>>} in the order in which the answers came;
	 *   `error` where there was none
	 */
	async sendAll(requests) {
		const answers = [];
		const queue = requests[Symbol.iterator]();
		const work = async () => {
			for (let next = queue.next(); !next.done; next = queue.next()) {
				answers.push({ sent: next.value, ...(await this.#send(next.value)) });
			}
		};
		await Promise.all(Array.from({ length: this.#connections }, work));
		return answers;
	}

	#send({ method = 'POST', headers, body, chunked = false, hangUp = false }) {
		return new Promise((resolve) => {
			const length = chunked ? {} : { 'content-length': String(body.length) };
			const sent = request(
				this.#url,
				{ method, agent: this.#agent, headers: { ...headers, ...length } },
				(answer) => {
					answer.resume();
					answer.on('end', () => resolve({ status: answer.statusCode }));
					answer.on('error', () => resolve({ status: answer.statusCode }));
				},
			);
			// A server that refuses a long body answers before all of it has been sent, and may cut the line then.
			sent.on('error', (error) => resolve({ error: error.code ?? error.message }));
			if (!hangUp) sent.end(body);
			else sent.write(body.subarray(0, body.length >> 1), () => sent.destroy());
		});
	}

	close() {
		this.#agent.destroy();
	}
}
