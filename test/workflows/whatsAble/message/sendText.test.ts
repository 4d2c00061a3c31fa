import { pace } from '../../../support/pace';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import {
	contactOf,
	DEMO,
	fail,
	requestsTo,
	runWhatsAble,
	startSandbox,
	succeed,
	textsTo,
} from '../../../support/whatsAble';

const SEND = 'message.sendText';
const { olivia, jonas } = DEMO.contacts;

// The rule is the same after shorter waits.
pace({ refused: { firstWaitMs: 20 } });

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test('a text reaches the person, and the item tells its message ID and the number', async () => {
	const [item] = await succeed(sandbox, SEND, {
		parameters: { phoneNumber: `+${olivia}`, text: 'See you at 10' },
	});
	expect(item).toMatchObject({ success: true, phone_number: `+${olivia}` });
	const message = sandbox.state.messages.get(String(item?.message_id));
	expect(message).toMatchObject({
		text: 'See you at 10',
		direction: 'outgoing',
		contactId: `notifyer/${olivia}`,
	});
});

test('the text goes in the documented shape, to the number without plus', async () => {
	await succeed(sandbox, SEND, {
		parameters: {
			phoneNumber: '+1 (415) 555-0132',
			text: 'https://example.com',
			options: { linkPreview: true },
		},
	});
	expect(requestsTo(sandbox, '/general/send')[0]?.body).toEqual({
		to: olivia,
		type: 'text',
		recipient_type: 'individual',
		messaging_product: 'whatsapp',
		text: { body: 'https://example.com', preview_url: true },
		labels: [],
	});
});

test('labels and a note are put on the contact, the labels as Notifyer writes them', async () => {
	await succeed(sandbox, SEND, {
		parameters: {
			phoneNumber: olivia,
			text: 'Hi',
			additionalFields: { labels: ['seller', 'Hot Lead'], note: 'Called on Monday' },
		},
	});
	expect(contactOf(sandbox, olivia)).toMatchObject({
		note: 'Called on Monday',
		labels: ['Buyer', 'Hot Lead', 'Seller'],
	});
});

test('without a note, the note that is there stays', async () => {
	const before = contactOf(sandbox, olivia)?.note;
	await succeed(sandbox, SEND, {
		parameters: { phoneNumber: olivia, text: 'Hi', additionalFields: { note: '' } },
	});
	expect(contactOf(sandbox, olivia)?.note).toBe(before);
	expect(before).toContain('pier');
});

test('labels also come as text with commas from an expression', async () => {
	await succeed(sandbox, SEND, {
		items: [{ tags: 'Buyer, New Lead' }],
		parameters: { phoneNumber: olivia, text: 'Hi', additionalFields: { labels: '={{ $json.tags }}' } },
	});
	expect(contactOf(sandbox, olivia)?.labels).toContain('New Lead');
});

test('a label that Notifyer does not have fails the item before anything is sent, and names those that there are', async () => {
	const error = await fail(sandbox, SEND, {
		parameters: { phoneNumber: olivia, text: 'Hi', additionalFields: { labels: ['VIP'] } },
	});
	expect(error.message).toContain('Notifyer has no label "VIP"');
	expect(error.description).toContain('Hot Lead');
	expect(textsTo(sandbox, olivia)).toEqual([]);
});

test('unknown labels can be left out, so that tags of another system do not stop the message', async () => {
	await succeed(sandbox, SEND, {
		parameters: {
			phoneNumber: olivia,
			text: 'Hi',
			additionalFields: { labels: ['VIP', 'Seller'] },
			options: { unknownLabels: 'leaveOut' },
		},
	});
	expect(textsTo(sandbox, olivia)).toEqual(['Hi']);
	expect(contactOf(sandbox, olivia)?.labels).not.toContain('VIP');
});

test('the labels of the account are read once for all items', async () => {
	const own = await startSandbox();
	await succeed(own, SEND, {
		items: Array.from({ length: 30 }, () => ({})),
		parameters: { phoneNumber: olivia, text: 'Hi', additionalFields: { labels: ['Seller'] } },
	});
	expect(requestsTo(own, '/n8n/label')).toHaveLength(1);
	await own.close();
});

test('outside the 24 hours the error says so and advises a template', async () => {
	const error = await fail(sandbox, SEND, { parameters: { phoneNumber: jonas, text: 'Hi' } });
	expect(error.message).toMatch(/24 hours/);
	expect(error.description).toContain('Send a template instead');
	expect(textsTo(sandbox, jonas)).toEqual([]);
});

test('each item has its own outcome, and a failed one goes to the error output', async () => {
	const run = await runWhatsAble(sandbox, SEND, {
		items: [{ phone: olivia }, { phone: jonas }, { phone: 'nobody' }, { phone: DEMO.contacts.priya }],
		parameters: { phoneNumber: '={{ $json.phone }}', text: 'Hi' },
		onError: 'continueErrorOutput',
	});
	expect(run.items.map(({ json, pairedItem }) => [json.phone_number, pairedItem])).toEqual([
		[`+${olivia}`, { item: 0 }],
		[`+${DEMO.contacts.priya}`, { item: 3 }],
	]);
	expect(run.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
	expect(String(run.errorItems[1]?.json.error)).toContain('"Phone Number" is not a phone number');
});

test('messages to one person arrive in the order of the items, also when one of them has to wait', async () => {
	const texts = Array.from({ length: 40 }, (_, index) => `Message ${index}`);
	sandbox.faults.add({ kind: 'rateLimited', times: 1 });
	await succeed(sandbox, SEND, {
		items: texts.map((text) => ({ text })),
		parameters: { phoneNumber: olivia, text: '={{ $json.text }}' },
	});
	expect(textsTo(sandbox, olivia)).toEqual(texts);
});
