import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { Advice, say } from '../../scripts/lib/say.mjs';
import { STARTED_BY } from '../../scripts/lib/starter.mjs';

const PATIENCE_MS = 10_000;
/** One Ctrl-C may arrive twice: from the terminal, and from npm. */
const SAME_KEYPRESS_MS = 1000;
const WATCH = new URL('endWithStarter.mjs', import.meta.url).href;

/** @type {Set<Child>} */
const running = new Set();

/** A program that did not start as it should. */
export class StartFailure extends Advice {}

/** A started program: its output goes to a log file, and it does not outlive this process, not even a killed one. */
export class Child {
	/**
	 * @param {string} name as people call it
	 * @param {string[]} args of Node
	 * @param {{ cwd: string, env: NodeJS.ProcessEnv, logFile: string }} options `env` is the whole environment
	 * @throws {Advice} when all programs are being stopped
	 */
	constructor(name, args, { cwd, env, logFile }) {
		if (isStopping()) throw new Advice(`${name} is not started: all is being stopped.`);
		this.name = name;
		this.logFile = logFile;
		mkdirSync(dirname(logFile), { recursive: true });
		const log = openSync(logFile, 'w');
		this.#process = spawn(process.execPath, ['--import', WATCH, ...args], {
			cwd,
			env: { ...env, [STARTED_BY]: String(process.pid) },
			stdio: ['ignore', log, log],
			// In a group of its own, Ctrl-C does not reach it: it is stopped in good order instead.
			detached: process.platform !== 'win32',
		});
		closeSync(log);
		running.add(this);
		/** Resolves when the program has ended, for whatever reason. */
		this.ended = new Promise((resolve) => {
			const end = (how) => {
				// What it has started itself may not have ended with it.
				this.signal('SIGKILL');
				this.hasEnded = how;
				running.delete(this);
				resolve();
			};
			this.#process.once('error', (error) => end(error.message));
			this.#process.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
		});
	}

	#process;

	get pid() {
		return this.#process.pid;
	}

	/** How the program ended; undefined while it runs. @type {string | undefined} */
	hasEnded;

	/**
	 * Asks until the answer is yes.
	 *
	 * @param {() => Promise<boolean>} isReady may throw while the program does not answer yet
	 * @throws {StartFailure} with the end of the log, when the program ends or takes too long
	 */
	async waitUntil(isReady, { withinMs, everyMs = 200 }) {
		const deadline = Date.now() + withinMs;
		while (!this.hasEnded && Date.now() < deadline) {
			if (await isReady().catch(() => false)) return;
			await new Promise((resolve) => setTimeout(resolve, everyMs));
		}
		const what = this.hasEnded
			? `ended before it was ready (${this.hasEnded})`
			: `was not ready within ${withinMs / 1000} s`;
		throw new StartFailure(
			`${this.name} ${what}. Its last words, from ${this.logFile}:\n${this.#lastWords()}`,
		);
	}

	#lastWords() {
		return readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
	}

	/** Ends the program and whatever it started; by force when it does not go by itself. */
	async stop() {
		if (this.hasEnded) return;
		this.signal('SIGTERM');
		const force = setTimeout(() => this.signal('SIGKILL'), PATIENCE_MS);
		await this.ended;
		clearTimeout(force);
	}

	signal(signal) {
		// It could not be started.
		if (this.pid === undefined) return;
		try {
			if (process.platform === 'win32') this.#process.kill(signal);
			else process.kill(-this.#process.pid, signal);
		} catch (error) {
			if (error.code !== 'ESRCH') throw error;
		}
	}
}

/** Stops all programs that are still running, the youngest first. */
export async function stopAll() {
	for (const child of [...running].reverse()) await child.stop();
}

// The last resort, for an exit that nobody tidied up before.
process.on('exit', () => {
	for (const child of running) child.signal('SIGKILL');
});

/** @type {number | undefined} */
let stoppingSinceMs;

/** Whether a signal has asked this process to end. Errors that come from then on are no news. */
export function isStopping() {
	return stoppingSinceMs !== undefined;
}

/** The first signal stops all in good order; a second one, such as another Ctrl-C, at once. */
function stop(exitCode) {
	if (stoppingSinceMs === undefined) {
		stoppingSinceMs = Date.now();
		if (running.size > 0) say('Stopping, which takes a few seconds (Ctrl-C once more ends all immediately)');
		void stopAll().finally(() => process.exit(exitCode));
	} else if (Date.now() - stoppingSinceMs > SAME_KEYPRESS_MS) {
		process.exit(exitCode);
	}
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => stop(signal === 'SIGINT' ? 130 : 143));
}
