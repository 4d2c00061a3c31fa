import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { DEMO, fail, requestsTo, runWhatsAble, startSandbox, succeed } from '../../../support/whatsAble';

const { olivia, arjun, jonas } = DEMO.contacts;

let sandbox: WhatsAbleSandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
	sandbox.configure({ deliveredAfterMs: null, readAfterMs: null });
});
afterEach(async () => await sandbox.close());

async function sendText(phoneNumber: string = olivia): Promise<string> {
	const [item] = await succeed(sandbox, 'message.sendText', { parameters: { phoneNumber, text: 'Hi' } });
	return String(item?.message_id);
}

/** A template to somebody who has no WhatsApp. */
async function sendInVain(): Promise<string> {
	const [item] = await succeed(sandbox, 'message.sendTemplate', {
		parameters: {
			phoneNumber: arjun,
			templateId: DEMO.templates.welcome,
			variables: { mappingMode: 'defineBelow', value: { body1: 'Arjun' } },
		},
	});
	return String(item?.message_id);
}

describe('getStatus', () => {
	test('a message that is on its way is pending, with times as ISO 8601 and the number as text', async () => {
		const messageId = await sendText();
		const [item] = await succeed(sandbox, 'message.getStatus', { parameters: { messageId } });
		expect(item).toMatchObject({
			message_id: messageId,
			delivery: 'pending',
			status: 'unread',
			phone_number: `+${olivia}`,
			delivered_time: null,
			read_time: null,
			send_time: new Date(sandbox.state.messages.get(messageId)?.atMs ?? 0).toISOString(),
		});
	});

	test.each(['unread', 'whatsApp'] as const)(
		'delivered and read are told apart, whichever words WhatsAble uses (%s)',
		async (statusWords) => {
			sandbox.configure({ statusWords });
			const messageId = await sendText();
			sandbox.setStatus(messageId, 'delivered');
			const [delivered] = await succeed(sandbox, 'message.getStatus', { parameters: { messageId } });
			expect(delivered).toMatchObject({ delivery: 'delivered', read_time: null });
			expect(String(delivered?.delivered_time)).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
			sandbox.setStatus(messageId, 'read');
			const [read] = await succeed(sandbox, 'message.getStatus', { parameters: { messageId } });
			expect(read).toMatchObject({ delivery: 'read' });
		},
	);

	test('a failed delivery tells why, and what to do', async () => {
		const messageId = await sendInVain();
		sandbox.setStatus(messageId, 'failed');
		const [item] = await succeed(sandbox, 'message.getStatus', { parameters: { messageId } });
		expect(item).toMatchObject({ delivery: 'failed', failure: expect.stringContaining('131026') });
		expect(item?.remedy).toContain('no WhatsApp account');
	});

	test('a text that Meta refused later, for the 24 hours, has the remedy too', async () => {
		sandbox.configure({ closedWindow: 'failsLater', deliveredAfterMs: 0 });
		const messageId = await sendText(jonas);
		sandbox.clock.advance(1);
		const [item] = await succeed(sandbox, 'message.getStatus', { parameters: { messageId } });
		expect(item).toMatchObject({ delivery: 'failed' });
		expect(item?.remedy).toContain('Send a template instead');
	});

	test('an id with signs of base64 in it is found', async () => {
		const messageId = await sendText();
		expect(messageId).toMatch(/=$/);
		await succeed(sandbox, 'message.getStatus', { parameters: { messageId: ` ${messageId} ` } });
		expect(requestsTo(sandbox, '/conversation/')[0]?.path).not.toContain('=');
	});

	test('an unknown message is an error', async () => {
		const error = await fail(sandbox, 'message.getStatus', { parameters: { messageId: 'wamid.unknown' } });
		expect(error.message).toContain('Not Found');
		expect(error.description).toContain('Check the id');
	});
});

describe('waitForDelivery', () => {
	const options = { intervalSeconds: 1, maxWaitSeconds: 20 };

	async function afterFirstLook(): Promise<void> {
		while (requestsTo(sandbox, '/conversation/')[0]?.status === undefined) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
	}

	test('ends as soon as the message is delivered', async () => {
		const messageId = await sendText();
		const waiting = succeed(sandbox, 'message.waitForDelivery', {
			parameters: { messageId, waitFor: 'delivered', options },
		});
		await afterFirstLook();
		sandbox.setStatus(messageId, 'delivered');
		const [item] = await waiting;
		expect(item).toMatchObject({ message_id: messageId, delivery: 'delivered', timed_out: false });
	});

	test('waits on for a message that is delivered but not read', async () => {
		const messageId = await sendText();
		sandbox.setStatus(messageId, 'delivered');
		const [item] = await succeed(sandbox, 'message.waitForDelivery', {
			parameters: { messageId, waitFor: 'read', options: { intervalSeconds: 1, maxWaitSeconds: 2 } },
		});
		expect(item).toMatchObject({ delivery: 'delivered', timed_out: true });
	});

	test('ends with a failed delivery as an item, so that a workflow can write an e-mail instead', async () => {
		const messageId = await sendInVain();
		sandbox.setStatus(messageId, 'failed');
		const [item] = await succeed(sandbox, 'message.waitForDelivery', {
			parameters: { messageId, waitFor: 'read', options },
		});
		expect(item).toMatchObject({ delivery: 'failed', timed_out: false });
	});

	test('a message that WhatsAble does not know at first is looked for again', async () => {
		const messageId = await sendText();
		sandbox.setStatus(messageId, 'read');
		const message = sandbox.state.messages.get(messageId);
		sandbox.state.messages.delete(messageId);
		const waiting = succeed(sandbox, 'message.waitForDelivery', {
			parameters: { messageId, waitFor: 'delivered', options },
		});
		await afterFirstLook();
		if (message) sandbox.state.messages.set(messageId, message);
		const [item] = await waiting;
		expect(item).toMatchObject({ delivery: 'read', timed_out: false });
	});

	test('can be cancelled while it waits', async () => {
		const messageId = await sendText();
		const run = await runWhatsAble(sandbox, 'message.waitForDelivery', {
			parameters: {
				messageId,
				waitFor: 'delivered',
				options: { intervalSeconds: 3_600, maxWaitSeconds: 86_400 },
			},
			cancelWhen: () => requestsTo(sandbox, '/conversation/')[0]?.status === 200,
		});
		expect(run.error?.message).toBe('The execution was cancelled');
		expect(requestsTo(sandbox, '/conversation/')).toHaveLength(1);
	});

	test.each([
		['maxWaitSeconds', 0, '"Max Wait (Seconds)" must be a number of 1 or more'],
		['intervalSeconds', 'soon', '"Interval (Seconds)" is not a number: soon'],
	])('a limit that is none is refused: %s', async (name, value, message) => {
		const error = await fail(sandbox, 'message.waitForDelivery', {
			parameters: { messageId: 'wamid.x', waitFor: 'delivered', options: { [name]: value } },
		});
		expect(error.message).toContain(message);
	});
});
