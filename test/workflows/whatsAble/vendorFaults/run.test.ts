import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import { catalogue } from '../../../../nodes/WhatsAble/actions';
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

/** Faults of the vendor's own n8n package that ours must never have. */

const { olivia, priya, jonas } = DEMO.contacts;
const SEND = { phoneNumber: olivia, text: 'Hi' };

let sandbox: WhatsAbleSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

test('5: a run makes no request beside its own, and a wrong key fails item by item where the operator goes on', async () => {
	await succeed(sandbox, 'message.sendText', { parameters: SEND });
	expect(sandbox.requests.map(({ path }) => path)).toEqual(['/api:ErOQ8pSj/n8n/messages/general/send']);
	const run = await runWhatsAble(sandbox, 'message.sendText', {
		apiKey: 'wrong',
		items: [{}, {}],
		parameters: SEND,
		onError: 'continueRegularOutput',
	});
	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => json.error)).toEqual([
		'WhatsAble does not know the API key of the credential',
		'WhatsAble does not know the API key of the credential',
	]);
});

test('9: an item is what WhatsAble answers, without headers and status of HTTP', async () => {
	const sent = [
		...(await succeed(sandbox, 'contact.upsert', { parameters: { phoneNumber: olivia } })),
		...(await succeed(sandbox, 'message.sendText', { parameters: SEND })),
		...(await succeed(sandbox, 'notifierMessage.send', { apiKey: DEMO.keys.notifier, parameters: SEND })),
	];
	expect(sent).toHaveLength(3);
	for (const item of sent) {
		const keys = Object.keys(item);
		expect(keys.filter((key) => /^(headers|body|statusCode|statusMessage)$/.test(key))).toEqual([]);
	}
});

test('13: files of items are sent, numbers are understood, a closed window is explained, and what can be read is', async () => {
	await succeed(sandbox, 'message.sendDocument', {
		instanceUrl: 'https://n8n.example.com',
		binary: [
			{
				data: {
					fileName: 'a.pdf',
					mimeType: 'application/pdf',
					data: 'filesystem-v2',
					id: 'filesystem-v2:a',
				},
			},
		],
		parameters: { phoneNumber: '+1 (415) 555-0132', source: 'binary', binaryProperty: 'data' },
	});
	expect(requestsTo(sandbox, '/general/send')[0]?.body).toMatchObject({
		to: olivia,
		document: { link: expect.stringMatching(/^https:/) },
	});
	const closed = await fail(sandbox, 'message.sendText', { parameters: { phoneNumber: jonas, text: 'Hi' } });
	expect(closed.description).toContain('Send a template instead');
	const reading = Object.entries(catalogue).filter(([, { operations }]) => 'getAll' in operations);
	expect(reading.map(([resource]) => resource)).toEqual(
		expect.arrayContaining(['label', 'phoneNumber', 'template']),
	);
	expect(catalogue.message?.operations).toHaveProperty('getStatus');
});

test('14: an error names its item, keeps what WhatsAble said, and adds what to do', async () => {
	const run = await runWhatsAble(sandbox, 'message.sendText', {
		items: [{ phone: olivia }, { phone: jonas }],
		parameters: { phoneNumber: '={{ $json.phone }}', text: 'Hi' },
	});
	expect(run.error?.message).toMatch(/more than 24 hours have passed .* \[item 1\]$/);
	expect(run.error?.context).toMatchObject({ itemIndex: 1, details: { code: 'invalid_request' } });
	expect(run.error?.description).not.toMatch(/check your credentials/i);
});

test('15: success: false is an error, whatever the status', async () => {
	sandbox.faults.add({ kind: 'unsuccessful' });
	for (const [id, parameters] of [
		['message.sendText', SEND],
		['contact.removeAllLabels', { phoneNumber: olivia }],
		['label.getAll', { returnAll: true }],
	] as Array<[string, IDataObject]>) {
		expect((await fail(sandbox, id, { parameters })).message).toContain('An internal server error occurred');
	}
	expect(textsTo(sandbox, olivia)).toEqual([]);
});

test('17: refusals for the rate limit are waited out, and lists are put out as far as they are wanted', async () => {
	const usual = pace({ refused: { firstWaitMs: 20 } });
	sandbox.faults.add({ kind: 'rateLimited', times: 3 });
	await succeed(sandbox, 'message.sendText', {
		items: [{ phone: olivia }, { phone: priya }],
		parameters: { phoneNumber: '={{ $json.phone }}', text: 'Hi' },
	});
	usual();
	expect([textsTo(sandbox, olivia), textsTo(sandbox, priya)]).toEqual([['Hi'], ['Hi']]);
	const limited = await succeed(sandbox, 'phoneNumber.getAll', {
		parameters: { returnAll: false, limit: 2 },
	});
	const all = await succeed(sandbox, 'phoneNumber.getAll', { parameters: { returnAll: true } });
	expect([limited.length, all.length]).toEqual([2, Object.keys(DEMO.contacts).length]);
});
