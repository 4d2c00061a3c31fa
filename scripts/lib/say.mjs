/** An error whose message alone tells the reader what to do: it is printed without a stack. */
export class Advice extends Error {
	name = 'Advice';
}

/** One line of progress, marked so that it stands out between the output of other programs. */
export function say(message) {
	console.log(`> ${message}`);
}

/** `83_000` -> `1 min 23 s`; below ten seconds with one decimal. */
export function duration(ms) {
	if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
	const seconds = Math.round(ms / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Runs a script's main function and ends the process with its exit code.
 *
 * @param {() => Promise<number | void>} main resolves to the exit code; nothing means 0
 */
export async function runMain(main) {
	try {
		process.exitCode = (await main()) ?? 0;
	} catch (error) {
		console.error(error instanceof Advice ? `\n${error.message}` : error);
		process.exitCode = 1;
	}
}
