import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { cacheFolder, rootFolder } from './paths.mjs';
import { binOf, run, runQuietly } from './processes.mjs';
import { withProgress } from './progress.mjs';
import { Advice } from './say.mjs';

const stampFile = join(cacheFolder, 'build.sha256');

/** What the build reads. */
const SOURCES = [
	'nodes',
	'credentials',
	'package.json',
	'gulpfile.js',
	'tsconfig.json',
	'tsconfig.build.json',
];

/** All files under a file or folder, with their full paths, in a fixed order. */
export function filesUnder(path) {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/** Tells whether anything under these paths of the project has changed. */
export function fingerprint(paths = SOURCES) {
	const hash = createHash('sha256');
	for (const file of paths.flatMap((path) => filesUnder(join(rootFolder, path)))) {
		hash.update(relative(rootFolder, file)).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

/** Builds dist/ from nothing. @returns {Promise<number>} the build's exit code */
export async function build() {
	return await stamped(() => run(...commandLine()));
}

const commandLine = () => [process.execPath, [binOf('gulp'), 'build']];

/** Notes from what was built, if it was. @param {() => Promise<number>} work resolves to the build's exit code */
async function stamped(work) {
	const built = fingerprint();
	const code = await work();
	if (code === 0) {
		mkdirSync(cacheFolder, { recursive: true });
		writeFileSync(stampFile, built);
	}
	return code;
}

/**
 * Builds dist/ unless it was built from the very same sources. What the build prints is shown only when it fails.
 *
 * @throws {Advice} when the package does not build
 */
export async function buildIfNeeded() {
	const upToDate =
		existsSync(join(rootFolder, 'dist')) &&
		existsSync(stampFile) &&
		readFileSync(stampFile, 'utf8') === fingerprint();
	if (upToDate) return;
	const code = await stamped(async () => {
		const outcome = await withProgress({ what: 'Building the package', takes: 'up to half a minute' }, () =>
			runQuietly(...commandLine()),
		);
		if (outcome.code !== 0) console.error(outcome.output);
		return outcome.code;
	});
	if (code !== 0) {
		throw new Advice(
			'The package does not build; the messages above say where. Run "npm run build" to retry.',
		);
	}
}
