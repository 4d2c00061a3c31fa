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
 * @param {() => string | Promise<string>} [about.detail] how far it is; one that is not known yet, or not to be had, is
 *   left out
 * @param {() => Promise<T>} work
 * @param {{ stream?: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>, everyMs?: number }} [options]
 * @returns {Promise<T>} what the work results in
 */
export async function withProgress({ what, takes, detail }, work, options = {}) {
	const { stream = process.stdout, everyMs = EVERY_MS } = options;
	const start = Date.now();
	stream.write(`> ${what} (${takes})\n`);
	const show = (known) => {
		const soFar = `${duration(Date.now() - start)} so far`;
		const text = `> ${what}: ${known ? `${known}, ` : ''}${soFar}`;
		// A line that is longer than the terminal is wide could not be replaced.
		stream.write(stream.isTTY ? `\r\x1b[K${text.slice(0, (stream.columns || 80) - 1)}` : `${text}\n`);
	};
	let isAsking = false;
	let isOver = false;
	const timer = setInterval(() => {
		// What takes longer than the time between two lines is asked once.
		const known = isAsking ? undefined : detail?.();
		if (!(known instanceof Promise)) return show(known);
		isAsking = true;
		const answered = (text) => {
			isAsking = false;
			if (!isOver) show(text);
		};
		known.then(answered, () => answered());
	}, everyMs);
	try {
		return await work();
	} finally {
		isOver = true;
		clearInterval(timer);
		if (stream.isTTY) stream.write('\r\x1b[K');
	}
}
