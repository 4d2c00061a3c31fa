import { pace } from '../../../support/pace';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { examples, runExample } from '../../../cases/whatsAble';
import { startForwarder } from '../../../support/odd/forwarder';
import { DEMO, startSandbox } from '../../../support/whatsAble';

// The rules are the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, refused: { firstWaitMs: 5, maxWaitMs: 5, giveUpMs: 20 } });

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
afterAll(async () => await sandbox.close());

/** How a service may repeat a key. */
const REPEATING: Record<string, (key: string) => unknown> = {
	'in its text': (key) => ({ success: false, message: `The key ${key} may not do this` }),
	'by its beginning': (key) => ({
		success: false,
		error: { code: 'forbidden', message: `Key ${key.slice(0, 20)}…` },
	}),
	'as the reason of an error': (key) => ({
		code: 'ERROR_CODE_ACCESS_DENIED',
		message: key,
		payload: { param: key },
	}),
	'as a field': (key) => ({ success: false, [key]: `Bearer ${key}` }),
	'in a list': (key) => [{ success: false, message: key.toUpperCase() }],
	'in JSON within JSON': (key) => JSON.stringify({ success: false, message: `Key ${key}` }),
	'escaped in JSON within JSON': (key) =>
		`{"success":false,"message":"\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}"}`,
	'as text': (key) => `Error: unknown key ${key}`,
	'in an address': (key) => ({ error: `https://example.com/?key=${encodeURIComponent(key)}` }),
	'in a response that is not known': (key) => ({ [key]: { [key]: key } }),
};

test.each(Object.keys(examples))(
	'nothing that is stored of a run holds the API key, however WhatsAble repeats it: %s',
	async (id) => {
		const key = examples[id]?.apiKey ?? DEMO.keys.notifyer;
		const shown: string[] = [];
		for (const status of [200, 400, 401, 403, 404, 422, 429, 500]) {
			for (const [name, bodyOf] of Object.entries(REPEATING)) {
				sandbox.reset();
				const body = JSON.stringify(bodyOf(key));
				const forwarder = await startForwarder(sandbox.url, {
					replaces: () => ({ status, body, isUnsent: true }),
				});
				const { run } = await runExample(sandbox, id, {
					baseUrl: forwarder.url,
					// A delivery that is not on record yet is not waited for.
					...(id === 'message.waitForDelivery'
						? { parameters: { options: { maxWaitSeconds: 1, intervalSeconds: 2 } } }
						: {}),
				});
				await forwarder.close();
				const stored = run.stored.toLowerCase();
				if (stored.includes(key.slice(0, 16).toLowerCase())) shown.push(`${status} ${name}`);
				// A key without its first letter is as good as the key.
				if (stored.includes(key.slice(1).toLowerCase()))
					shown.push(`${status} ${name}, without its beginning`);
			}
		}
		expect(shown).toEqual([]);
	},
	120_000,
);
