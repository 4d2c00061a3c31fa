import { duration } from './say.mjs';

/** How often a wait shows that it goes on. */
const EVERY_MS = 5000;

/**
 * Shows what a piece of work is, and while it goes on, for how long already: a terminal in one line that changes, anything
 * else, such as a log, a line every few seconds.
 *
 * @template T
 * @param {object} about
 * @param {string} about.what such as `Building the package`
 * @param {string} about.takes how long it usually takes, and what else is to be known before
 * @param {() => string} [about.detail] how far it is
 * @param {() => Promise<T>} work
 * @param {{ stream?: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>, everyMs?: number }} [options]
 * @returns {Promise<T>} what the work results in
 */
export async function withProgress({ what, takes, detail }, work, options = {}) {
	const { stream = process.stdout, everyMs = EVERY_MS } = options;
	const start = Date.now();
	stream.write(`> ${what} (${takes})\n`);
	const timer = setInterval(() => {
		const soFar = `${duration(Date.now() - start)} so far`;
		const text = `> ${what}: ${detail ? `${detail()}, ` : ''}${soFar}`;
		// A line that is longer than the terminal is wide could not be replaced.
		stream.write(stream.isTTY ? `\r\x1b[K${text.slice(0, (stream.columns || 80) - 1)}` : `${text}\n`);
	}, everyMs);
	try {
		return await work();
	} finally {
		clearInterval(timer);
		if (stream.isTTY) stream.write('\r\x1b[K');
	}
}
