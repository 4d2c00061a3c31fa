import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { Advice } from '../../scripts/lib/say.mjs';

const PATIENCE_MS = 15_000;

/** Two n8n on one database would spoil it: the second start of the demo is refused while the first runs. */
export class SingleInstance {
	/** @param {string} file where the running one leaves its process id and address */
	constructor(file) {
		this.#file = file;
	}

	#file;

	/** @throws {Advice} when another one is running, or has left its n8n running */
	async refuseSecond() {
		if (!existsSync(this.#file)) return;
		const { pid, url, children } = JSON.parse(readFileSync(this.#file, 'utf8'));
		// What a killed demo leaves running ends by itself, and needs a moment for it.
		const deadline = Date.now() + PATIENCE_MS;
		while (!isAlive(pid) && children.some(isAlive) && Date.now() < deadline) {
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
		// A process id alone may have gone to another program since.
		if (!(await answers(url))) return;
		throw new Advice(
			isAlive(pid)
				? `The demo is already running (process ${pid}): ${url}\nStop it there with Ctrl-C first.`
				: `An earlier demo has left its n8n running: ${url}\n` +
						`End the processes ${children.join(' and ')}, then start the demo again.`,
		);
	}

	/**
	 * @param {string} url of the n8n that has been started
	 * @param {number[]} children ids of the processes that have been started
	 */
	claim(url, children) {
		mkdirSync(dirname(this.#file), { recursive: true });
		writeFileSync(this.#file, JSON.stringify({ pid: process.pid, url, children }));
		process.once('exit', () => rmSync(this.#file, { force: true }));
	}
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}

async function answers(url) {
	return await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
		({ ok }) => ok,
		() => false,
	);
}
