/**
 * Command-line entry of the sandbox: serves until it is interrupted.
 *
 * Environment: SANDBOX_PORT moves the first port (4010), SANDBOX_STATE names the file that keeps the state across
 * restarts (without it, every start begins with the seed state).
 */
import { DEMO, startHighLevelSandbox, type HighLevelSandbox } from './highlevel';

const DEFAULT_PORT = 4010;

async function main(): Promise<void> {
	const port = portFrom(process.env['SANDBOX_PORT']);
	const stateFile = process.env['SANDBOX_STATE'] || undefined;
	const sandbox = await startHighLevelSandbox({ port, quiet: true, ...(stateFile ? { stateFile } : {}) });
	console.log(
		[
			`HighLevel sandbox   ${sandbox.url}`,
			`  watch it          ${sandbox.url}/ (in a browser)`,
			`  base URL          ${sandbox.url}`,
			`  token             ${DEMO.token}`,
			`  location id       ${DEMO.locationId}`,
			`  OAuth client id   ${DEMO.app.clientId}`,
			`  OAuth secret      ${DEMO.app.clientSecret}`,
			`  OAuth consent     ${sandbox.url}/v2/oauth/chooselocation`,
			stateFile
				? `  state             kept in ${stateFile}`
				: '  state             lost at the end (SANDBOX_STATE=<file> keeps it)',
			'  stop              Ctrl+C',
		].join('\n'),
	);
	closeOnSignal(sandbox);
}

function portFrom(text: string | undefined): number {
	if (text === undefined || text === '') return DEFAULT_PORT;
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`SANDBOX_PORT must be a port number from 0 to 65535, not ${JSON.stringify(text)}`);
	}
	return port;
}

function closeOnSignal(sandbox: HighLevelSandbox): void {
	let closing = false;
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => {
			if (closing) return;
			closing = true;
			sandbox.close().then(
				() => process.exit(0),
				(error: unknown) => fail(error),
			);
		});
	}
}

function fail(error: unknown): never {
	const { code, message } = error as NodeJS.ErrnoException;
	const port = process.env['SANDBOX_PORT'] || String(DEFAULT_PORT);
	console.error(
		code === 'EADDRINUSE'
			? `Port ${port} is in use, perhaps by another sandbox. Stop that, or choose another port: SANDBOX_PORT=4110.`
			: message,
	);
	process.exit(1);
}

main().catch(fail);
