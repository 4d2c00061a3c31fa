import { createServer, request } from 'node:http';

const LOOK_EVERY_MS = 100;

/**
 * A reverse proxy in front of n8n, as people run it: nothing is let through until n8n says that it is ready. Without
 * one, n8n answers whatever comes while it starts with 200, and a webhook that comes then is lost.
 */
export class FrontDoor {
	/** @param {import('./n8n/n8n.mjs').N8n} n8n */
	static async start(n8n) {
		const door = new FrontDoor(n8n.url);
		await new Promise((resolve) => door.#server.listen(0, '127.0.0.1', resolve));
		await door.#look();
		return door;
	}

	/** @private */
	constructor(n8nUrl) {
		this.#n8nUrl = n8nUrl;
	}

	#n8nUrl;
	#server = createServer((taken, answer) => this.#pass(taken, answer));
	#isOpen = false;
	#isStopped = false;
	#passed = 0;

	/** Each time this many requests were answered, the answer is lost on its way back; 0 loses none. */
	loseEvery = 0;
	/** How many answers were lost so. */
	lost = 0;

	/** The same path behind the door. @param {string} url at n8n */
	urlOf(url) {
		return url.replace(this.#n8nUrl, `http://127.0.0.1:${this.#server.address().port}`);
	}

	#pass(taken, answer) {
		if (!this.#isOpen) return void answer.writeHead(503).end();
		const { method, headers } = taken;
		const passed = request(`${this.#n8nUrl}${taken.url}`, { method, headers, agent: false }, (answered) => {
			this.#passed += 1;
			if (this.loseEvery > 0 && this.#passed % this.loseEvery === 0) {
				this.lost += 1;
				answered.resume();
				taken.socket.destroy();
				return;
			}
			answer.writeHead(answered.statusCode, answered.headers);
			answered.pipe(answer);
			answered.on('error', () => taken.socket.destroy());
		});
		passed.on('error', () => taken.socket.destroy());
		taken.pipe(passed);
	}

	/** Looks whether n8n is ready, now and from time to time. */
	async #look() {
		this.#isOpen = await fetch(`${this.#n8nUrl}/healthz/readiness`).then(
			({ ok }) => ok,
			() => false,
		);
		if (!this.#isStopped) setTimeout(() => void this.#look(), LOOK_EVERY_MS);
	}

	async stop() {
		this.#isStopped = true;
		await new Promise((resolve) => {
			this.#server.close(resolve);
			this.#server.closeAllConnections();
		});
	}
}
