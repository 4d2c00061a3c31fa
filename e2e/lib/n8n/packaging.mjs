import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { buildIfNeeded, fingerprint } from '../../../scripts/lib/build.mjs';
import { cacheFolder, rootFolder } from '../../../scripts/lib/paths.mjs';
import { npmOutput } from '../../../scripts/lib/processes.mjs';
import { Advice } from '../../../scripts/lib/say.mjs';

/** The package's manifest, as it would be published. */
export const manifest = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'));

/** The type names under which n8n must know the package's nodes, e.g. `n8n-nodes-….goHighLevel`. */
export const nodeTypes = manifest.n8n.nodes.map((file) => {
	const className = file.split('/').pop().replace('.node.js', '');
	return `${manifest.name}.${className[0].toLowerCase()}${className.slice(1)}`;
});

const packedFolder = join(cacheFolder, 'packed');
/** What goes into the package. */
const PACKED = ['dist', 'package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];

/**
 * Builds the package if need be and packs it as for publishing, unless that was done with the very same content.
 *
 * @returns {Promise<string>} the tarball, which others may read too
 */
export async function packPackage() {
	await buildIfNeeded();
	const tarball = join(packedFolder, `${fingerprint(PACKED)}.tgz`);
	if (existsSync(tarball)) return tarball;
	// Test files that run at the same time each pack for themselves, and the last one's stays.
	const folder = join(packedFolder, String(process.pid));
	mkdirSync(folder, { recursive: true });
	const [{ filename }] = JSON.parse(
		await npmOutput(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
			cwd: rootFolder,
		}),
	);
	for (const name of readdirSync(packedFolder)) {
		if (name.endsWith('.tgz')) rmSync(join(packedFolder, name), { force: true });
	}
	renameSync(join(folder, filename), tarball);
	rmSync(folder, { recursive: true });
	return tarball;
}

/**
 * Puts a packed package where n8n keeps community packages, in place of the one that is there.
 *
 * n8n's own installer insists on the public registry, and npm would add a second n8n-workflow for the peer
 * dependency; n8n itself loads whatever folder lies there.
 *
 * @param {string} tarball
 * @param {string} userFolder n8n's `N8N_USER_FOLDER`
 */
export function unpackInto(tarball, userFolder) {
	const modules = join(userFolder, '.n8n', 'nodes', 'node_modules');
	const fresh = join(userFolder, 'unpacking');
	rmSync(fresh, { recursive: true, force: true });
	mkdirSync(fresh, { recursive: true });
	// Without folders in its arguments, tar takes neither a colon nor a blank amiss.
	const { status, stderr, error } = spawnSync('tar', ['-xzf', '-'], {
		cwd: fresh,
		input: readFileSync(tarball),
		encoding: 'utf8',
	});
	if (error || status !== 0) {
		throw new Advice(`The packed package could not be unpacked with tar: ${error?.message ?? stderr}`);
	}
	const target = join(modules, manifest.name);
	mkdirSync(modules, { recursive: true });
	rmSync(target, { recursive: true, force: true });
	renameSync(join(fresh, 'package'), target);
	rmSync(fresh, { recursive: true });
}
