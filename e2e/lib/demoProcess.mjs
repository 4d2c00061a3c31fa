import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { rootFolder } from '../../scripts/lib/paths.mjs';
import { groupsGone, processesOf } from './processGroups.mjs';

/** `npm run demo` as a process of its own, without npm. */
export class DemoProcess {
	/** @param {string} folder where it keeps everything @param {string[]} [options] */
	constructor(folder, options = []) {
		this.#folder = folder;
		// With CI set, it would end after the import.
		const { CI: _, ...env } = process.env;
		this.#process = spawn(process.execPath, [join('scripts', 'demo.mjs'), ...options], {
			cwd: rootFolder,
			env: { ...env, DEMO_FOLDER: folder },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const stream of [this.#process.stdout, this.#process.stderr]) {
			stream.setEncoding('utf8').on('data', (text) => {
				this.output += text;
			});
		}
		this.ended = new Promise((resolve) => this.#process.once('exit', resolve));
		void this.ended.then(() => {
			this.#hasEnded = true;
		});
		process.on('exit', () => this.signal('SIGKILL'));
	}

	#folder;
	#process;
	#hasEnded = false;
	/** All that it has printed so far. */
	output = '';

	/** Waits until it has printed its last words. @throws {Error} with its output, when it ends instead */
	async open() {
		while (!this.output.includes('Stop with Ctrl-C.')) {
			if (this.#hasEnded) throw new Error(`The demo has ended:\n${this.output}`);
			await setTimeout(100);
		}
		const { children } = JSON.parse(readFileSync(join(this.#folder, 'running.json'), 'utf8'));
		this.#groups = children;
		return this;
	}

	/** Process ids of n8n and of the sandbox. @type {number[]} */
	#groups = [];

	signal(signal) {
		this.#process.kill(signal);
	}

	/** Ids of the processes of n8n and of the sandbox that run, with those that these have started. */
	leftovers() {
		return processesOf(this.#groups);
	}

	/** Waits until none of these is left. @throws {Error} when they go on */
	async gone(options) {
		await groupsGone(this.#groups, options);
	}
}
