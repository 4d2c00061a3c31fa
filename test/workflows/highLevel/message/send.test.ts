import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { startForwarder } from '../../../support/odd/forwarder';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf } from '../../../support/sandboxRuns';
import { addPerson, say, stored } from './records';

let sandbox: HighLevelSandbox;
let seed = 300;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	sandbox.state.random.position = ++seed * 7_919;
});
afterAll(async () => await sandbox.close());

const message = (contactId: string, fields: IDataObject = {}) => ({
	parameters: { contactId: byId(contactId), type: 'SMS', message: 'See you on Thursday', ...fields },
});

const EMAIL = { type: 'Email', message: '', subject: 'Thursday', html: '<p>See you</p>' };

const sends = () => requestsOf(sandbox, 'POST', /^\/conversations\/messages$/);

describe('Do Not Disturb', () => {
	test.each([
		['on all channels', 'SMS', { dnd: true }, 'Do Not Disturb is on for all channels'],
		['for SMS', 'SMS', { dndSettings: { sms: { status: 'active' } } }, 'Do Not Disturb is on for SMS'],
		['for SMS', 'RCS', { dndSettings: { sms: { status: 'active' } } }, 'Do Not Disturb is on for RCS'],
		[
			'for email',
			'Email',
			{ dndSettings: { email: { status: 'active' } } },
			'Do Not Disturb is on for Email',
		],
		['by a person', 'SMS', { dndSettings: { sms: { status: 'permanent' } } }, 'Do Not Disturb is on for SMS'],
		[
			'for WhatsApp',
			'WhatsApp',
			{ dndSettings: { whatsApp: { status: 'active' } } },
			'Do Not Disturb is on for WhatsApp',
		],
		[
			'for Facebook',
			'IG',
			{ dndSettings: { fb: { status: 'active' } } },
			'Do Not Disturb is on for Instagram',
		],
	])('%s: a message by %s is held back, and the output says so', async (_, type, fields, reason) => {
		const contactId = addPerson(sandbox, fields);
		const content = type === 'Email' ? EMAIL : { type };
		const [held] = await succeed(sandbox, 'message.send', message(contactId, content));
		expect(held).toEqual({ contactId, type, sent: false, doNotDisturb: true, reason });
		expect(requestsOf(sandbox, 'POST')).toEqual([]);
	});

	test.each([
		['for another channel', 'SMS', { dndSettings: { email: { status: 'active' } } }],
		['that was taken back', 'SMS', { dndSettings: { sms: { status: 'inactive' } } }],
		['for messages from the contact', 'SMS', { inboundDndSettings: { all: { status: 'active' } } }],
	])('%s holds back no message', async (_, type, fields) => {
		const contactId = addPerson(sandbox, fields);
		const [sent] = await succeed(sandbox, 'message.send', message(contactId, { type }));
		expect(sent).toMatchObject({ sent: true, doNotDisturb: false });
		expect(stored(sandbox)).toHaveLength(1);
	});

	test('holds back a message to the contact of a conversation', async () => {
		const contactId = addPerson(sandbox, { dnd: true });
		const { conversationId } = say(sandbox, contactId, { body: 'STOP' });
		const [held] = await succeed(sandbox, 'message.send', {
			parameters: {
				sendTo: 'conversation',
				conversationId: byId(conversationId),
				type: 'SMS',
				message: 'See you',
			},
		});
		expect(held).toMatchObject({ contactId, sent: false, reason: 'Do Not Disturb is on for all channels' });
		expect(sends()).toEqual([]);
	});

	test('is read before each message, so that STOP counts for the next one', async () => {
		const contactId = addPerson(sandbox);
		await succeed(sandbox, 'message.send', message(contactId));
		sandbox.state.updateContact(contactId, { dndSettings: { sms: { status: 'permanent' } } });
		const [held] = await succeed(sandbox, 'message.send', message(contactId));
		expect(held).toMatchObject({ sent: false });
		expect(requestsOf(sandbox, 'GET', /^\/contacts\//)).toHaveLength(2);
	});

	test('that was switched on since the contact was read holds a message back as well', async () => {
		const contactId = addPerson(sandbox);
		const forwarder = await startForwarder(sandbox.url, {
			request: (body) => {
				sandbox.state.updateContact(contactId, { dndSettings: { sms: { status: 'permanent' } } });
				return body;
			},
		});
		const run = await runOperation(sandbox, 'message.send', {
			...message(contactId),
			baseUrl: forwarder.url,
		});
		await forwarder.close();
		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json }) => json)).toEqual([
			{
				...{ contactId, type: 'SMS', sent: false, doNotDisturb: true },
				reason: 'HighLevel refused the data: Cannot send message as DND is active for SMS.',
			},
		]);
		expect(stored(sandbox)).toEqual([]);
	});

	test('that is ignored is told, where HighLevel sends the message', async () => {
		const contactId = addPerson(sandbox, { dndSettings: { fb: { status: 'active' } } });
		const options = { ignoreDoNotDisturb: true };
		const [sent] = await succeed(sandbox, 'message.send', message(contactId, { type: 'IG', options }));
		expect(sent).toMatchObject({ sent: true, doNotDisturb: true });
		expect(stored(sandbox)).toHaveLength(1);
	});

	test('that is ignored is an error where HighLevel refuses the message', async () => {
		const contactId = addPerson(sandbox, { dndSettings: { sms: { status: 'active' } } });
		const options = { ignoreDoNotDisturb: true };
		const error = await fail(sandbox, 'message.send', message(contactId, { options }));
		expect(error.message).toBe('HighLevel refused the data: Cannot send message as DND is active for SMS.');
		expect(error.description).toContain('HighLevel itself sends no message');
		expect(stored(sandbox)).toEqual([]);
	});
});

describe('what a message has', () => {
	test('by SMS, is its text, and nothing that belongs to another channel', async () => {
		const contactId = addPerson(sandbox);
		const fields = {
			subject: 'Thursday',
			html: '<p>x</p>',
			additionalFields: { emailCc: 'ben@mail.example' },
		};
		await succeed(sandbox, 'message.send', message(contactId, fields));
		expect(sends().map(({ body }) => body)).toEqual([
			{ type: 'SMS', contactId, message: 'See you on Thursday' },
		]);
	});

	test('by email, is its subject and HTML, and nothing that belongs to another channel', async () => {
		const contactId = addPerson(sandbox);
		const fields = {
			...EMAIL,
			additionalFields: { fromNumber: '+12125550199', emailCc: 'a@x.example,b@x.example' },
		};
		const [sent] = await succeed(sandbox, 'message.send', message(contactId, fields));
		const { subject, html } = EMAIL;
		expect(sends().map(({ body }) => body)).toEqual([
			{ type: 'Email', contactId, subject, html, emailCc: ['a@x.example', 'b@x.example'] },
		]);
		const [own] = sandbox.state.emailMessages.values();
		expect(sent).toMatchObject({ sent: true, emailMessageId: own?.id, messageId: own?.threadId });
	});

	test.each<[string, IDataObject, string]>([
		['no text', { message: ' ' }, '"Message" is empty'],
		['no subject', { ...EMAIL, subject: '' }, '"Subject" is empty'],
		['no text of the email', { ...EMAIL, html: '' }, '"HTML" is empty'],
		[
			'no provider',
			{ type: 'Custom', conversationProviderId: '={{ $json.nothing }}' },
			'"Conversation Provider ID" is empty',
		],
		['a wrong copy', { ...EMAIL, additionalFields: { emailCc: 'ben' } }, '"CC" is not an email address: ben'],
		[
			'a time that is over',
			{ additionalFields: { scheduledTimestamp: '2026-01-01T00:00:00Z' } },
			'"Send At" is over: 2026-01-01T00:00:00.000Z',
		],
		[
			'no file',
			{ additionalFields: { binaryProperties: 'plan' } },
			'This item has no file "plan" for "Input Data Field Names"',
		],
	])('is refused with %s before anything is sent', async (_, fields, text) => {
		const { message: told } = await fail(sandbox, 'message.send', message(addPerson(sandbox), fields));
		expect(told).toBe(text);
		expect(sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	test('to nobody that can be reached, is what HighLevel refuses', async () => {
		const contactId = addPerson(sandbox, { phone: null });
		const error = await fail(sandbox, 'message.send', message(contactId));
		expect(error.message).toContain('Missing phone number');
		expect(error.description).toContain('The contact has no phone number');
	});
});

describe('files', () => {
	const files = [
		{
			plan: { fileName: 'plan.pdf', mimeType: 'application/pdf', data: 'JVBERg==' },
			photo: { fileName: 'photo.jpg', mimeType: 'image/jpeg', data: '/9j/' },
		},
	];
	const additionalFields = { attachments: 'https://example.com/map.png', binaryProperties: 'plan, photo' };

	test('of the item are uploaded into the conversation, which is started, and go with their addresses', async () => {
		const contactId = addPerson(sandbox);
		await succeed(sandbox, 'message.send', { ...message(contactId, { additionalFields }), binary: files });

		const [conversation] = sandbox.state.conversations.values();
		const own = [...sandbox.state.files.values()];
		expect(own.map(({ name, ownerId }) => [name, ownerId])).toEqual([
			['plan.pdf', conversation?.id],
			['photo.jpg', conversation?.id],
		]);
		const [{ attachments = [] } = {}] = stored(sandbox);
		expect(attachments).toEqual([
			'https://example.com/map.png',
			...own.map(({ id }) => expect.stringContaining(id) as string),
		]);
		const served = await fetch(String(attachments[1]));
		expect(Buffer.from(await served.arrayBuffer()).toString()).toBe('%PDF');
	});

	test('need no new conversation where there is one', async () => {
		const contactId = addPerson(sandbox);
		say(sandbox, contactId, { body: 'Send me the plan' });
		await succeed(sandbox, 'message.send', { ...message(contactId, { additionalFields }), binary: files });
		expect(requestsOf(sandbox, 'POST', /^\/conversations\/$/)).toEqual([]);
		expect(sandbox.state.conversations.size).toBe(1);
	});

	test('are not uploaded for a contact who wants no message', async () => {
		const contactId = addPerson(sandbox, { dnd: true });
		await succeed(sandbox, 'message.send', { ...message(contactId, { additionalFields }), binary: files });
		expect(sandbox.state.files.size).toBe(0);
	});

	test('of a kind that HighLevel does not take are refused, and nothing is sent', async () => {
		const contactId = addPerson(sandbox);
		const binary = [{ plan: { fileName: 'plan.exe', mimeType: 'application/octet-stream', data: 'TVo=' } }];
		const fields = { additionalFields: { binaryProperties: 'plan' } };
		const error = await fail(sandbox, 'message.send', { ...message(contactId, fields), binary });
		expect(error.message).toContain('Unsupported file type');
		expect(sends()).toEqual([]);
	});
});

describe('a message for later', () => {
	const later = new Date(Date.now() + 3_600_000).toISOString();

	test('waits for its time, to the second, and can be canceled', async () => {
		const contactId = addPerson(sandbox);
		const fields = { additionalFields: { scheduledTimestamp: later } };
		const [sent] = await succeed(sandbox, 'message.send', message(contactId, fields));
		const [own] = stored(sandbox);
		expect(own?.scheduledMs).toBe(Math.floor(Date.parse(later) / 1000) * 1000);
		const read = await succeed(sandbox, 'message.get', {
			parameters: { messageId: byId(String(sent?.messageId)) },
		});
		expect(read).toMatchObject([{ status: 'scheduled' }]);
		const canceled = await succeed(sandbox, 'message.cancelScheduled', {
			parameters: { messageId: byId(String(sent?.messageId)) },
		});
		expect(canceled).toEqual([{ canceled: true, messageId: sent?.messageId }]);
		expect(stored(sandbox)).toEqual([]);
	});

	test('is canceled also when the response to that is lost', async () => {
		const contactId = addPerson(sandbox);
		const fields = { ...EMAIL, additionalFields: { scheduledTimestamp: later } };
		const [sent] = await succeed(sandbox, 'message.send', message(contactId, fields));
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'DELETE' });
		const canceled = await succeed(sandbox, 'message.cancelScheduledEmail', {
			parameters: { emailMessageId: byId(String(sent?.emailMessageId)) },
		});
		expect(canceled).toEqual([{ canceled: true, emailMessageId: sent?.emailMessageId }]);
		expect(stored(sandbox)).toEqual([]);
	});

	test('that was sent cannot be canceled', async () => {
		const { id } = say(sandbox, addPerson(sandbox), { body: 'See you', direction: 'outbound' });
		const error = await fail(sandbox, 'message.cancelScheduled', { parameters: { messageId: byId(id) } });
		expect(error.message).toContain('Failed cancel the scheduled message');
		expect(stored(sandbox)).toHaveLength(1);
	});
});

test('an inbound message is added to the conversation, which is unread from then on', async () => {
	const contactId = addPerson(sandbox);
	const [added] = await succeed(sandbox, 'message.addInbound', {
		parameters: {
			contactId: byId(contactId),
			type: 'Custom',
			conversationProviderId: DEMO.conversationProviders.house,
			message: 'Is it still available?',
		},
	});
	const [conversation] = sandbox.state.conversations.values();
	expect(added).toMatchObject({ contactId, conversationId: conversation?.id });
	expect(conversation).toMatchObject({ unreadCount: 1, lastMessageBody: 'Is it still available?' });
	expect(stored(sandbox)).toMatchObject([{ direction: 'inbound', channel: 'Custom' }]);
});
