import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { npm } from './processes.mjs';
import { Advice, duration, say } from './say.mjs';

function packagesOf(lockfile) {
	return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : undefined;
}

/**
 * Whether a folder's `node_modules` holds what its lockfile says.
 *
 * npm writes down what it installed as its last act, so a broken-off installation counts as none, and one
 * made by hand counts. Optional packages may be missing: they depend on the system.
 */
export function isInstalled(folder) {
	const wanted = packagesOf(join(folder, 'package-lock.json'));
	const present = packagesOf(join(folder, 'node_modules', '.package-lock.json'));
	if (!wanted) throw new Advice(`${folder} has no package-lock.json. Restore it from the repository.`);
	if (!present) return false;
	return Object.entries(wanted).every(
		([path, { version, optional, devOptional }]) =>
			!path.startsWith('node_modules/') ||
			optional ||
			devOptional ||
			(path in present && present[path].version === version),
	);
}

/**
 * Installs a folder's dependencies exactly as locked, unless they are there.
 *
 * @param {string} folder
 * @param {{ what: string, takes: string }} words what is installed, and about how long it takes
 */
export async function installDependencies(folder, { what, takes }) {
	if (isInstalled(folder)) return;
	say(`Installing ${what} (${takes})`);
	const start = Date.now();
	const heartbeat = setInterval(
		() => say(`still installing ${what}, ${duration(Date.now() - start)} so far (${takes})`),
		30_000,
	);
	try {
		// Install scripts stay off: none is needed, and many would reach outside the registry.
		const code = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
			cwd: folder,
		});
		if (code !== 0) {
			throw new Advice(
				`npm could not install ${what}; its own message is above.\n` +
					'Check the network connection and the free disk space, then run the same command again.',
			);
		}
	} finally {
		clearInterval(heartbeat);
	}
	say(`Installed ${what} in ${duration(Date.now() - start)}`);
}
