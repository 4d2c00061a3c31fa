import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { WebhookEvent } from '../../../../nodes/GoHighLevel/events/webhook/payloads/webhookEvent';
import { webhookEvents } from '../../../../nodes/GoHighLevel/events/webhook/payloads/events';
import { MESSAGE_EVENTS } from '../../../../nodes/WhatsAble/events/webhook/events';
import { webhookEvents as ofWiseAgent } from '../../../../nodes/WiseAgent/events/webhook/events';
import { TriggerServer } from '../../../support/running/runWebhook';
import { startSandbox as startWhatsAble } from '../../../support/whatsAble';
import {
	delivery as whatsAbleDelivery,
	post as postToWhatsAble,
	registeredUrl,
	startTrigger as startWhatsAbleTrigger,
} from '../../../support/whatsAbleTrigger';
import { startWiseAgent } from '../../../support/wiseAgent';
import { bytesOf, deliver, post, startApp } from '../../../workflows/highLevel/trigger/deliveries';
import {
	deliver as deliverToWiseAgent,
	registeredUrls,
	startTrigger as startWiseAgentTrigger,
} from '../../../workflows/wiseAgent/trigger/started';
import { faultsOf, keyOf } from './complete';

const closing: Array<() => Promise<void>> = [];
afterAll(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function opened<T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> {
	const one = await opening;
	closing.push(async () => await one.close());
	return one;
}

/** Something of the size of a delivery: who sends it, and the workflow that it starts. */
type Send = (payload: IDataObject) => Promise<IDataObject[]>;

async function sent({ executions }: TriggerServer, send: () => Promise<unknown>): Promise<IDataObject[]> {
	const before = executions.length;
	await send();
	return executions.slice(before);
}

/** The payload with a value at each path, such as `appointment.id`. */
function withIds(ids: Array<[path: string, id: string]>): IDataObject {
	const payload: IDataObject = {};
	for (const [path, id] of ids) {
		const names = path.split('.');
		const last = names.pop() ?? '';
		const inside = names.reduce<IDataObject>((object, name) => {
			object[name] ??= {};
			return object[name] as IDataObject;
		}, payload);
		inside[last] = id;
	}
	return payload;
}

describe('HighLevel: every event of the list', () => {
	let [one, other]: TriggerServer[] = [];
	const to =
		(server: () => TriggerServer | undefined): Send =>
		async (payload) => {
			const there = server() as TriggerServer;
			return await sent(there, async () => await deliver(there, payload));
		};
	const [toOne, toOther] = [to(() => one), to(() => other)];
	beforeAll(async () => ([one, other] = [await opened(startApp()), await opened(startApp())]));

	const deliveryOf = ({ type, recordId, contactId }: WebhookEvent): IDataObject => ({
		type,
		...{ locationId: 'L', timestamp: '2026-11-26T12:41:02.193Z', webhookId: randomUUID() },
		...withIds([
			...contactId.slice(0, 1).map((path): [string, string] => [path, 'C']),
			...recordId.slice(0, 1).map((path): [string, string] => [path, 'R']),
		]),
	});

	test.each(webhookEvents.map((event) => [event.type, event] as const))(
		'%s has a complete envelope, and one key for each time that it happens',
		async (_, event) => {
			const payload = deliveryOf(event);
			const [item = {}] = await toOne(payload);
			expect(faultsOf(item)).toEqual([]);
			const isContact = event.contactId[0] === event.recordId[0];
			expect(item).toMatchObject({
				...{ system: 'HighLevel', event: event.event, locationId: 'L', recordId: 'R' },
				contactId: event.contactId.length === 0 ? null : isContact ? 'R' : 'C',
			});
			const [repeat = {}] = await toOther(payload);
			expect(keyOf(repeat)).toBe(keyOf(item));
			const [later = {}] = await toOther({ ...payload, webhookId: randomUUID() });
			expect(keyOf(later) === keyOf(item)).toBe(event.isOnce);
		},
	);

	test('names each event as the poll trigger does, or as nothing else', () => {
		const names = webhookEvents.map(({ event }) => event);
		expect(names).toHaveLength(new Set(names).size);
		expect(names.filter((name) => !/^[a-z][a-zA-Z]+$/.test(name))).toEqual([]);
	});

	test('gives a payload that may be several events a key of its delivery, not of its record', async () => {
		const record = { id: 'R', locationId: 'L', properties: {}, owners: [], followers: [] };
		const [item = {}] = await toOne({ ...record, webhookId: 'first', timestamp: '2026-11-26T12:41:02Z' });
		expect(item).toMatchObject({ event: 'recordUpdated', eventKey: 'HighLevel:recordUpdated:R:first' });
		expect(item.possibleEvents).toContain('recordCreated');
	});

	test('never gives two deliveries one key where nothing tells them apart', async () => {
		const payload = { type: 'ContactUpdate', id: 'R' };
		const [[first = {}], [second = {}]] = [await toOne(payload), await toOne(payload)];
		expect(keyOf(first)).not.toBe(keyOf(second));
	});

	test('moves what the payload has under a name of the envelope, and otherwise, aside', async () => {
		const [item = {}] = await toOne({ type: 'ContactUpdate', id: 'R', at: 'noon', contactId: 7, system: '' });
		expect(item).toMatchObject({
			...{ system: 'HighLevel', recordId: 'R', contactId: 'R', at: null },
			asReceived: { at: 'noon', contactId: 7 },
		});
	});
});

test('a HighLevel workflow: the contact is the record, and each call has a key of its own', async () => {
	const secret = 'correct horse battery staple';
	const server = await opened(
		TriggerServer.start({
			parameters: { source: 'workflow' },
			credentials: { goHighLevelWebhookApi: { headerName: 'X-Webhook-Secret', secret } },
		}),
	);
	const headers = { 'Content-Type': 'application/json', 'X-Webhook-Secret': secret };
	const bodies = [
		{ contact_id: 'C', location: { id: 'L' } },
		{ contactId: 'C', locationId: 'L' },
	];
	for (const body of [...bodies, ...bodies]) await post(server.url, bytesOf(body), headers);
	expect(server.executions.flatMap(faultsOf)).toEqual([]);
	const ids = { locationId: 'L', recordId: 'C', contactId: 'C' };
	expect(server.executions).toMatchObject(Array(4).fill({ event: 'workflowWebhook', ...ids }));
	expect(new Set(server.executions.map(keyOf)).size).toBe(4);
});

test('Wise Agent: every event of the list has a complete envelope, and one key for each time that it happens', async () => {
	const sandbox = await opened(startWiseAgent());
	const events = ofWiseAgent.map(({ type }) => type);
	const start = async () => {
		const server = await opened(startWiseAgentTrigger(sandbox, { events, readRecords: false }));
		await server.activate();
		return { server, url: registeredUrls(sandbox).at(-1) ?? '' };
	};
	const [one, other] = [await start(), await start()];
	for (const { type, event, isOnce } of ofWiseAgent) {
		const payload = { EventType: type, EventCreated: '2026-11-26T12:41:02.193Z', ResourceIds: [7] };
		const send = async ({ server, url }: typeof one, changes: IDataObject = {}) =>
			(await sent(server, async () => await deliverToWiseAgent(url, { ...payload, ...changes })))[0] ?? {};
		const item = await send(one);
		expect(faultsOf(item)).toEqual([]);
		expect(item).toMatchObject({
			...{ system: 'Wise Agent', event, locationId: null, recordId: '7' },
			...{ contactId: type.startsWith('contact') ? '7' : null, eventType: type },
		});
		expect(keyOf(await send(other))).toBe(keyOf(item));
		const later = await send(other, { EventCreated: '2026-11-26T12:41:02.194Z' });
		expect([type, keyOf(later) === keyOf(item)]).toEqual([type, isOnce]);
	}
});

test('WhatsAble: every message has a complete envelope, and a key of its own that a repeat has too', async () => {
	const sandbox = await opened(startWhatsAble());
	const parameters = { messages: 'incomingAndOutgoing' };
	const start = async () => {
		const server = await opened(startWhatsAbleTrigger(sandbox, { parameters }));
		await server.activate();
		return { server, url: registeredUrl(sandbox) };
	};
	const [one, other] = [await start(), await start()];
	const send = async ({ server, url }: typeof one, payload: IDataObject) =>
		(await sent(server, async () => await postToWhatsAble(url, payload)))[0] ?? {};
	const [hello, bye] = [whatsAbleDelivery(), whatsAbleDelivery({ last_message_of_user: 'Bye' })];
	const reply = whatsAbleDelivery({
		...{ incoming_message: false, last_message_of_bot: 'Hi', bot_last_message_time: 1_795_000_000 },
	});
	const items = [await send(one, hello), await send(one, bye), await send(one, reply)];
	expect(items.flatMap(faultsOf)).toEqual([]);
	expect(items.map(({ event }) => event)).toEqual([
		...[MESSAGE_EVENTS.incoming, MESSAGE_EVENTS.incoming],
		MESSAGE_EVENTS.outgoing,
	]);
	expect(items[0]).toMatchObject({ system: 'WhatsAble', recordId: null, contactId: '+14155550132' });
	expect(new Set(items.map(keyOf)).size).toBe(3);
	expect(keyOf(await send(other, hello))).toBe(keyOf(items[0] ?? {}));
});
