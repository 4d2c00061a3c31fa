import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, startSandbox, UNKNOWN } from '../../../support/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf } from '../../../support/sandboxRuns';
import { tokenWithout } from '../everyOperation/operations';
import { addPerson, say, stored } from './records';

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
let contactId: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
beforeEach(() => {
	sandbox.reset();
	forwarder.passage = {};
	contactId = addPerson(sandbox);
});
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

const START = Date.parse('2026-03-02T10:00:00.000Z');

/** Messages of the contact, a minute between each. */
function sayMany(count: number, fields: object = {}): string[] {
	return Array.from({ length: count }, (_, number) => {
		const dateAdded = new Date(START + number * 60_000).toISOString();
		return say(sandbox, contactId, { body: `${number}`, dateAdded, ...fields }).id;
	});
}

const ofContact = (fields: IDataObject = {}) => ({
	parameters: { messagesOf: 'contact', contactId: byId(contactId), returnAll: true, ...fields },
});
const ofConversation = (fields: IDataObject = {}) => ({
	parameters: {
		messagesOf: 'conversation',
		conversationId: byId([...sandbox.state.conversations.keys()][0] ?? ''),
		returnAll: true,
		...fields,
	},
});
const ofLocation = (fields: IDataObject = {}) => ({
	parameters: { messagesOf: 'location', returnAll: true, ...fields },
});

const idsOf = (items: IDataObject[]) => items.map(({ id }) => id);
const pages = () => requestsOf(sandbox, 'GET', /\/messages$|\/export$/);

describe.each([
	['a contact', ofContact, 3],
	['a conversation', ofConversation, 3],
	['the location', ofLocation, 1],
])('the messages of %s', (_, of, pagesOf250) => {
	test('are read to the end, the newest first, each once', async () => {
		const ids = sayMany(250);
		expect(idsOf(await succeed(sandbox, 'message.getAll', of()))).toEqual([...ids].reverse());
		expect(pages()).toHaveLength(pagesOf250);
	});

	test('end with the limit, and no more are asked for', async () => {
		const ids = sayMany(30);
		const found = await succeed(sandbox, 'message.getAll', of({ returnAll: false, limit: 12 }));
		expect(idsOf(found)).toEqual([...ids].reverse().slice(0, 12));
		expect(pages().map(({ query }) => query.limit)).toEqual([12]);
	});

	test('come with what is most used of them, or whole', async () => {
		sayMany(1);
		const [simple] = await succeed(sandbox, 'message.getAll', of());
		const [whole] = await succeed(sandbox, 'message.getAll', of({ simplify: false }));
		expect(simple).toMatchObject({ body: '0', direction: 'inbound', messageType: 'TYPE_SMS', contactId });
		expect(simple).not.toHaveProperty('locationId');
		expect(whole).toHaveProperty('locationId');
	});

	test('end with an error where HighLevel gives the same page for ever', async () => {
		sayMany(120);
		let asked = 0;
		let first: string | undefined;
		const nextCursor = Buffer.from('2026-03-02T10:00:00.000Z x').toString('base64');
		forwarder.passage.answer = (body, { path }) => {
			if (!/\/messages\?|\/export\?/.test(path)) return body;
			first ??= body;
			asked += 1;
			const answer = JSON.parse(first) as IDataObject;
			const more = asked < 30 ? { nextPage: true, nextCursor } : { nextPage: false, nextCursor: null };
			const { messages } = answer as { messages: IDataObject };
			return JSON.stringify(
				Array.isArray(messages) ? { ...answer, ...more } : { messages: { ...messages, ...more } },
			);
		};
		const error = await fail(sandbox, 'message.getAll', { ...of(), baseUrl: forwarder.url });
		expect(error.message).toContain('HighLevel returns the same page again');
		expect(asked).toBeLessThan(10);
	});
});

test('as the specification has it, the page of a conversation lies in the answer itself', async () => {
	const ids = sayMany(150);
	forwarder.passage.answer = (body, { path }) =>
		/\/messages\?/.test(path)
			? JSON.stringify((JSON.parse(body) as { messages: IDataObject }).messages)
			: body;
	const found = await succeed(sandbox, 'message.getAll', { ...ofConversation(), baseUrl: forwarder.url });
	expect(idsOf(found)).toEqual([...ids].reverse());
});

test.each([
	['message.get', 'messageId', 'message'],
	['message.getEmail', 'emailMessageId', 'emailMessage'],
])('as the specification has it, what %s reads is the answer itself', async (id, parameter, name) => {
	const { id: messageId } = say(sandbox, contactId, { body: 'Hello' });
	const email = sandbox.state.add('emailMessages', {
		...{ threadId: messageId, contactId, subject: 'Hello', body: '', from: '', to: [] },
		...{ locationId: stored(sandbox)[0]?.locationId ?? '', direction: 'inbound', conversationId: '' },
	});
	forwarder.passage.answer = (body) => JSON.stringify((JSON.parse(body) as IDataObject)[name]);
	const wanted = name === 'message' ? messageId : email.id;
	const [found] = await succeed(sandbox, id, {
		parameters: { [parameter]: byId(wanted) },
		baseUrl: forwarder.url,
	});
	expect(found).toMatchObject({ id: wanted });
});

test('only messages of some types are those of these types', async () => {
	sayMany(2);
	const [id] = sayMany(1, { channel: 'WhatsApp' });
	const found = await succeed(sandbox, 'message.getAll', ofContact({ types: ['TYPE_WHATSAPP'] }));
	expect(idsOf(found)).toEqual([id]);
});

test('of the location, a channel and a time, in the time zone of the workflow', async () => {
	const [early] = sayMany(1);
	const ids = sayMany(1, { dateAdded: '2026-03-03T04:30:00.000Z' });
	sayMany(1, { dateAdded: '2026-03-03T05:30:00.000Z' });
	sayMany(1, { channel: 'WhatsApp' });
	const filters = { channel: 'SMS', startDate: '2026-03-02', endDate: '2026-03-02' };
	const found = await succeed(sandbox, 'message.getAll', {
		...ofLocation({ filters }),
		timezone: 'America/New_York',
	});
	expect(idsOf(found)).toEqual([...ids, early]);
});

test('emails of a location come when they are asked for', async () => {
	sayMany(1);
	const [id] = sayMany(1, { channel: 'Email' });
	const found = await succeed(sandbox, 'message.getAll', ofLocation({ filters: { channel: 'Email' } }));
	expect(idsOf(found)).toEqual([id]);
});

describe('a contact', () => {
	test('without a conversation has no messages', async () => {
		expect(await succeed(sandbox, 'message.getAll', ofContact())).toEqual([]);
		const token = tokenWithout(sandbox, 'contacts.readonly');
		expect(await succeed(sandbox, 'message.getAll', { ...ofContact(), token })).toEqual([]);
	});

	test('that is not there is named', async () => {
		const error = await fail(sandbox, 'message.getAll', ofContact({ contactId: byId(UNKNOWN) }));
		expect(error.message).toContain(`Contact with id ${UNKNOWN} not found`);
	});
});
