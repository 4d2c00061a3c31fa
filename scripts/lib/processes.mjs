import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { rootFolder } from './paths.mjs';
import { Advice } from './say.mjs';

const isWindows = process.platform === 'win32';

/**
 * The command line that starts npm. Under `npm run`, the same npm; otherwise the one in PATH.
 *
 * npm's own JavaScript is preferred, because on Windows `npm.cmd` starts only through a shell.
 */
function npmCommand() {
	const underNpm = process.env.npm_execpath;
	if (underNpm && basename(underNpm) === 'npm-cli.js') return [process.execPath, underNpm];
	const besideNode = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
	if (isWindows && existsSync(besideNode)) return [process.execPath, besideNode];
	return [isWindows ? 'npm.cmd' : 'npm'];
}

/**
 * Runs npm in a folder without showing its output.
 *
 * @param {string[]} args
 * @param {{ cwd: string }} options
 * @throws {Advice} when npm is not there
 * @returns {Promise<Outcome>}
 */
export async function npm(args, { cwd }) {
	const [command, ...first] = npmCommand();
	return await runQuietly(command, [...first, ...args], { cwd });
}

/** What npm prints on its standard output. @throws {Advice} with all that it printed, when it fails */
export async function npmOutput(args, { cwd }) {
	const { code, output, stdout } = await npm(args, { cwd });
	if (code !== 0) throw new Advice(`npm ${args.join(' ')} failed in ${cwd}:\n${output.trim()}`);
	return stdout;
}

/**
 * Runs a program to its end with this process's input and output.
 *
 * Ctrl-C reaches the program by itself, from the terminal; this process waits until it has tidied up.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export async function run(command, args, { cwd = rootFolder, env = process.env } = {}) {
	const child = spawn(command, args, { cwd, env, stdio: 'inherit', shell: command.endsWith('.cmd') });
	return (await ended(child)).code;
}

/**
 * @typedef {object} Outcome
 * @property {number} code exit code
 * @property {boolean} interrupted whether Ctrl-C was pressed meanwhile
 * @property {string} output all that the program printed
 * @property {string} stdout the part of it from the standard output
 */

/**
 * Runs a program to its end without input, and keeps its output, without the warnings of its Node, for when it fails.
 * Ctrl-C reaches it as in `run`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<Outcome>}
 */
export async function runQuietly(command, args, { cwd = rootFolder } = {}) {
	const child = spawn(command, args, {
		cwd,
		env: { ...process.env, NODE_NO_WARNINGS: '1' },
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: command.endsWith('.cmd'),
	});
	const texts = [];
	for (const name of ['stdout', 'stderr']) {
		child[name].setEncoding('utf8').on('data', (text) => texts.push({ name, text }));
	}
	const outcome = await ended(child);
	const printed = (parts) => parts.map(({ text }) => text).join('');
	const stdout = printed(texts.filter(({ name }) => name === 'stdout'));
	return { ...outcome, output: printed(texts), stdout };
}

/**
 * Waits for the end of a program.
 *
 * @returns {Promise<Pick<Outcome, 'code' | 'interrupted'>>} the code is 1 when a signal ended it
 */
function ended(child) {
	return new Promise((resolve, reject) => {
		let interrupted = false;
		const wait = () => {
			interrupted = true;
		};
		const passOn = () => child.kill('SIGTERM');
		process.on('SIGINT', wait);
		process.on('SIGTERM', passOn);
		const settle = (finish) => {
			process.off('SIGINT', wait);
			process.off('SIGTERM', passOn);
			finish();
		};
		child.on('error', (error) =>
			settle(() =>
				reject(
					error.code === 'ENOENT'
						? new Advice(`${child.spawnfile} was not found. Install it, or add its folder to PATH.`)
						: error,
				),
			),
		);
		child.on('close', (code) => settle(() => resolve({ code: code ?? 1, interrupted })));
	});
}

/**
 * The JavaScript file behind a command of an installed package, so that it starts without a shell.
 *
 * @param {string} packageName
 * @param {string} [command] when the package has more than one
 */
export function binOf(packageName, command = packageName) {
	const folder = join(rootFolder, 'node_modules', packageName);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
