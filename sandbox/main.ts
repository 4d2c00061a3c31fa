/**
 * Command-line entry of the sandboxes: serves until it is interrupted.
 *
 * Environment: SANDBOX_PORT moves the first port (4010), and the others with it; SANDBOX_STATE names the file that
 * keeps the state across restarts (without it, every start begins with the seed state), with the other systems' files
 * beside it. A file that cannot be read gets another name, and its system begins with the seed state. With any
 * SANDBOX_EMPTY, HighLevel's seed state has no contacts, and so no opportunities or conversations.
 */
import { DEMO as HIGHLEVEL, startHighLevelSandbox } from './highLevel';
import { setAside, StateFileError } from './shared/running/stateFile';
import { DEMO as WHATSABLE, startWhatsAbleSandbox } from './whatsAble';
import { DEMO as WISE_AGENT, startWiseAgentSandbox } from './wiseAgent';

const DEFAULT_PORT = 4010;
/** With this, a line begins that tells of a state file that was given another name. */
const SET_ASIDE = 'Set aside';
/** Room for the systems after the first. */
const LAST_OFFSET = 20;

interface Running {
	url: string;
	close(): Promise<void>;
}

async function main(): Promise<void> {
	const firstPort = portFrom(process.env['SANDBOX_PORT']);
	const stateFile = process.env['SANDBOX_STATE'] || undefined;
	const at = (offset: number, suffix: string) => ({
		port: firstPort === 0 ? 0 : firstPort + offset,
		quiet: true,
		...(stateFile ? { stateFile: beside(stateFile, suffix) } : {}),
	});
	const opportunities = !process.env['SANDBOX_EMPTY'];
	const highLevel = await startKept(startHighLevelSandbox, { ...at(0, ''), opportunities });
	const wiseAgent = await startKept(startWiseAgentSandbox, at(10, 'wiseAgent'));
	const whatsAble = await startKept(startWhatsAbleSandbox, at(LAST_OFFSET, 'whatsAble'));
	console.log(
		[
			`HighLevel sandbox   ${highLevel.url}`,
			`  watch it          ${highLevel.url}/ (in a browser)`,
			`  base URL          ${highLevel.url}`,
			`  token             ${HIGHLEVEL.token}`,
			`  location id       ${HIGHLEVEL.locationId}`,
			`  OAuth client id   ${HIGHLEVEL.app.clientId}`,
			`  OAuth secret      ${HIGHLEVEL.app.clientSecret}`,
			`  OAuth consent     ${highLevel.url}/v2/oauth/chooselocation`,
			`Wise Agent sandbox  ${wiseAgent.url}`,
			`  watch it          ${wiseAgent.url}/ (in a browser)`,
			`  base URL          ${wiseAgent.url}`,
			`  OAuth client id   ${WISE_AGENT.app.clientId}`,
			`  OAuth secret      ${WISE_AGENT.app.clientSecret}`,
			`  OAuth consent     ${wiseAgent.url}/WiseAuth/auth`,
			`WhatsAble sandbox   ${whatsAble.url}`,
			`  chat              ${whatsAble.url}/ (in a browser)`,
			`  base URL          ${whatsAble.url}`,
			`  key of Notifyer   ${WHATSABLE.keys.notifyer}`,
			`  key of WhatsAble  ${WHATSABLE.keys.whatsable}`,
			`  key of Notifier   ${WHATSABLE.keys.notifier}`,
			stateFile
				? `State               kept in ${stateFile}`
				: 'State               lost at the end (SANDBOX_STATE=<file> keeps it)',
			'Stop                Ctrl+C',
		].join('\n'),
	);
	closeOnSignal([highLevel, wiseAgent, whatsAble]);
}

/** Starts a system; from its seed state where its file is damaged or another version's, which is said and kept. */
async function startKept<Options, System>(
	start: (options: Options) => Promise<System>,
	options: Options,
): Promise<System> {
	try {
		return await start(options);
	} catch (error) {
		if (!(error instanceof StateFileError)) throw error;
		console.log(
			`${SET_ASIDE}           ${error.message}. It is now ${setAside(error.path)}, and this system starts with its seed data`,
		);
		return await start(options);
	}
}

/** `state.whatsAble.json` for `state.json`. */
function beside(file: string, suffix: string): string {
	return suffix === '' ? file : file.replace(/(\.[^./\\]*)?$/, `.${suffix}$&`);
}

function portFrom(text: string | undefined): number {
	if (text === undefined || text === '') return DEFAULT_PORT;
	const port = Number(text);
	const last = 65_535 - LAST_OFFSET;
	if (!Number.isInteger(port) || port < 0 || port > last) {
		throw new Error(`SANDBOX_PORT must be a port number from 0 to ${last}, not ${JSON.stringify(text)}`);
	}
	return port;
}

function closeOnSignal(sandboxes: readonly Running[]): void {
	let closing = false;
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => {
			if (closing) return;
			closing = true;
			Promise.all(sandboxes.map((sandbox) => sandbox.close())).then(
				() => process.exit(0),
				(error: unknown) => fail(error),
			);
		});
	}
}

function fail(error: unknown): never {
	const { code, message, port } = error as NodeJS.ErrnoException & { port?: number };
	console.error(
		code === 'EADDRINUSE'
			? `Port ${port} is in use, perhaps by another sandbox. Stop that, or choose another port: SANDBOX_PORT=4110.`
			: message,
	);
	process.exit(1);
}

main().catch(fail);
