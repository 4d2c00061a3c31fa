import { pace } from '../../../support/pace';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import {
	DEMO,
	fail,
	requestsTo,
	runWhatsAble,
	startSandbox,
	succeed,
	textsTo,
} from '../../../support/whatsAble';

const { olivia, priya } = DEMO.contacts;
let usual: (() => void) | undefined;

let sandbox: WhatsAbleSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	usual?.();
	usual = undefined;
	await sandbox.close();
});

const SEND = { parameters: { phoneNumber: olivia, text: 'Hi' } };

test('a message that is refused for the rate limit is sent once the limit allows it, and once only', async () => {
	sandbox.faults.add({ kind: 'rateLimited', times: 2, retryAfterSeconds: 1 });
	await succeed(sandbox, 'message.sendText', SEND);
	expect(requestsTo(sandbox, '/general/send').map(({ status }) => status)).toEqual([429, 429, 200]);
	expect(textsTo(sandbox, olivia)).toEqual(['Hi']);
});

test('a refusal that names no time is waited out as well', async () => {
	usual = pace({ refused: { firstWaitMs: 30 } });
	sandbox.faults.add({ kind: 'rateLimited', times: 4 });
	await succeed(sandbox, 'message.sendText', SEND);
	expect(requestsTo(sandbox, '/general/send')).toHaveLength(5);
	expect(textsTo(sandbox, olivia)).toEqual(['Hi']);
});

test('"Retry-After: 0" is no loop of refusals', async () => {
	usual = pace({ refused: { firstWaitMs: 100 } });
	sandbox.faults.add({ kind: 'rateLimited', times: 2, retryAfterSeconds: 0 });
	await succeed(sandbox, 'message.sendText', SEND);
	expect(requestsTo(sandbox, '/general/send')).toHaveLength(3);
});

test('all messages of a run arrive under a real limit, each once and in order', async () => {
	usual = pace({ refused: { firstWaitMs: 50 } });
	sandbox.configure({ rateLimit: { max: 10, intervalMs: 300 } });
	const items = Array.from({ length: 60 }, (_, index) => ({
		phone: index % 2 ? olivia : priya,
		text: `Message ${index}`,
	}));
	await succeed(sandbox, 'message.sendText', {
		items,
		parameters: { phoneNumber: '={{ $json.phone }}', text: '={{ $json.text }}' },
	});
	for (const phone of [olivia, priya]) {
		expect(textsTo(sandbox, phone)).toEqual(
			items.filter((item) => item.phone === phone).map(({ text }) => text),
		);
	}
	expect(sandbox.requests.some(({ status }) => status === 429)).toBe(true);
});

test('a limit that never ends is told as such, with nothing sent', async () => {
	usual = pace({ refused: { firstWaitMs: 20, maxWaitMs: 40, giveUpMs: 200 } });
	sandbox.faults.add({ kind: 'rateLimited' });
	const error = await fail(sandbox, 'message.sendText', SEND);
	expect(error.message).toContain('WhatsAble refuses further requests: Too many requests');
	expect(error.description).toContain('later, or fewer at once');
	expect(error.details).toMatchObject({ httpCode: 429 });
	expect(error.details).not.toHaveProperty('mayHaveHappened');
	expect(textsTo(sandbox, olivia)).toEqual([]);
});

test('an execution that WhatsAble asked to wait for minutes can be cancelled', async () => {
	sandbox.faults.add({ kind: 'rateLimited', retryAfterSeconds: 200 });
	const run = await runWhatsAble(sandbox, 'message.sendText', {
		...SEND,
		cancelWhen: () => sandbox.requests[0]?.status === 429,
	});
	expect(run.error?.message).toBe('The execution was cancelled');
	expect(sandbox.requests).toHaveLength(1);
});
