import { installDependencies } from './dependencies.mjs';
import { continueUnderNode24 } from './node24.mjs';
import { e2eFolder, rootFolder } from './paths.mjs';

/**
 * Makes a fresh checkout ready to run: Node 24, the project's dependencies, and n8n itself where asked.
 * Does nothing, in well under a second, when everything is there.
 *
 * @param {{ n8n?: boolean }} [needs]
 */
export async function bootstrap({ n8n = false } = {}) {
	await continueUnderNode24();
	await installDependencies(rootFolder, {
		what: "the project's dependencies",
		takes: 'about 400 MB on disk, a minute or two',
	});
	if (n8n) await installN8n();
}

/** Installs n8n. @param {{ isQuiet?: boolean }} [options] a quiet installation says nothing before its end */
export async function installN8n({ isQuiet = false } = {}) {
	await installDependencies(e2eFolder, {
		what: 'n8n into e2e/',
		takes: 'about 2.6 GB on disk, 5 to 7 minutes, only once',
		isQuiet,
	});
}
