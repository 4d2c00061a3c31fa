import { N8n } from '../lib/n8n/n8n.mjs';
import { packPackage, unpackInto } from '../lib/n8n/packaging.mjs';
import { freePort, lastingPort } from '../lib/ports.mjs';
import { OTHER_PORTS, Sandbox } from '../lib/sandbox.mjs';
import { leadsFolder } from './leadImport.mjs';

/**
 * Starts the sandbox and an n8n with the freshly packed package in it, and waits until both are ready.
 *
 * @param {object} options
 * @param {string} options.userFolder n8n's data; kept from start to start
 * @param {string} [options.stateFile] the sandbox's data; its state ends with it when left out
 * @param {boolean} [options.opportunities] whether HighLevel begins with some, and contacts for them; empty otherwise
 * @param {number} [options.n8nPort] first choice; any free one when left out
 * @param {number} [options.sandboxPort] likewise
 * @param {Record<string, string>} [options.n8nSettings] further environment variables for n8n
 * @param {string} options.logName beginning of the log files' names
 */
export async function setStage({
	userFolder,
	stateFile,
	opportunities,
	n8nPort,
	n8nSettings,
	sandboxPort,
	logName,
}) {
	const tarball = await packPackage();
	unpackInto(tarball, userFolder);
	const port = await freePort(sandboxPort ?? lastingPort(), Object.values(OTHER_PORTS));
	const sandbox = new Sandbox({ port, stateFile, opportunities, logName: `${logName}-sandbox` });
	const n8n = await N8n.start({
		userFolder,
		port: n8nPort,
		readableFolders: [leadsFolder],
		settings: n8nSettings,
		logName: `${logName}-n8n`,
	});
	// One after the other, so that a failure is told about the right one.
	await sandbox.ready();
	await n8n.ready();
	return { sandbox, n8n };
}
