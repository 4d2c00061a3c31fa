/**
 * Checks what `npm publish` would send: nothing that does not belong there, and nothing missing.
 * `node scripts/checkPackage.mjs` runs it alone, on the dist/ that is there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { filesUnder } from './lib/build.mjs';
import { rootFolder } from './lib/paths.mjs';
import { npmOutput } from './lib/processes.mjs';
import { runMain } from './lib/say.mjs';

const OUTSIDE_DIST = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'];
const BUILT_ROOMS = /^dist\/(nodes|credentials)\//;
/** What the build carries over as it is. */
const CARRIED = /\.(svg|png|json)$/;

/** What n8n brings along for community nodes, beside what is in Node.js itself. */
const BROUGHT_BY_N8N = ['n8n-workflow', 'lodash', 'luxon', 'p-limit', 'zod'];

const inPosix = (path) => path.split(sep).join('/');

async function packedFiles() {
	const [{ files }] = JSON.parse(
		await npmOutput(['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: rootFolder }),
	);
	return files.map(({ path }) => path);
}

/** Icons, codex files and output schemas, where the build has to put them. */
function filesToCarryOver() {
	return ['nodes', 'credentials']
		.flatMap((room) => filesUnder(join(rootFolder, room)))
		.filter((file) => CARRIED.test(file))
		.map((file) => `dist/${inPosix(relative(rootFolder, file))}`);
}

/** Every icon that a source names as `file:...`, next to the file that names it. */
function iconsNamedInSources() {
	return ['nodes', 'credentials']
		.flatMap((room) => filesUnder(join(rootFolder, room)))
		.filter((file) => /\.ts$/.test(file))
		.flatMap((file) => {
			const folder = inPosix(dirname(relative(rootFolder, file)));
			return [...readFileSync(file, 'utf8').matchAll(/['"`]file:([^'"`]+)['"`]/g)].map(
				([, icon]) => `dist/${posix.join(folder, icon)}`,
			);
		});
}

/** A built file whose source is gone would be published for ever. */
function sourceOf(built) {
	const path = join(rootFolder, built.slice('dist/'.length));
	const candidates = [path, path.replace(/(\.d\.ts|\.js|\.js\.map|\.d\.ts\.map)$/, '.ts')];
	return candidates.find((candidate) => existsSync(candidate));
}

/** Packages that a built file asks for and that are not there in n8n: a library that was not bundled. */
function missingPackages(built) {
	const named = readFileSync(join(rootFolder, built), 'utf8').matchAll(
		/\brequire\(["']([^."'][^"']*)["']\)/g,
	);
	return [...named]
		.map(([, name]) => name)
		.filter((name) => ![...BROUGHT_BY_N8N, ...builtinModules].includes(name.replace(/^node:/, '')));
}

/** The faults in what would be published, as sentences. */
export async function faultsInPackage() {
	const manifest = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'));
	const packed = await packedFiles();
	const present = new Set(packed);
	const faults = [];

	for (const file of packed) {
		if (OUTSIDE_DIST.includes(file)) continue;
		if (!BUILT_ROOMS.test(file)) faults.push(`${file} does not belong into the package`);
		else if (!sourceOf(file)) faults.push(`${file} has no source any more: build from an empty dist/`);
	}
	for (const file of packed.filter((path) => path.endsWith('.js'))) {
		for (const name of missingPackages(file))
			faults.push(`${file} requires "${name}", which n8n does not bring`);
	}
	for (const file of OUTSIDE_DIST) if (!present.has(file)) faults.push(`${file} is missing`);
	for (const kind of ['nodes', 'credentials']) {
		const named = manifest.n8n?.[kind] ?? [];
		for (const file of named) {
			if (!present.has(file)) faults.push(`${file} is named in package.json and missing`);
		}
		const suffix = kind === 'nodes' ? '.node.ts' : '.credentials.ts';
		for (const source of filesUnder(join(rootFolder, kind)).filter((file) => file.endsWith(suffix))) {
			const built = `dist/${inPosix(relative(rootFolder, source)).replace(/\.ts$/, '.js')}`;
			if (!named.includes(built)) faults.push(`${built} is not named in package.json (n8n.${kind})`);
		}
	}
	for (const file of new Set([...filesToCarryOver(), ...iconsNamedInSources()])) {
		if (!present.has(file)) faults.push(`${file} is missing: a node or credential needs it`);
	}
	for (const field of ['dependencies', 'optionalDependencies', 'bundledDependencies']) {
		const names = Object.keys(manifest[field] ?? {});
		if (names.length) faults.push(`package.json has ${field} (${names.join(', ')}): n8n allows none`);
	}
	return faults;
}

/** @returns {Promise<number>} 0 when the package is as it should be */
export async function checkPackage() {
	const faults = await faultsInPackage();
	for (const fault of faults) console.error(`- ${fault}`);
	if (faults.length === 0) console.log('The package holds what it should, and nothing else.');
	return faults.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(checkPackage);
