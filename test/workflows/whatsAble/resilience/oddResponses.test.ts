import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { examples, runExample } from '../../../cases/whatsAble';
import type { Passing, Replacement } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { always, ODD_RESPONSES, RAW_ERROR, redirectTo } from '../../../support/odd/oddResponses';
import type { NodeRun } from '../../../support/running/runWorkflow';
import { detailsOf, textOf } from '../../../support/sandboxRuns';
import { startSandbox } from '../../../support/whatsAble';
import { REFUSALS, REFUSED_BECAUSE, UNCLEAR } from '../../../support/odd/whatsAbleResponses';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

let sandbox: WhatsAbleSandbox;
let elsewhere: { url: string; requests: string[]; server: Server };

beforeAll(async () => {
	sandbox = await startSandbox();
	const requests: string[] = [];
	const server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url}`);
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end('{"success":true}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	elsewhere = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests, server };
});
beforeEach(() => (elsewhere.requests.length = 0));
afterAll(async () => {
	elsewhere.server.closeAllConnections();
	await new Promise<void>((resolve) => elsewhere.server.close(() => resolve()));
	await sandbox.close();
});

interface Met {
	run: NodeRun;
	/** What the operator reads. */
	text: string;
	/** What the node asked for, in order: `POST /api:…`. */
	asked: string[];
	/** How many messages were sent or queued. */
	messages: number;
}

/** Runs the example of an operation while some of the responses are replaced, in an account of its own. */
async function meet(
	id: string,
	replaces: (request: Passing) => Replacement | undefined = () => undefined,
): Promise<Met> {
	sandbox.reset();
	const asked: string[] = [];
	const forwarder = await startForwarder(sandbox.url, {
		replaces: (request) => {
			asked.push(`${request.method} ${request.path}`);
			return replaces(request);
		},
	});
	const before = await preparedMessages(id);
	const { run } = await runExample(sandbox, id, { baseUrl: forwarder.url });
	await forwarder.close();
	return { run, text: textOf(run), asked, messages: messagesNow() - before };
}

function messagesNow(): number {
	return sandbox.state.messages.size + sandbox.state.scheduled.size;
}

/** How many messages there are when the example begins, with those that it needs. */
async function preparedMessages(id: string): Promise<number> {
	await examples[id]?.prepare?.(sandbox);
	const prepared = messagesNow();
	sandbox.reset();
	return prepared;
}

const isRead = ({ method }: { method: string }) => method === 'GET';
const isWrite = (request: { method: string }) => !isRead(request);

/** What an operation does when nothing is in its way: by this, the tests know what must hold for it. */
async function kindOf(id: string): Promise<{ kind: 'send' | 'change' | 'read'; reads: string[] }> {
	const { asked, run } = await meet(id);
	expect(run.error).toBeUndefined();
	const kind = asked.some((one) => one.startsWith('POST'))
		? 'send'
		: asked.some((one) => !one.startsWith('GET'))
			? 'change'
			: 'read';
	return { kind, reads: asked.filter((one) => one.startsWith('GET')) };
}

/** What is wrong with how a run ended; empty when nothing is. */
type Check = (met: Met, name: string) => Array<string | false>;

async function problemsOf(
	id: string,
	responses: Record<string, Replacement>,
	fits: (request: Passing) => boolean,
	check: Check,
): Promise<string[]> {
	const problems: string[] = [];
	for (const [name, replacement] of Object.entries(responses)) {
		const met = await meet(id, always(replacement, fits));
		const found = [
			...check(met, name),
			RAW_ERROR.test(met.text) && 'a raw error',
			elsewhere.requests.length > 0 && `a request to another host: ${elsewhere.requests.join()}`,
		];
		elsewhere.requests.length = 0;
		const own = found.filter((problem) => problem !== false);
		if (own.length > 0) problems.push(`${name}: ${own.join(', ')} (${met.text.trim() || 'no error'})`);
	}
	return problems;
}

const writesOf = ({ asked }: Met) => asked.filter((one) => !one.startsWith('GET'));

function isUnknown(met: Met, kind: 'send' | 'change', sent: number): Array<string | false> {
	const { run, text, messages } = met;
	return [
		!run.error && 'a success',
		detailsOf(run).mayHaveHappened !== true && 'no word that it may have happened',
		kind === 'send' && !/may have been sent/.test(text) && 'no word that it may have been sent',
		kind === 'send' && writesOf(met).length !== 1 && `${writesOf(met).length} requests to send`,
		messages !== sent && `${messages} messages`,
	];
}

function isRefused({ run, text }: Met): Array<string | false> {
	// The check of a key answers a refusal as what it is.
	if (run.items[0]?.json.success === false) return [];
	return [
		!run.error && 'a success',
		!text.includes(REFUSED_BECAUSE) && 'no reason',
		detailsOf(run).mayHaveHappened === true && 'taken for something that may have happened',
	];
}

function unreadable(
	{ run, messages, asked }: Met,
	name: string,
	kind: string,
	usuallyAsked: number,
): Array<string | false> {
	if (name === 'an empty list' && !run.error) return [kind === 'read' && run.items.length > 0 && 'items'];
	return [
		!run.error && `a success (${JSON.stringify(run.items.map(({ json }) => json))})`,
		detailsOf(run).mayHaveHappened === true && 'said that a read may have changed something',
		kind !== 'read' && messages > 0 && 'sent all the same',
		asked.length > usuallyAsked + 6 && 'asked without end',
	];
}

const redirects = (): Record<string, Replacement> =>
	Object.fromEntries(
		[301, 302, 303, 307, 308].map((status) => [`status ${status}`, redirectTo(elsewhere.url, status)]),
	);

const unsent = (responses: Record<string, Replacement>): Record<string, Replacement> =>
	Object.fromEntries(
		Object.entries(responses).map(([name, one]) => [`${name}, never reached`, { ...one, isUnsent: true }]),
	);

/** To one, what goes wrong with a list is what it returns; the other one requests nothing. */
const OF_THE_ACCOUNT = ['account.checkAccess', 'account.getApiUsage'];

describe.each(Object.keys(examples).filter((id) => !OF_THE_ACCOUNT.includes(id)))('%s', (id) => {
	test('only a clear answer is a success: nothing else is taken for sent, changed or an empty list, and nothing is sent twice', async () => {
		const { kind, reads } = await kindOf(id);
		const odd = { ...ODD_RESPONSES, ...redirects() };
		for (const read of new Set(reads)) {
			const fits = ({ method, path }: Passing) => `${method} ${path}` === read;
			const check: Check = (met, name) => unreadable(met, name, kind, reads.length);
			expect(await problemsOf(id, odd, fits, check)).toEqual([]);
		}
		if (kind === 'read') return;
		const unclear = { ...odd, ...UNCLEAR };
		const sent = kind === 'send' ? 1 : 0;
		expect(await problemsOf(id, unclear, isWrite, (met) => isUnknown(met, kind, sent))).toEqual([]);
		expect(await problemsOf(id, unsent(unclear), isWrite, (met) => isUnknown(met, kind, 0))).toEqual([]);
	}, 600_000);

	test('a refusal is told with its reason, wherever it stands', async () => {
		const { kind } = await kindOf(id);
		const fits = kind === 'read' ? isRead : isWrite;
		expect(await problemsOf(id, unsent(REFUSALS), fits, isRefused)).toEqual([]);
	}, 600_000);
});

test.each([
	['message.sendText', 'the message may have been sent'],
	['message.scheduleTemplate', 'the message may have been sent'],
	['contact.upsert', 'the change may have been made'],
])('the keys of an unknown response are shown, and none of its values: %s', async (id, message) => {
	const body = {
		state: 'queued-secretly',
		data: { reference: 'ref-4711', people: [{ wa_id: '14155550132', nick: null }] },
		'+14155550132': true,
		['x'.repeat(300)]: 1,
		'Olivia Grant <olivia@example.com>': 1,
	};
	const { text, run } = await meet(id, always({ status: 200, body: JSON.stringify(body) }, isWrite));
	expect(text).toContain(message);
	for (const key of ['state', 'data.reference', 'data.people[].wa_id', 'data.people[].nick']) {
		expect(text).toContain(key);
		expect(detailsOf(run).responseKeys).toContainEqual(expect.stringContaining(key));
	}
	expect(text).not.toMatch(/secretly|4711|14155550132|olivia@|Grant|x{60}/);
	expect(JSON.stringify(detailsOf(run))).not.toMatch(/secretly|4711|14155550132|olivia@|Grant|x{60}/);
});

test('a huge response is told in few words', async () => {
	const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key_${index}x`, index]));
	const { text } = await meet(
		'message.sendText',
		always({ status: 200, body: JSON.stringify(wide) }, isWrite),
	);
	expect(text).toContain('key_0x');
	expect(text.length).toBeLessThan(2_000);
});

test('a read that was cut off is read again', async () => {
	let cutOff = 0;
	const { run, asked } = await meet('label.getAll', () =>
		cutOff++ < 2 ? ODD_RESPONSES['a response that is cut off'] : undefined,
	);
	expect(run.items.length).toBeGreaterThan(0);
	expect(asked).toHaveLength(3);
});

test('a change whose response was cut off is made again, and ends with what the second one says', async () => {
	let cutOff = 0;
	const { run, asked } = await meet('contact.upsert', (request) =>
		isWrite(request) && cutOff++ < 1 ? ODD_RESPONSES['a response that is cut off'] : undefined,
	);
	expect(run.items.map(({ json }) => (json as IDataObject).success)).toEqual([true]);
	expect(asked.filter((one) => one.startsWith('PUT'))).toHaveLength(2);
});
