import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox, RecordedRequest } from '../../../../sandbox/highLevel';
import type { Forwarder, Passing } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { always, ODD_RESPONSES, RAW_ERROR, redirectTo } from '../../../support/odd/oddResponses';
import type { Outcome } from '../../../support/sandboxRuns';
import { detailsOf, textOf } from '../../../support/sandboxRuns';
import { operations, runWith } from './operations';

// The rules are the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
let other: Server;
let requestsElsewhere = 0;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
	other = createServer((_, response) => {
		requestsElsewhere += 1;
		response.end('{}');
	});
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	for (const { id } of operations) {
		startAnew();
		usual.set(id, { ...(await runWith(sandbox, id)), sizes: sizes() });
	}
}, 120_000);
beforeEach(() => {
	startAnew();
	requestsElsewhere = 0;
});
afterAll(async () => {
	await forwarder.close();
	await new Promise((resolve) => other.close(resolve));
	await sandbox.close();
});

let starts = 0;

/** With other ids: the node knows again what it has created. */
function startAnew(): void {
	sandbox.reset();
	starts += 1;
	sandbox.state.random.position = starts * 7_919;
}

/** How each operation ends when nothing is in its way, and how many records there are then. */
const usual = new Map<string, Outcome & { sizes: Record<string, number> }>();

/** Collection -> number of records. */
function sizes(): Record<string, number> {
	const collections = Object.entries(sandbox.state.collections());
	return Object.fromEntries(collections.map(([name, records]) => [name, records.size]));
}

const isRead = ({ method, path }: Pick<Passing | RecordedRequest, 'method' | 'path'>) =>
	method === 'GET' || /\/search(\?|$)/.test(path);

const isWrite = (passing: Passing) => !isRead(passing);

function writes(id: string): boolean {
	return usual.get(id)?.requests.some((request) => !isRead(request)) ?? false;
}

async function runBehind(id: string, replaces: Forwarder['passage']['replaces']): Promise<Outcome> {
	forwarder.passage.replaces = replaces;
	return await runWith(sandbox, id, { baseUrl: forwarder.url });
}

/** No more records than when all goes well. */
function expectNothingTwice(id: string): void {
	const most = usual.get(id)?.sizes ?? {};
	const surplus = Object.entries(sizes()).filter(([name, size]) => size > (most[name] ?? 0));
	expect(surplus).toEqual([]);
}

/** An answer that HighLevel may give: any to any call; nothing found. */
function mayBeRight(what: string, id: string): boolean {
	if (id === 'customApiCall.request') return true;
	return what === 'an empty object' && ['appointment.getFreeSlots', 'contact.findDuplicate'].includes(id);
}

const cases = Object.keys(ODD_RESPONSES).flatMap((what) => operations.map(({ id }) => [what, id] as const));

test.each(cases)('%s in place of everything that %s reads is no result', async (what, id) => {
	const { run } = await runBehind(
		id,
		always(ODD_RESPONSES[what] as never, (passing) => !isWrite(passing)),
	);

	expect(textOf(run)).not.toMatch(RAW_ERROR);
	if (!writes(id) && !mayBeRight(what, id)) expect(run.error?.message).toMatch(/did not answer|gave no/);
	expectNothingTwice(id);
});

test.each(cases)(
	'%s after %s has written: it is known to be done, or said to be unknown, and not done twice',
	async (what, id) => {
		if (!writes(id)) return;
		let spoiled = 0;
		const once = always(ODD_RESPONSES[what] as never, (passing) => isWrite(passing) && spoiled++ === 0);
		const { run } = await runBehind(id, once);

		expect(textOf(run)).not.toMatch(RAW_ERROR);
		expectNothingTwice(id);
		if (!run.error) expect(sizes()).toEqual(usual.get(id)?.sizes);
		else expect(textOf(run)).toMatch(/may have happened|not known|does not say|was updated/);
	},
);

test.each(cases)(
	'%s for everything that %s writes, and HighLevel never got: nothing is called done',
	async (what, id) => {
		if (!writes(id) || mayBeRight(what, id)) return;
		const replacement = { ...ODD_RESPONSES[what], isUnsent: true };
		const { run } = await runBehind(id, always(replacement as never, isWrite));

		expect(textOf(run)).not.toMatch(RAW_ERROR);
		expect(run.error?.message).toBeDefined();
		expect(run.items).toEqual([]);
	},
);

const redirects = [301, 302, 303, 307, 308].flatMap((status) =>
	operations.map(({ id }) => [status, id] as const),
);

test.each(redirects)(
	'a change of %2$s that is answered with a redirect (%1$d) may have been made',
	async (status, id) => {
		if (!writes(id)) return;
		const { port } = other.address() as AddressInfo;
		const { run } = await runBehind(id, always(redirectTo(`http://127.0.0.1:${port}/`, status), isWrite));
		expect(requestsElsewhere).toBe(0);
		expect(textOf(run)).toMatch(/not known|was updated/);
		expect(detailsOf(run).mayHaveHappened).toBe(true);
	},
);

const spoken = [200, 400, 401, 403, 404, 422, 500].flatMap((status) =>
	operations.map(({ id }) => [status, id] as const),
);

test.each(spoken)('a token that a response (%d) to %s repeats is not shown', async (status, id) => {
	const message = `The token ${DEMO.token} (${DEMO.token.slice(0, 20)}…) is not good`;
	const body = JSON.stringify({
		message: [message],
		error: message,
		statusCode: status,
		traceId: DEMO.token,
	});
	const { run } = await runBehind(id, always({ status, body }));
	expect(run.stored).not.toContain(DEMO.token.slice(0, 20));
});
