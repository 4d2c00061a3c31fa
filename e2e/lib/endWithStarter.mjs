/**
 * Loaded into a started program before its own code: ends it, and what it has started itself, when the process that
 * started it is gone. That one may have been killed.
 */
import { isMainThread } from 'node:worker_threads';

import { watchStarter } from '../../scripts/lib/starter.mjs';

const PATIENCE_MS = 10_000;

/** Every started program leads a group of its own. */
function signalGroup(signal) {
	process.kill(process.platform === 'win32' ? process.pid : -process.pid, signal);
}

// Threads load this too.
if (isMainThread) {
	watchStarter(() => {
		// What this program has started may not end when it is asked to.
		process.once('exit', () => signalGroup('SIGKILL'));
		if (process.listenerCount('SIGTERM') === 0) process.exit();
		setTimeout(() => process.exit(), PATIENCE_MS).unref();
		signalGroup('SIGTERM');
	});
}
