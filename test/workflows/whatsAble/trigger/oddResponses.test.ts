import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { pace } from '../../../support/pace';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import type { Passing, Replacement } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { always, ODD_RESPONSES, RAW_ERROR, redirectTo } from '../../../support/odd/oddResponses';
import { DEMO, startSandbox } from '../../../support/whatsAble';
import { REFUSALS, REFUSED_BECAUSE, UNCLEAR } from '../../../support/odd/whatsAbleResponses';
import { startTrigger } from '../../../support/whatsAbleTrigger';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const REGISTRATIONS = [
	['incoming', DEMO.keys.notifyer],
	['incomingAndOutgoing', DEMO.keys.notifyer],
	['incoming', DEMO.keys.whatsable],
	['incoming', DEMO.keys.notifier],
] as const;

/** What the operator reads when the workflow is activated, and what the node keeps of it. */
async function activation(
	messages: string,
	apiKey: string,
	replaces: (request: Passing) => Replacement | undefined,
): Promise<{ text: string; kept: string }> {
	const forwarder = await startForwarder(sandbox.url, { replaces });
	const server = await startTrigger({ ...sandbox, url: forwarder.url } as WhatsAbleSandbox, {
		apiKey,
		parameters: { messages },
	});
	const text = await server.activate().then(
		() => '',
		(error: Error & { description?: string }) => `${error.message} ${error.description ?? ''}`,
	);
	await server.close();
	await forwarder.close();
	return { text, kept: JSON.stringify(server.staticData) };
}

test.each(REGISTRATIONS)(
	'a webhook is registered only when WhatsAble clearly says so: %s',
	async (messages, apiKey) => {
		const requests: string[] = [];
		const elsewhere = createServer((request, response) => {
			requests.push(String(request.url));
			response.end('{"success":true}');
		});
		await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
		const other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
		const redirects = Object.fromEntries(
			[301, 302, 303, 307, 308].map((status) => [`status ${status}`, redirectTo(other, status)]),
		);
		// An id is what the Zapier app takes for a subscription.
		const { 'a record': _, ...unclear } = UNCLEAR;
		const problems: string[] = [];
		for (const [name, response] of Object.entries({ ...ODD_RESPONSES, ...redirects, ...unclear })) {
			const isWrite = ({ method }: Passing) => method !== 'GET';
			for (const isUnsent of [false, true]) {
				const { text, kept } = await activation(messages, apiKey, always({ ...response, isUnsent }, isWrite));
				if (text === '' || kept.includes('"registered"')) problems.push(`${name}: taken for registered`);
				if (RAW_ERROR.test(text)) problems.push(`${name}: ${text}`);
			}
		}
		for (const [name, response] of Object.entries({ ...ODD_RESPONSES, ...redirects })) {
			const { text } = await activation(messages, apiKey, always({ ...response, isUnsent: true }));
			if (text === '' || RAW_ERROR.test(text)) problems.push(`${name} to the check of the key: ${text}`);
		}
		for (const [name, response] of Object.entries(REFUSALS)) {
			const isWrite = ({ method }: Passing) => method !== 'GET';
			const { text } = await activation(messages, apiKey, always({ ...response, isUnsent: true }, isWrite));
			if (!text.includes(REFUSED_BECAUSE)) problems.push(`${name}: ${text}`);
		}
		elsewhere.closeAllConnections();
		elsewhere.close();
		expect(problems).toEqual([]);
		expect(requests).toEqual([]);
	},
	120_000,
);

test.each([
	{ success: true },
	{ success: true, product: 'constructor' },
	{ success: true, product: ['notifyer'] },
])(
	'a key whose product is not known registers nothing, and the operator learns how to go on: %j',
	async (check) => {
		const { text, kept } = await activation('incoming', DEMO.keys.notifyer, ({ method }) =>
			method === 'GET' ? { status: 200, body: JSON.stringify(check), isUnsent: true } : undefined,
		);
		expect(text).toContain('does not say which of its products');
		expect(text).toContain('By Hand');
		expect(kept).not.toContain('"registered"');
		expect(sandbox.webhooks.registrations).toEqual([]);
	},
);
