import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import type { Forwarder, Replacement } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { runContact, startSandbox as startHighLevel } from '../../../support/highLevel';
import type { NodeRun } from '../../../support/running/runWorkflow';
import { detailsOf, people, PERSON, textOf } from '../../../support/sandboxRuns';
import { runWhatsAble, startSandbox as startWhatsAble } from '../../../support/whatsAble';
import { runWiseAgent, startWiseAgent } from '../../../support/wiseAgent';

let highLevel: HighLevelSandbox;
let wiseAgent: WiseAgentSandbox;
let whatsAble: WhatsAbleSandbox;
let forwarder: Forwarder;
let requests = 0;
beforeAll(async () => {
	highLevel = await startHighLevel();
	wiseAgent = await startWiseAgent();
	whatsAble = await startWhatsAble();
});
afterEach(async () => await forwarder.close());
afterAll(async () => {
	await highLevel.close();
	await wiseAgent.close();
	await whatsAble.close();
});

/** What is remembered of a limit is remembered for an address, so each test has one of its own. */
async function behind(target: string, replaces: () => Replacement | undefined): Promise<string> {
	requests = 0;
	forwarder = await startForwarder(target, {
		replaces: () => {
			requests += 1;
			return replaces();
		},
	});
	return forwarder.url;
}

const SERVICES: Record<string, { url: () => string; run: (baseUrl: string) => Promise<NodeRun> }> = {
	HighLevel: {
		url: () => highLevel.url,
		run: async (baseUrl) =>
			await runContact(highLevel, 'create', { baseUrl, items: people(3), parameters: PERSON }),
	},
	'Wise Agent': {
		url: () => wiseAgent.url,
		run: async (baseUrl) => await runWiseAgent(wiseAgent, 'category.getAll', { baseUrl }),
	},
	WhatsAble: {
		url: () => whatsAble.url,
		run: async (baseUrl) => await runWhatsAble(whatsAble, 'label.getAll', { baseUrl }),
	},
};

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

const PAUSES: Array<[what: string, header: () => string, days: number]> = [
	['a day in seconds', () => '86400', 1],
	['a day as a date', () => inDays(1).toUTCString(), 1],
	['more seconds than there are', () => '99999999999999', 31],
	['a date in another century', () => 'Fri, 31 Dec 9999 23:59:59 GMT', 31],
];

const cases = Object.keys(SERVICES).flatMap((service) => PAUSES.map((pause) => [service, ...pause] as const));

test.each(cases)(
	'%s asks for a pause of %s: the execution fails at once and says until when, and so does the next one',
	async (service, _, header, days) => {
		const { url, run } = SERVICES[service] as (typeof SERVICES)[string];
		const refusal = () => ({ status: 429, headers: { 'retry-after': header() }, body: '{}' });
		const baseUrl = await behind(url(), refusal);
		for (let executions = 0; executions < 2; executions++) {
			const error = await run(baseUrl);
			expect(textOf(error)).toContain(`${service} asks to send no more requests until `);
			const retryAt = Date.parse(String(detailsOf(error).retryAt));
			expect(Math.abs(retryAt - inDays(days).getTime())).toBeLessThan(60_000);
			expect(error.items).toEqual([]);
		}
		// Those that were on their way when the first was refused.
		expect(requests).toBeLessThanOrEqual(3);
	},
);

const HEADERS: Array<Record<string, string>> = [
	{
		'x-ratelimit-interval-milliseconds': '99999999999999',
		'x-ratelimit-max': '1',
		'x-ratelimit-remaining': '0',
	},
	{ 'x-ratelimit-interval-milliseconds': '1e308', 'x-ratelimit-remaining': '0' },
	{ 'x-ratelimit-daily-remaining': '5', 'x-ratelimit-daily-reset': '99999999999999' },
];

test.each(HEADERS)(
	'what a header says of the limit (%j) stops nothing until n8n restarts',
	async (headers) => {
		const contact = { id: 'abc', email: 'a@b.example' };
		const baseUrl = await behind(highLevel.url, () => ({
			status: 200,
			headers: { 'x-ratelimit-max': '100', ...headers },
			body: JSON.stringify({ contact, contacts: [contact] }),
		}));
		const get = async () =>
			await runContact(highLevel, 'get', {
				baseUrl,
				parameters: { contactId: { __rl: true, mode: 'id', value: 'abc' } },
			});
		expect((await get()).error?.message).toBeUndefined();
		const cancelled = await runContact(highLevel, 'get', {
			baseUrl,
			cancelAfterMs: 25_000,
			parameters: { contactId: { __rl: true, mode: 'id', value: 'abc' } },
		});
		expect(cancelled.error?.message).toBeUndefined();
	},
);

test('a daily limit that claims to end in thousands of years is told, and tried again', async () => {
	const baseUrl = await behind(highLevel.url, () => ({
		status: 429,
		headers: { 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-daily-reset': '99999999999999' },
		body: '{}',
	}));
	const run = await runContact(highLevel, 'create', { baseUrl, items: people(1), parameters: PERSON });
	expect(textOf(run)).toContain("HighLevel's daily limit of requests for this location is used up");
	expect(textOf(run)).toContain('HighLevel does not say when it starts again');
});
