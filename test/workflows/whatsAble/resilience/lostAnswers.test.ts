import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { byId } from '../../../support/highLevel';
import { closedPort } from '../../../support/sandboxRuns';
import {
	DEMO,
	fail,
	requestsTo,
	runWhatsAble,
	startSandbox,
	succeed,
	textsTo,
} from '../../../support/whatsAble';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 20, maxMs: 80 }, looksMs: [0, 20] });

const { olivia } = DEMO.contacts;
const [ownNumber] = DEMO.whatsableNumbers;

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

interface Sending {
	parameters: IDataObject;
	apiKey?: string;
	/** A part of the path. */
	path: string;
}

const SENDINGS: Array<[string, Sending]> = [
	['message.sendText', { parameters: { phoneNumber: olivia, text: 'Hi' }, path: '/general/send' }],
	[
		'message.sendImage',
		{
			parameters: { phoneNumber: olivia, source: 'url', url: 'https://example.com/a.jpg' },
			path: '/general/send',
		},
	],
	[
		'message.sendTemplate',
		{
			parameters: {
				phoneNumber: olivia,
				templateId: byId(DEMO.templates.thanks),
				variables: { mappingMode: 'defineBelow', value: {} },
			},
			path: '/n8n/messages/send',
		},
	],
	[
		'message.scheduleText',
		{
			parameters: { phoneNumber: olivia, text: 'Hi', when: 'relative', delay: 1, delayUnit: 'hours' },
			path: '/general/send',
		},
	],
	[
		'whatsAbleMessage.send',
		{
			parameters: { phoneNumber: { __rl: true, mode: 'number', value: ownNumber }, text: 'Hi' },
			apiKey: DEMO.keys.whatsable,
			path: '/v2.0.0/send',
		},
	],
	[
		'whatsAbleMessage.sendToGroup',
		{
			parameters: { groupId: byId(DEMO.group.id), text: 'Hi' },
			apiKey: DEMO.keys.whatsable,
			path: '/group-send',
		},
	],
	[
		'notifierMessage.send',
		{
			parameters: { phoneNumber: olivia, text: 'Hi' },
			apiKey: DEMO.keys.notifier,
			path: '/n8n/send-message',
		},
	],
];

describe.each(SENDINGS)('%s', (id, { path, ...options }) => {
	test.each([
		['the connection is closed', undefined],
		['a gateway answers 502', 502],
		['a gateway answers 504', 504],
	])('a message whose answer is lost is never sent again: %s', async (_, status) => {
		sandbox.faults.add({ kind: 'lostAnswer', path, ...(status ? { status } : {}) });
		const error = await fail(sandbox, id, options);
		expect(error.message).toContain('the message may have been sent');
		expect(error.description).toContain('It was not sent again');
		expect(error.details).toMatchObject({ mayHaveHappened: true });
		expect(requestsTo(sandbox, path)).toHaveLength(1);
	});

	test('a message that takes too long is not sent again either', async () => {
		sandbox.faults.add({ kind: 'timeout', path });
		const error = await fail(sandbox, id, {
			...options,
			parameters: { ...options.parameters, options: { timeout: 200 } },
		});
		expect(error.message).toContain('(no answer in time): the message may have been sent');
		expect(requestsTo(sandbox, path)).toHaveLength(1);
	});
});

test('a failing text says in its item that it may have been sent, so that a workflow can look', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', path: '/general/send', times: 1 });
	const run = await runWhatsAble(sandbox, 'message.sendText', {
		items: [{ text: 'One' }, { text: 'Two' }],
		parameters: { phoneNumber: olivia, text: '={{ $json.text }}' },
		onError: 'continueErrorOutput',
	});
	expect(run.errorItems.map(({ json }) => json.details)).toEqual([
		expect.objectContaining({ mayHaveHappened: true, item: 0 }),
	]);
	expect(textsTo(sandbox, olivia)).toEqual(['One', 'Two']);
});

test('no message is doubled or forgotten when a third of the answers is lost', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', path: '/general/send', probability: 0.3 });
	const items = Array.from({ length: 100 }, (_, index) => ({ text: `Message ${index}` }));
	const run = await runWhatsAble(sandbox, 'message.sendText', {
		items,
		parameters: { phoneNumber: olivia, text: '={{ $json.text }}' },
		onError: 'continueErrorOutput',
	});
	expect(textsTo(sandbox, olivia)).toEqual(items.map(({ text }) => text));
	expect(run.errorItems.length).toBeGreaterThan(10);
	expect(run.items.length + run.errorItems.length).toBe(100);
	expect(run.errorItems.every(({ json }) => (json.details as IDataObject).mayHaveHappened === true)).toBe(
		true,
	);
});

test.each([
	['connectionReset', undefined],
	['serverError', 503],
	['htmlError', 502],
] as const)('reads are repeated until there is an answer: %s', async (kind, status) => {
	sandbox.faults.add({ kind, times: 3, path: '/n8n/label', ...(status ? { status } : {}) });
	const items = await succeed(sandbox, 'label.getAll', { parameters: { returnAll: true } });
	expect(items).toHaveLength(sandbox.state.labels.size);
	expect(requestsTo(sandbox, '/n8n/label')).toHaveLength(4);
});

test('a read that never succeeds ends with the reason, and claims nothing to have happened', async () => {
	sandbox.faults.add({ kind: 'serverError', path: '/n8n/label' });
	const error = await fail(sandbox, 'label.getAll', { parameters: { returnAll: true } });
	expect(error.message).toContain('WhatsAble did not answer: status 500 (An internal server error occurred');
	expect(error.description).toContain('Nothing was changed');
	expect(error.details).not.toHaveProperty('mayHaveHappened');
});

test('a server that cannot be reached is told from a lost answer: nothing was sent', async () => {
	const port = await closedPort();
	const error = await fail(sandbox, 'message.sendText', {
		baseUrl: `http://127.0.0.1:${port}`,
		parameters: { phoneNumber: olivia, text: 'Hi' },
	});
	expect(error.message).toContain(
		`WhatsAble could not be reached (127.0.0.1:${port}): the connection was refused`,
	);
	expect(error.description).toContain('Nothing was sent');
	expect(error.details).not.toHaveProperty('mayHaveHappened');
});

test('an execution that waits for an answer can be cancelled, and sends nothing afterwards', async () => {
	sandbox.faults.add({ kind: 'timeout', path: '/general/send' });
	const run = await runWhatsAble(sandbox, 'message.sendText', {
		items: Array.from({ length: 5 }, (_, index) => ({ text: `Message ${index}` })),
		parameters: { phoneNumber: olivia, text: '={{ $json.text }}', options: { timeout: 600_000 } },
		cancelWhen: () => requestsTo(sandbox, '/general/send').length > 0,
	});
	expect(run.error?.message).toBe('The execution was cancelled');
	expect(requestsTo(sandbox, '/general/send')).toHaveLength(1);
	expect(textsTo(sandbox, olivia)).toEqual([]);
});
