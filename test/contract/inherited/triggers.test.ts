import type { IDataObject } from 'n8n-workflow';

import { families } from '../../../nodes/GoHighLevel/events/webhook/payloads/families';
import type { TriggerServer } from '../../support/running/runWebhook';
import { startSandbox as startWhatsAble } from '../../support/whatsAble';
import {
	delivery,
	post,
	registeredUrl,
	startTrigger as startWhatsAbleTrigger,
} from '../../support/whatsAbleTrigger';
import { startWiseAgent } from '../../support/wiseAgent';
import { deliver as deliverSigned, startApp } from '../../workflows/highLevel/trigger/deliveries';
import {
	deliver,
	registeredUrls,
	startTrigger as startWiseAgentTrigger,
} from '../../workflows/wiseAgent/trigger/started';
import { ALL_OF_THEM, INHERITED } from './names';

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

/** Every field of a payload with what it must not trip over in its place, as JSON; and beside them. */
function hostile(payload: IDataObject): string[] {
	const texts = ['constructor', '__proto__', 'toString', 'valueOf'].map((name) => JSON.stringify(name));
	const inPlace = Object.keys(payload).flatMap((field) =>
		[...texts, ALL_OF_THEM, `[${ALL_OF_THEM}]`].map((json) =>
			JSON.stringify({ ...payload, [field]: '§' }).replace('"§"', () => json),
		),
	);
	const beside = ALL_OF_THEM.slice(0, -1) + JSON.stringify(payload).replace('{', ',');
	return [...inPlace, beside];
}

/** What came of deliveries is data, as n8n will store it: JSON, and nothing that a delivery did not bring. */
function expectData(server: TriggerServer, statuses: number[]): void {
	expect(statuses.filter((status) => status >= 500)).toEqual([]);
	expect(server.errors).toEqual([]);
	for (const item of server.executions) {
		const types = new Set(Object.values(item).map((value) => typeof value));
		expect([...types].filter((type) => type === 'function' || type === 'undefined')).toEqual([]);
		if ('event' in item) expect(typeof item.event).toBe('string');
	}
}

const invoice = { _id: '1', invoiceNumber: '19', amountDue: 1, status: 'paid', createdAt: '', updatedAt: '' };

/** Payloads of every family, and of every kind that names no event. */
const PAYLOADS: Array<[string, IDataObject]> = [
	...families.map(({ family, events }): [string, IDataObject] => [
		family,
		{
			type: Object.keys(events)[0],
			locationId: 'l',
			id: 'a',
			contactId: 'c',
			status: 'x',
			direction: 'inbound',
			source: 'x',
			appointment: { id: 'a' },
			contactSnapshot: { tags: ['a'] },
			assignedTo: 'u',
			tags: ['a'],
			timestamp: '2026-01-01T00:00:00.000Z',
		},
	]),
	['an invoice', invoice],
	['a price', { product: 'p', currency: 'USD', amount: 1, createdAt: '', updatedAt: '' }],
	['a user', { role: 'user', permissions: {}, email: 'a@x.example', locations: ['l'] }],
];

test.each(PAYLOADS)('an event of HighLevel with the names that every object has: %s', async (_, payload) => {
	const server = await startApp();
	closing.push(async () => await server.close());
	const statuses: number[] = [];
	for (const body of hostile(payload)) statuses.push((await deliverSigned(server, body)).status);
	expectData(server, statuses);
	expect(server.executions.length).toBeGreaterThan(0);
});

test('an event of HighLevel with such names, where filters and age are looked at', async () => {
	const server = await startApp({ options: { maxAgeMinutes: 100_000_000 }, filters: { tags: 'a' } });
	closing.push(async () => await server.close());
	const statuses: number[] = [];
	for (const [, payload] of PAYLOADS.slice(0, 8)) {
		for (const body of hostile(payload)) statuses.push((await deliverSigned(server, body)).status);
	}
	expectData(server, statuses);
	expect(server.executions.length).toBeGreaterThan(0);
});

test.each(INHERITED)('an invoice of the status "%s" is one that was changed', async (status) => {
	const server = await startApp();
	closing.push(async () => await server.close());
	await deliverSigned(server, { ...invoice, status });
	const told = { locationId: null, recordId: invoice._id, contactId: null, at: null };
	expect(server.executions).toEqual([
		{
			...{ system: 'HighLevel', event: 'invoiceUpdated', eventKey: expect.any(String), ...told },
			...{ ...invoice, status },
		},
	]);
});

test('a delivery of Wise Agent with the names that every object has', async () => {
	const sandbox = await startWiseAgent();
	const server = await startWiseAgentTrigger(sandbox, { events: ['contactUpdate'], readRecords: false });
	closing.push(
		async () => await sandbox.close(),
		async () => await server.close(),
	);
	await server.activate();
	const [url = ''] = registeredUrls(sandbox);
	const payload = {
		EventType: 'contactUpdate',
		EventCreated: '2026-06-15T15:30:00.250Z',
		ResourceIds: [7],
	};
	const statuses: number[] = [];
	for (const body of hostile(payload)) statuses.push((await deliver(url, body)).status);
	expectData(server, statuses);
	expect(server.executions.length).toBeGreaterThan(0);
});

test('a delivery of WhatsAble with the names that every object has', async () => {
	const sandbox = await startWhatsAble();
	const server = await startWhatsAbleTrigger(sandbox, { parameters: { messages: 'incomingAndOutgoing' } });
	closing.push(
		async () => await sandbox.close(),
		async () => await server.close(),
	);
	await server.activate();
	const url = registeredUrl(sandbox);
	const statuses: number[] = [];
	for (const body of hostile(delivery())) statuses.push((await post(url, body)).status);
	for (const part of hostile({ type: 'user', content: 'x', timestamp: 'x', content_type: 'text' })) {
		statuses.push((await post(url, delivery({ last_messages: `[${part},${part}]` }))).status);
	}
	expectData(server, statuses);
	expect(server.executions.length).toBeGreaterThan(0);
});
