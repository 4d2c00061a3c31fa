import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO as WHATSABLE } from '../../sandbox/whatsAble';
import { DEMO as WISE_AGENT } from '../../sandbox/wiseAgent';
import { DEMO } from './highLevel/support';
import { ROOT } from '../support/paths';

const started: ChildProcess[] = [];
let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'sandbox-main-'));
});
afterAll(() => {
	for (const child of started) child.kill();
	rmSync(folder, { recursive: true });
});

function run(environment: NodeJS.ProcessEnv) {
	const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
		cwd: ROOT,
		env: { ...process.env, ...environment },
	});
	started.push(child);
	let output = '';
	child.stdout.on('data', (data: Buffer) => (output += data.toString()));
	child.stderr.on('data', (data: Buffer) => (output += data.toString()));
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
	return { child, ended, output: () => output };
}

/** How many records the HighLevel sandbox has that was started. */
async function recordsOf(output: string): Promise<Record<string, number>> {
	const url = /HighLevel sandbox +(http:\S+)/.exec(output)?.[1];
	const state = (await (await fetch(`${url}/__sandbox/state`)).json()) as { records: Record<string, number> };
	return state.records;
}

async function until(done: () => boolean): Promise<void> {
	while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('says where it serves and what to use there, and ends cleanly with its state kept', async () => {
	const stateFile = join(folder, 'state.json');
	const { child, ended, output } = run({ SANDBOX_PORT: '0', SANDBOX_STATE: stateFile });
	await until(() => output().includes('Ctrl+C'));
	expect(output()).toContain(DEMO.token);
	expect(output()).toContain(DEMO.locationId);
	expect(output()).toContain(WISE_AGENT.app.clientId);
	for (const key of ['notifyer', 'whatsable', 'notifier'] as const) {
		expect(output()).toContain(WHATSABLE.keys[key]);
	}
	const post = async (system: string, path: string, body: object) => {
		const url = new RegExp(`${system} sandbox +(http://\\S+)`).exec(output())?.[1];
		const response = await fetch(`${url}/__sandbox/${path}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		expect(response.status).toBe(201);
	};
	expect(await recordsOf(output())).toMatchObject({ opportunities: 12, contacts: 14 });
	await post('HighLevel', 'contacts', { count: 1 });
	await post('WhatsAble', 'messages/incoming', { phone: WHATSABLE.contacts.joao, text: 'Olá' });
	child.kill('SIGTERM');
	expect(await ended).toBe(0);
	expect(existsSync(stateFile)).toBe(true);
	expect(existsSync(join(folder, 'state.whatsAble.json'))).toBe(true);
});

test('gives a state file that it cannot read another name, says so, and starts that system anew', async () => {
	const stateFile = join(folder, 'kept.json');
	const ofWiseAgent = join(folder, 'kept.wiseAgent.json');
	writeFileSync(stateFile, '{"layout": 99}');
	writeFileSync(`${stateFile}.old`, 'of an earlier time');
	writeFileSync(ofWiseAgent, '{"layout": ');
	const { child, ended, output } = run({ SANDBOX_PORT: '0', SANDBOX_STATE: stateFile });
	await until(() => output().includes('Ctrl+C') || child.exitCode !== null);
	const lines = output()
		.split('\n')
		.filter((line) => line.startsWith('Set aside'));
	expect(lines).toHaveLength(2);
	expect(lines[0]).toContain(
		`${stateFile} cannot be read: it has another layout. It is now ${stateFile}.old2`,
	);
	expect(lines[1]).toContain(`It is now ${ofWiseAgent}.old`);
	expect(readFileSync(`${stateFile}.old2`, 'utf8')).toBe('{"layout": 99}');
	expect(readFileSync(`${stateFile}.old`, 'utf8')).toBe('of an earlier time');
	expect(await recordsOf(output())).toMatchObject({ opportunities: 12 });
	// Nothing has changed yet, so there is nothing to keep.
	await new Promise((resolve) => setTimeout(resolve, 700));
	expect(existsSync(stateFile)).toBe(false);
	child.kill('SIGTERM');
	expect(await ended).toBe(0);
});

test('starts HighLevel without contacts where that is asked for', async () => {
	const { child, ended, output } = run({ SANDBOX_PORT: '0', SANDBOX_EMPTY: '1' });
	await until(() => output().includes('Ctrl+C'));
	expect(await recordsOf(output())).toMatchObject({ opportunities: 0, contacts: 0, pipelines: 2 });
	child.kill('SIGTERM');
	expect(await ended).toBe(0);
});

test.each([
	['the first', 0],
	['a later', 20],
])('says so when %s port is taken', async (_which, offset) => {
	const other = createServer();
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	const { port } = other.address() as { port: number };
	try {
		const { ended, output } = run({ SANDBOX_PORT: String(port - offset) });
		expect(await ended).toBe(1);
		// On a busy machine another process may hold one of the ports before it.
		const possible = [port - offset, port - 10, port].map((taken) => `Port ${taken} is in use`);
		expect(possible).toContain(/Port \d+ is in use/.exec(output())?.[0]);
	} finally {
		other.close();
	}
});

test('refuses a port that is none', async () => {
	const { ended, output } = run({ SANDBOX_PORT: 'many' });
	expect(await ended).toBe(1);
	expect(output()).toContain('SANDBOX_PORT must be a port number');
});
