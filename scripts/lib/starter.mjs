/** The environment variable that tells a started program the id of the process that has started it. */
export const STARTED_BY = 'STARTED_BY_PID';

const EVERY_MS = 500;

/**
 * Watches the process that has started this one, if it asked for that, and says when it is gone, however it ended: a
 * process that is killed cannot end what it has started.
 *
 * @param {() => void} onGone
 */
export function watchStarter(onGone) {
	const starter = Number(process.env[STARTED_BY]);
	// What this process starts inherits the variable and has another parent.
	if (process.ppid !== starter) return;
	const timer = setInterval(() => {
		if (isAlive(starter)) return;
		clearInterval(timer);
		onGone();
	}, EVERY_MS);
	timer.unref();
}

function isAlive(starter) {
	// Only Windows goes on telling the id of a parent that is gone.
	if (process.platform !== 'win32') return process.ppid === starter;
	try {
		process.kill(starter, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
