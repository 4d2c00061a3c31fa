import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { cacheFolder, rootFolder } from './paths.mjs';
import { binOf, run } from './processes.mjs';
import { Advice, say } from './say.mjs';

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

function fingerprint() {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((source) => filesUnder(join(rootFolder, source)))) {
		hash.update(relative(rootFolder, file)).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

/** Builds dist/ from nothing. @returns {Promise<number>} the build's exit code */
export async function build() {
	const built = fingerprint();
	const code = await run(process.execPath, [binOf('gulp'), 'build']);
	if (code === 0) {
		mkdirSync(cacheFolder, { recursive: true });
		writeFileSync(stampFile, built);
	}
	return code;
}

/** Builds dist/ unless it was built from the very same sources. */
export async function buildIfNeeded() {
	const upToDate =
		existsSync(join(rootFolder, 'dist')) &&
		existsSync(stampFile) &&
		readFileSync(stampFile, 'utf8') === fingerprint();
	if (upToDate) return;
	say('Building the package (a few seconds)');
	if ((await build()) !== 0) {
		throw new Advice(
			'The package does not build; the messages above say where. Run "npm run build" to retry.',
		);
	}
}
