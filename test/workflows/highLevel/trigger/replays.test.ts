import { request } from 'node:http';

import type { IDataObject } from 'n8n-workflow';

import type { TriggerServer } from '../../../support/running/runWebhook';
import { ACCEPTED, bytesOf, deliver, event, signer, startApp } from './deliveries';
import type { AppTrigger } from './deliveries';

const servers: TriggerServer[] = [];
afterEach(async () => {
	for (const server of servers.splice(0)) {
		expect(server.errors).toEqual([]);
		await server.close();
	}
});

async function start(trigger: AppTrigger = {}): Promise<TriggerServer> {
	const server = await startApp(trigger);
	servers.push(server);
	return server;
}

/** A point that something reaches, and waits at until it is let go. */
class Gate {
	private arrive!: () => void;
	private open!: () => void;
	readonly reached = new Promise<void>((resolve) => (this.arrive = resolve));
	private readonly opened = new Promise<void>((resolve) => (this.open = resolve));

	async pass(): Promise<void> {
		this.arrive();
		await this.opened;
	}

	letGo(): void {
		this.open();
	}
}

/** Lets the first execution wait at the gate, and then fail where that is wanted; later ones come about at once. */
function holdFirst(server: TriggerServer, { thenFail = false } = {}): Gate {
	const gate = new Gate();
	server.beforeExecution = async () => {
		server.beforeExecution = () => undefined;
		await gate.pass();
		if (thenFail) throw new Error('The database is locked');
	};
	return gate;
}

describe('a repeat of an accepted delivery starts nothing, and is answered with an empty 200', () => {
	test('when it has the same webhookId', async () => {
		const server = await start();
		const payload = event('ContactCreate');
		for (let time = 0; time < 3; time++) expect(await deliver(server, payload)).toEqual(ACCEPTED);
		expect(server.executions).toHaveLength(1);
	});

	test('when there is no webhookId, but a timestamp and the same body', async () => {
		const server = await start();
		const { webhookId: _, ...payload } = event('ContactCreate');
		await deliver(server, payload);
		expect(await deliver(server, payload)).toEqual(ACCEPTED);
		await deliver(server, { ...payload, id: 'another' });
		expect(server.executions).toHaveLength(2);
	});

	test('when 20 of them come at once', async () => {
		const server = await start();
		const payload = event('ContactCreate');
		const replies = await Promise.all(Array.from({ length: 20 }, async () => await deliver(server, payload)));
		expect(replies).toEqual(replies.map(() => ACCEPTED));
		expect(server.executions).toHaveLength(1);
	});
});

test('events that carry neither webhookId nor timestamp all start, since two of them may look the same', async () => {
	const server = await start();
	const payload: IDataObject = { type: 'ContactCreate', id: '1' };
	await deliver(server, payload);
	await deliver(server, payload);
	expect(server.executions).toHaveLength(2);
});

test('two events start both, whatever they have in common', async () => {
	const server = await start();
	const payload = event('ContactUpdate');
	await deliver(server, payload);
	await deliver(server, { ...payload, webhookId: 'another' });
	expect(server.executions).toHaveLength(2);
});

describe('a repeat that comes before n8n has made the execution', () => {
	test('waits, and starts nothing when the first is accepted', async () => {
		const server = await start();
		const gate = holdFirst(server);
		const payload = event('ContactCreate');
		const first = deliver(server, payload);
		await gate.reached;
		const repeats = [deliver(server, payload), deliver(server, payload)];
		// Another event does not wait for it.
		expect(await deliver(server, event('ContactCreate'))).toEqual(ACCEPTED);
		expect(server.executions).toHaveLength(1);

		gate.letGo();
		expect(await Promise.all([first, ...repeats])).toEqual([ACCEPTED, ACCEPTED, ACCEPTED]);
		expect(server.executions).toHaveLength(2);
	});

	test('takes its place when n8n could not make it: one of the repeats starts the workflow', async () => {
		const server = await start();
		const gate = holdFirst(server, { thenFail: true });
		const payload = event('ContactCreate');
		const first = deliver(server, payload);
		await gate.reached;
		const repeats = [deliver(server, payload), deliver(server, payload), deliver(server, payload)];
		gate.letGo();
		expect((await first).status).toBe(500);
		expect(await Promise.all(repeats)).toEqual([ACCEPTED, ACCEPTED, ACCEPTED]);
		expect(server.executions).toHaveLength(1);
	});
});

test('a delivery that n8n answered with 500 starts the workflow when HighLevel delivers it again', async () => {
	const server = await start();
	const payload = event('ContactCreate');
	for (let time = 0; time < 3; time++) {
		server.beforeExecution = () => {
			throw new Error('The database is locked');
		};
		expect((await deliver(server, payload)).status).toBe(500);
	}
	server.beforeExecution = () => undefined;
	expect(await deliver(server, payload)).toEqual(ACCEPTED);
	expect(await deliver(server, payload)).toEqual(ACCEPTED);
	expect(server.executions).toHaveLength(1);
});

describe('when HighLevel hangs up before the answer and delivers again', () => {
	test('nothing starts twice: the first came about after all', async () => {
		const server = await start();
		const gate = holdFirst(server);
		const payload = event('ContactCreate');
		await hangUp(server, payload, gate);
		const repeat = deliver(server, payload);
		gate.letGo();
		expect(await repeat).toEqual(ACCEPTED);
		expect(server.executions).toHaveLength(1);
	});

	test('nothing is lost: the first failed', async () => {
		const server = await start();
		const gate = holdFirst(server, { thenFail: true });
		const payload = event('ContactCreate');
		await hangUp(server, payload, gate);
		const repeat = deliver(server, payload);
		gate.letGo();
		expect(await repeat).toEqual(ACCEPTED);
		expect(server.executions).toHaveLength(1);
	});
});

/** Delivers, and closes the connection while n8n is still at it. */
async function hangUp(server: TriggerServer, payload: IDataObject, gate: Gate): Promise<void> {
	const body = bytesOf(payload);
	const sent = request(server.url, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', 'X-GHL-Signature': signer.sign(body) },
	});
	const closed = new Promise((resolve) => sent.on('close', resolve).on('error', () => undefined));
	sent.end(body);
	await gate.reached;
	sent.destroy();
	await closed;
}

test('a test run starts with the same event as often as the operator sends it', async () => {
	const server = await start({ mode: 'manual' });
	const payload = event('ContactCreate');
	await deliver(server, payload);
	await deliver(server, payload);
	expect(server.executions).toHaveLength(2);
});

test('a test run does not keep the event from the active workflow', async () => {
	const payload = event('ContactCreate');
	await deliver(await start({ nodeId: 'shared', mode: 'manual' }), payload);
	const active = await start({ nodeId: 'shared' });
	await deliver(active, payload);
	expect(active.executions).toHaveLength(1);
});

test('two triggers each start with the same event', async () => {
	const [one, other] = [await start(), await start()];
	const payload = event('ContactCreate');
	await deliver(one, payload);
	await deliver(other, payload);
	expect([one.executions, other.executions].map(({ length }) => length)).toEqual([1, 1]);
});

test('an event that was not chosen can be sent again once it is', async () => {
	const payload = event('ContactCreate');
	const before = await start({ nodeId: 'changed', events: ['ContactDelete'] });
	expect(await deliver(before, payload)).toEqual(ACCEPTED);
	expect(before.executions).toEqual([]);
	const after = await start({ nodeId: 'changed' });
	await deliver(after, payload);
	expect(after.executions).toHaveLength(1);
});

test('a forged repeat is refused like any forged delivery', async () => {
	const server = await start();
	const payload = event('ContactCreate');
	await deliver(server, payload);
	expect((await deliver(server, payload, { 'X-GHL-Signature': undefined })).status).toBe(401);
});
