import '../test/support/environment';

import { startHighLevelSandbox } from '../sandbox/highLevel';
import type { HighLevelSandbox } from '../sandbox/highLevel';
import { DEMO } from '../sandbox/highLevel';
import type { Contender } from './upsertContenders';
import { builtIn, ours, oursCold, people, sdk } from './upsertContenders';

/**
 * 300 upserts of new contacts under HighLevel's real limit of 100 requests per 10 s, for each contender in turn, on
 * a fresh sandbox each. Prints what was stored and lost, and the time as a ratio to what the limit allows for 300
 * requests (two full windows of waiting). `--count N` and `--latency MS` change the run.
 */
const count = argument('--count', 300);
const latencyMs = argument('--latency', 50);
const LIMIT = { max: 100, intervalMs: 10_000 };
const allowedMs = (Math.ceil(count / LIMIT.max) - 1) * LIMIT.intervalMs;

void main();

async function main(): Promise<void> {
	console.log(
		`${count} upserts, ${LIMIT.max} requests per ${LIMIT.intervalMs / 1000} s, answers after ${latencyMs} ms`,
	);
	console.log(`The limit allows ${count} requests in ${(allowedMs / 1000).toFixed(1)} s at best.\n`);
	console.log(row('', 'stored', 'lost', 'requests', '429s', 'seconds', 'ratio'));
	for (const contender of [oursCold, ours, builtIn, sdk]) console.log(await measure(contender));
	process.exit(0);
}

async function measure(contender: Contender): Promise<string> {
	const sandbox = await startHighLevelSandbox({
		quiet: true,
		latencyMs,
		rateLimit: { ...LIMIT, window: 'fixed' },
	});
	await contender.warmUp?.(sandbox);
	// A fresh window, and nothing of the warm-up in the counts.
	if (contender.warmUp) await new Promise((done) => setTimeout(done, LIMIT.intervalMs + 100));
	const before = { contacts: contactsIn(sandbox), requests: sandbox.requests.length };
	const startedAt = performance.now();
	await contender.upsert(sandbox, people(count));
	const seconds = (performance.now() - startedAt) / 1000;
	const stored = contactsIn(sandbox) - before.contacts;
	const requests = sandbox.requests.slice(before.requests);
	const refused = requests.filter(({ status }) => status === 429).length;
	await sandbox.close();
	const ratio = stored === count ? ((seconds * 1000) / allowedMs).toFixed(2) : '-';
	return row(contender.name, stored, count - stored, requests.length, refused, seconds.toFixed(1), ratio);
}

function contactsIn(sandbox: HighLevelSandbox): number {
	return [...sandbox.state.contacts.values()].filter(({ locationId }) => locationId === DEMO.locationId)
		.length;
}

function row(name: string, ...cells: Array<string | number>): string {
	return name.padEnd(22) + cells.map((cell) => String(cell).padStart(10)).join('');
}

function argument(name: string, fallback: number): number {
	const place = process.argv.indexOf(name);
	return place < 0 ? fallback : Number(process.argv[place + 1]);
}
