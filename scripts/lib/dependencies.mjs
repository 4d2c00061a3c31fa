import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { npm } from './processes.mjs';
import { withProgress } from './progress.mjs';
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
	return needed(wanted).every(([path, { version }]) => path in present && present[path].version === version);
}

/** The packages of a lockfile that every system needs. */
function needed(packages) {
	return Object.entries(packages).filter(
		([path, { optional, devOptional }]) => path.startsWith('node_modules/') && !optional && !devOptional,
	);
}

/**
 * Installs a folder's dependencies exactly as locked, unless they are there.
 *
 * @param {string} folder
 * @param {{ what: string, takes: string, isQuiet?: boolean }} words what is installed, and about how long it takes; a
 *   quiet installation says nothing before its end
 */
export async function installDependencies(folder, { what, takes, isQuiet = false }) {
	if (isInstalled(folder)) return;
	const start = Date.now();
	const paths = needed(packagesOf(join(folder, 'package-lock.json'))).map(([path]) => path);
	// npm itself says nothing before it is done.
	const onDisk = () => paths.filter((path) => existsSync(join(folder, path, 'package.json'))).length;
	const { code, interrupted, output } = await withProgress(
		{
			what: `Installing ${what}`,
			takes,
			detail: () => `${onDisk()} of ${paths.length} packages are on disk`,
		},
		// Install scripts stay off: none is needed, and many would reach outside the registry.
		() => npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder }),
		isQuiet ? { stream: { write: () => true } } : {},
	);
	if (interrupted)
		throw new Advice(
			`Installing ${what} was interrupted with Ctrl-C. To install it, run the same command again.`,
		);
	if (code !== 0) {
		throw new Advice(
			`npm could not install ${what}:\n${output.trim()}\n` +
				'Check the network connection and the free disk space, then run the same command again.',
		);
	}
	say(`Installed ${what} in ${duration(Date.now() - start)}`);
}
