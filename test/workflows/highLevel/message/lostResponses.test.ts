import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, runOperation, startSandbox } from '../../../support/highLevel';
import type { Forwarder, Replacement } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { fail, succeed } from '../../../support/odd/outcomes';
import { pace } from '../../../support/pace';
import { requestsOf } from '../../../support/sandboxRuns';
import { tokenWithout } from '../everyOperation/operations';
import { addPerson, say, stored } from './records';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20, 100] });

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
let seed = 100;
// The node remembers what it has sent, so no ID may come twice.
beforeEach(async () => {
	sandbox = await startSandbox({ seed: ++seed });
	forwarder = await startForwarder(sandbox.url);
});
afterEach(async () => {
	await forwarder.close();
	await sandbox.close();
});

const SEND = { method: 'POST', path: '^/conversations/messages$' };

const isSend = ({ method, path }: { method: string; path: string }) =>
	method === 'POST' && path === '/conversations/messages';

const sms = (contactId: string, message = 'See you on Thursday') => ({
	parameters: { contactId: byId(contactId), type: 'SMS', message },
});

const email = (contactId: string, fields: IDataObject = {}) => ({
	parameters: {
		contactId: byId(contactId),
		type: 'Email',
		subject: 'Thursday',
		html: '<p>See you at <b>three</b></p>',
		...fields,
	},
});

describe('200 messages, the response to every fifth of which is lost', () => {
	const COUNT = 200;
	const LOST: Array<[what: string, replacement: Replacement, isSent: boolean]> = [
		['cut off after the message was sent', { status: 200, body: '{"messageId": "', isCutOff: true }, true],
		['a gateway error after the message was sent', { status: 502, body: '<html></html>' }, true],
		['a gateway error and nothing was sent', { status: 502, body: '<html></html>', isUnsent: true }, false],
	];

	test.each(LOST)('%s: none is sent twice, and each is sent or named', async (_, replacement, isSent) => {
		const people = Array.from({ length: COUNT }, () => addPerson(sandbox));
		let sends = 0;
		const lost = new Set<unknown>();
		forwarder.passage.replaces = (passing) => {
			if (!isSend(passing) || ++sends % 5 !== 0) return undefined;
			lost.add((JSON.parse(passing.body) as IDataObject).contactId);
			return replacement;
		};
		const run = await runOperation(sandbox, 'message.send', {
			baseUrl: forwarder.url,
			items: people.map((contactId, index) => ({ contactId, index })),
			parameters: {
				contactId: byId('={{ $json.contactId }}'),
				type: 'SMS',
				message: '=Number {{ $json.index }}',
			},
			onError: 'continueRegularOutput',
		});

		expect(lost.size).toBe(COUNT / 5);
		const sentTo = stored(sandbox).map(({ contactId }) => contactId);
		expect(new Set(sentTo).size).toBe(sentTo.length);
		expect(sentTo).toHaveLength(isSent ? COUNT : COUNT - lost.size);
		expect(sends).toBe(COUNT);

		const told = run.items.filter(({ json }) => json.sent === true).map(({ json }) => String(json.contactId));
		const unknown = run.items.filter(({ json }) => json.error !== undefined).map(({ json }) => json);
		expect(told.length + unknown.length).toBe(COUNT);
		expect(told.filter((contactId) => !sentTo.includes(contactId))).toEqual([]);
		expect(unknown).toHaveLength(isSent ? 0 : lost.size);
		expect(unknown.map(({ details }) => (details as IDataObject).contactId).sort()).toEqual(
			isSent ? [] : [...lost].sort(),
		);
		for (const { error, details } of unknown) {
			const { contactId, remedy } = details as IDataObject;
			expect(error).toContain(`the SMS message to contact ${String(contactId)} may have been sent`);
			expect(details).toMatchObject({ mayHaveHappened: true, type: 'SMS' });
			expect(remedy).toContain('Whether it was is not known. It was not sent again.');
		}
	});
});

describe('a message whose response is lost', () => {
	test('is found in the conversation, and is returned as sent', async () => {
		const contactId = addPerson(sandbox);
		say(sandbox, contactId, { body: 'See you on Thursday', direction: 'inbound' });
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...SEND });
		const [sent] = await succeed(sandbox, 'message.send', sms(contactId));

		const [, own] = stored(sandbox);
		expect(sent).toEqual({
			contactId,
			type: 'SMS',
			sent: true,
			doNotDisturb: false,
			messageId: own?.id,
			conversationId: own?.conversationId,
			status: 'delivered',
		});
		expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	});

	test('is not known to be sent while the search does not show a new conversation', async () => {
		sandbox.configure({ searchDelayMs: 60_000 });
		const contactId = addPerson(sandbox);
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...SEND });
		const { message, details } = await fail(sandbox, 'message.send', sms(contactId));

		expect(message).toContain(`the SMS message to contact ${contactId} may have been sent`);
		expect(details).toMatchObject({ mayHaveHappened: true, contactId, type: 'SMS' });
		expect(stored(sandbox)).toHaveLength(1);
		expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	});

	test.each(['conversations.readonly', 'conversations/message.readonly'])(
		'is not known to be sent to a token without %s',
		async (scope) => {
			sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...SEND });
			const contactId = addPerson(sandbox);
			const token = tokenWithout(sandbox, scope);
			const { details } = await fail(sandbox, 'message.send', { ...sms(contactId), token });
			expect(details).toMatchObject({ mayHaveHappened: true, contactId });
			expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
		},
	);

	test.each<[string, (contactId: string) => unknown]>([
		[
			'an older one',
			(contactId) =>
				say(sandbox, contactId, {
					body: 'See you on Thursday',
					direction: 'outbound',
					source: 'api',
					dateAdded: '2026-01-01T00:00:00.000Z',
				}),
		],
		[
			'one of a person',
			(contactId) =>
				say(sandbox, contactId, { body: 'See you on Thursday', direction: 'outbound', source: 'app' }),
		],
		[
			'one of another channel',
			(contactId) =>
				say(sandbox, contactId, {
					body: 'See you on Thursday',
					direction: 'outbound',
					source: 'api',
					channel: 'WhatsApp',
				}),
		],
		[
			'one that waits for its time',
			(contactId) =>
				say(sandbox, contactId, {
					body: 'See you on Thursday',
					direction: 'outbound',
					source: 'api',
					scheduledMs: Date.now() + 60_000,
				}),
		],
		[
			'another text',
			(contactId) =>
				say(sandbox, contactId, { body: 'See you on Friday', direction: 'outbound', source: 'api' }),
		],
	])('that never arrived is not taken for %s', async (_, prepare) => {
		const contactId = addPerson(sandbox);
		prepare(contactId);
		sandbox.faults.add({ kind: 'serverError', times: 1, ...SEND });
		const { details } = await fail(sandbox, 'message.send', sms(contactId));
		expect(details).toMatchObject({ mayHaveHappened: true, contactId });
		expect(stored(sandbox)).toHaveLength(1);
	});

	test('that nobody could find is not taken for the next one with the same text', async () => {
		const contactId = addPerson(sandbox);
		const behind = { ...sms(contactId), baseUrl: forwarder.url };
		sandbox.faults.add({ kind: 'serverError', times: 1, ...SEND });
		await fail(sandbox, 'message.send', behind);
		// The first one arrives after all, while the response to the second, which does not, is lost.
		forwarder.passage.replaces = (passing) => {
			if (!isSend(passing)) return undefined;
			say(sandbox, contactId, { body: 'See you on Thursday', direction: 'outbound', source: 'api' });
			return { status: 502, body: '', isUnsent: true };
		};
		const { details } = await fail(sandbox, 'message.send', behind);
		expect(details).toMatchObject({ mayHaveHappened: true, contactId });
	});

	test('is another thing than a refusal for the rate limit, after which it is sent', async () => {
		const contactId = addPerson(sandbox);
		sandbox.faults.add({ kind: 'rateLimited', times: 2, ...SEND });
		const [sent] = await succeed(sandbox, 'message.send', sms(contactId));
		expect(sent).toMatchObject({ sent: true });
		expect(stored(sandbox)).toHaveLength(1);
	});
});

test('two messages with the same text to one contact are two, although both responses are lost', async () => {
	const contactId = addPerson(sandbox);
	sandbox.faults.add({ kind: 'lostAnswer', times: 2, ...SEND });
	const run = await runOperation(sandbox, 'message.send', {
		items: [{ number: 1 }, { number: 2 }],
		...sms(contactId),
	});
	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => json.messageId).sort()).toEqual(
		stored(sandbox)
			.map(({ id }) => id)
			.sort(),
	);
	expect(stored(sandbox)).toHaveLength(2);
});

test('messages to one contact are sent in the order of the items, also by its conversation', async () => {
	const contactId = addPerson(sandbox);
	const { conversationId } = say(sandbox, contactId, {
		body: 'Hello',
		dateAdded: '2026-01-01T00:00:00.000Z',
	});
	const items = Array.from({ length: 30 }, (_, number) => ({ number }));
	sandbox.faults.add({ kind: 'slow', delayMs: 30, method: 'GET', probability: 0.5 });
	const run = await runOperation(sandbox, 'message.send', {
		items,
		parameters: {
			sendTo: 'conversation',
			conversationId: byId(conversationId),
			type: 'SMS',
			message: '={{ $json.number }}',
		},
	});
	expect(run.error).toBeUndefined();
	const [, ...sent] = stored(sandbox).map(({ body }) => Number(body));
	expect(sent).toEqual(items.map(({ number }) => number));
});

describe('an email whose response is lost', () => {
	test('is found by its subject and text', async () => {
		const contactId = addPerson(sandbox);
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...SEND });
		const [sent] = await succeed(sandbox, 'message.send', email(contactId));
		const [own] = sandbox.state.emailMessages.values();
		expect(sent).toMatchObject({ sent: true, messageId: own?.threadId, emailMessageId: own?.id });
		expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	});

	test('is found in an older thread, among the emails of which it is the newest', async () => {
		const contactId = addPerson(sandbox);
		const [first] = await succeed(sandbox, 'message.send', email(contactId, { subject: 'Before' }));
		const { messageId } = first as { messageId: string };
		const thread = sandbox.state.messages.get(messageId);
		if (!thread) throw new Error('The thread is not there');
		sandbox.state.messages.set(messageId, { ...thread, dateAdded: '2026-01-01T00:00:00.000Z' });
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...SEND });
		const reply = { additionalFields: { threadId: messageId } };
		const [sent] = await succeed(sandbox, 'message.send', email(contactId, reply));
		expect(sent).toMatchObject({ sent: true, messageId });
		expect(sandbox.state.emailMessages.inGroup(messageId).map(({ id }) => id)).toContain(
			sent?.emailMessageId,
		);
	});

	test('is not taken for another one with its subject', async () => {
		const contactId = addPerson(sandbox);
		await succeed(sandbox, 'message.send', email(contactId, { html: '<p>Another text</p>' }));
		sandbox.faults.add({ kind: 'serverError', times: 1, ...SEND });
		const { message, details } = await fail(sandbox, 'message.send', email(contactId));
		expect(message).toContain(`the Email message to contact ${contactId} may have been sent`);
		expect(details).toMatchObject({ mayHaveHappened: true, type: 'Email' });
		expect(sandbox.state.emailMessages.size).toBe(1);
	});
});

describe('an inbound message whose response is lost', () => {
	const INBOUND = { method: 'POST', path: '^/conversations/messages/inbound$' };
	const add = (contactId: string, additionalFields: IDataObject = {}) => ({
		parameters: { contactId: byId(contactId), type: 'SMS', message: 'Thursday works', additionalFields },
	});

	test.each<[string, IDataObject]>([
		['its text', {}],
		['the ID that it has elsewhere, whatever its date is', { altId: 'outside-1', date: '2026-01-01' }],
	])('is found by %s, and is there once', async (_, additionalFields) => {
		const contactId = addPerson(sandbox);
		say(sandbox, contactId, { body: 'Hello', altId: 'outside-0' });
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...INBOUND });
		const [added] = await succeed(sandbox, 'message.addInbound', add(contactId, additionalFields));
		const own = stored(sandbox).find(({ body }) => body === 'Thursday works');
		expect(added).toMatchObject({ contactId, messageId: own?.id, conversationId: own?.conversationId });
		expect(stored(sandbox)).toHaveLength(2);
	});

	test('that is dated back and has no ID is not known to be there', async () => {
		const contactId = addPerson(sandbox);
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...INBOUND });
		const { message } = await fail(sandbox, 'message.addInbound', add(contactId, { date: '2026-01-01' }));
		expect(message).toContain(`the SMS message from contact ${contactId} may have been added`);
		expect(stored(sandbox)).toHaveLength(1);
	});
});
