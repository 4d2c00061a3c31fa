import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { startSandbox } from '../../../support/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { Poller } from '../../../support/running/runPolls';
import { requestsOf } from '../../../support/sandboxRuns';
import { addPerson, say } from '../message/records';

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
let contactId: string;
beforeEach(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
	contactId = addPerson(sandbox);
});
afterEach(async () => {
	await forwarder.close();
	await sandbox.close();
});

async function active(parameters: IDataObject = {}): Promise<Poller> {
	const poller = new Poller(sandbox, {
		parameters: { events: ['messageReceived'], ...parameters },
		baseUrl: forwarder.url,
	});
	await poller.activate();
	sandbox.requests.length = 0;
	return poller;
}

const idsOf = (items: IDataObject[]) => items.map(({ id }) => id);
const reads = () => requestsOf(sandbox, 'GET', /\/export$/);
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

test('a message of a contact starts the workflow once, and no other message does', async () => {
	say(sandbox, contactId, { body: 'Before', dateAdded: ago(600) });
	const poller = await active();
	const reply = say(sandbox, contactId, { body: 'Thursday works' });
	say(sandbox, contactId, { body: 'Great', direction: 'outbound', source: 'app' });
	say(sandbox, contactId, { body: '', channel: 'Email' });
	const [item, ...others] = await poller.poll();
	expect(item).toMatchObject({
		event: 'messageReceived',
		...{ id: reply.id, contactId, conversationId: reply.conversationId },
		...{ messageType: 'TYPE_SMS', direction: 'inbound', body: 'Thursday works' },
	});
	expect(item).not.toHaveProperty('contentType');
	expect(others).toEqual([]);
	expect(await poller.poll()).toEqual([]);
	expect(reads()).toHaveLength(2);
});

test('messages of one moment come all, in the order of the list, also one that shows up later', async () => {
	const poller = await active({ simplify: false });
	const dateAdded = ago(1);
	const first = [1, 2, 3].map((number) => say(sandbox, contactId, { body: `${number}`, dateAdded }));
	const items = await poller.poll();
	expect(idsOf(items).sort()).toEqual(idsOf(first).sort());
	expect(items[0]).toHaveProperty('contentType');
	const late = say(sandbox, contactId, { body: 'late', dateAdded });
	const before = say(sandbox, contactId, { body: 'a little before', dateAdded: ago(30) });
	expect(idsOf(await poller.poll()).sort()).toEqual([late.id, before.id].sort());
	expect(await poller.poll()).toEqual([]);
});

test('what the list shows later than it was sent is found then', async () => {
	const poller = await active();
	sandbox.configure({ searchDelayMs: 300 });
	const { id } = say(sandbox, contactId, { body: 'Thursday works' });
	expect(await poller.poll()).toEqual([]);
	await new Promise((resolve) => setTimeout(resolve, 350));
	expect(idsOf(await poller.poll())).toEqual([id]);
});

test('350 messages between two polls come all, once, in their order, by as few pages as hold them', async () => {
	const poller = await active();
	const said = Array.from({ length: 350 }, (_, number) =>
		say(sandbox, contactId, { body: `${number}`, direction: number % 2 ? 'outbound' : 'inbound' }),
	);
	const received = said.filter(({ direction }) => direction === 'inbound');
	expect(idsOf(await poller.poll())).toEqual(idsOf(received as unknown as IDataObject[]));
	expect(reads().length).toBeLessThanOrEqual(4);
	expect(await poller.poll()).toEqual([]);
});

test('a poll that fails loses nothing, and the next one begins where the last good one ended', async () => {
	const poller = await active();
	const { id } = say(sandbox, contactId, { body: 'Thursday works' });
	sandbox.faults.add({ kind: 'serverError', method: 'GET', path: '/export$', times: 6, status: 400 });
	await expect(poller.poll()).rejects.toThrow();
	sandbox.faults.clear();
	expect(idsOf(await poller.poll())).toEqual([id]);
});

test.each([
	['in the future', () => new Date(Date.now() + 3_600_000).toISOString()],
	['in the past', () => '2026-01-01T00:00:00.000Z'],
])('one that a program dated %s neither hides the next ones nor comes twice', async (_, dated) => {
	const poller = await active();
	await poller.poll();
	say(sandbox, contactId, { body: 'dated', dateAdded: dated() });
	const next = say(sandbox, contactId, { body: 'next' });
	const first = idsOf(await poller.poll());
	expect(first).toContain(next.id);
	const last = say(sandbox, contactId, { body: 'last' });
	expect(idsOf(await poller.poll())).toEqual([last.id]);
	expect(await poller.poll()).toEqual([]);
});

test('one that is scheduled for later hides nothing', async () => {
	const poller = await active();
	const later = Date.now() + 3_600_000;
	say(sandbox, contactId, {
		body: 'See you',
		direction: 'outbound',
		scheduledMs: later,
		dateAdded: new Date(later).toISOString(),
	});
	await poller.poll();
	const { id } = say(sandbox, contactId, { body: 'Fine' });
	expect(idsOf(await poller.poll())).toEqual([id]);
});

test('after a restart, what came meanwhile comes once', async () => {
	const poller = await active();
	const first = say(sandbox, contactId, { body: 'first' });
	expect(idsOf(await poller.poll())).toEqual([first.id]);
	const second = say(sandbox, contactId, { body: 'second' });
	expect(idsOf(await poller.activate('init'))).toEqual([second.id]);
	expect(await poller.poll()).toEqual([]);
});

test('from a date, messages since then come with the first poll', async () => {
	say(sandbox, contactId, { body: 'too old', dateAdded: '2026-01-01T00:00:00.000Z' });
	const { id } = say(sandbox, contactId, { body: 'since', dateAdded: ago(3600) });
	const poller = new Poller(sandbox, {
		parameters: { events: ['messageReceived'], startFrom: 'date', startDate: ago(7200) },
	});
	expect(idsOf(await poller.activate())).toEqual([id]);
	expect(await poller.poll()).toEqual([]);
});
