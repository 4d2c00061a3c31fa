import { createPublicKey, createVerify, verify } from 'node:crypto';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { call, create, locationId, start } from '../support';
import { Receiver } from './receiver';

let sandbox: HighLevelSandbox;
let receiver: Receiver;
const QUIET = {
	legacySignature: false,
	duplicates: false,
	outOfOrder: false,
	baseDelayMs: 1,
	timeoutMs: 10_000,
};
beforeAll(async () => {
	receiver = await Receiver.start();
	sandbox = await start();
});
beforeEach(() => {
	sandbox.configure({ webhooks: { url: receiver.url, ...QUIET } });
	sandbox.reset();
	receiver.clear();
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});

const add = (firstName = 'Ada') => sandbox.state.addContact({ locationId, firstName });
const firstNames = () => receiver.received.map(({ body }) => body.firstName);
const statuses = () => sandbox.webhooks.deliveries[0]?.tries.map(({ status }) => status);

describe('the signature', () => {
	test('is Ed25519 over the bytes as they were sent, for the published key', async () => {
		add('Zoë');
		await sandbox.webhooks.idle();
		const [first] = receiver.received;
		if (!first) throw new Error('Nothing was received');
		const signature = Buffer.from(String(first.headers['x-ghl-signature']), 'base64');
		const key = createPublicKey(sandbox.webhooks.publicKey);
		expect(key.asymmetricKeyType).toBe('ed25519');
		expect(verify(null, first.raw, key, signature)).toBe(true);
		expect(verify(null, Buffer.concat([first.raw, Buffer.from(' ')]), key, signature)).toBe(false);
		expect(first.headers['content-type']).toBe('application/json');
		expect(first.headers['x-wh-signature']).toBeUndefined();
	});

	test('is made with the same key in every sandbox', async () => {
		const other = await start({ seed: 7 });
		expect(other.webhooks.publicKey).toBe(sandbox.webhooks.publicKey);
		await other.close();
	});

	test('of former times is added where that switch is on', async () => {
		sandbox.configure({ webhooks: { legacySignature: true } });
		add();
		await sandbox.webhooks.idle();
		const [first] = receiver.received;
		if (!first) throw new Error('Nothing was received');
		const verifier = createVerify('sha256').update(first.raw);
		const signature = String(first.headers['x-wh-signature']);
		expect(verifier.verify(sandbox.webhooks.legacyPublicKey, signature, 'base64')).toBe(true);
		expect(first.headers['x-ghl-signature']).toEqual(expect.any(String));
	});
});

describe('a delivery that fails', () => {
	test.each([[500], [404], [302], [429]])(
		'with %i is repeated until it succeeds, with the same id and body',
		async (status) => {
			receiver.answers = [status, status];
			add();
			await sandbox.webhooks.idle();
			expect(receiver.received).toHaveLength(3);
			expect(new Set(receiver.received.map(({ raw }) => raw.toString())).size).toBe(1);
			expect(new Set(receiver.received.map(({ headers }) => headers['x-ghl-signature'])).size).toBe(1);
			expect(statuses()).toEqual([status, status, 200]);
			expect(sandbox.webhooks.deliveries[0]?.status).toBe('delivered');
		},
	);

	test('is given up after twelve repetitions', async () => {
		// Even from 1 ms on, doubling twelve times adds up to seconds.
		sandbox.configure({ webhooks: { baseDelayMs: 0 } });
		receiver.answers = Array.from({ length: 20 }, () => 503);
		add();
		await sandbox.webhooks.idle();
		expect(receiver.received).toHaveLength(13);
		expect(sandbox.webhooks.deliveries[0]?.status).toBe('failed');
	});

	test('because nobody answers is repeated as well', async () => {
		sandbox.configure({ webhooks: { timeoutMs: 50 } });
		receiver.answers = ['none'];
		add();
		await sandbox.webhooks.idle();
		expect(sandbox.webhooks.deliveries[0]?.tries).toMatchObject([
			{ error: 'no answer within 50 ms' },
			{ status: 200 },
		]);
	});

	test('because nobody listens says so', async () => {
		sandbox.configure({ webhooks: { url: 'http://127.0.0.1:1/', baseDelayMs: 0 } });
		add();
		await sandbox.webhooks.idle();
		expect(sandbox.webhooks.deliveries[0]).toMatchObject({
			status: 'failed',
			tries: expect.arrayContaining([{ at: expect.any(Number), error: 'ECONNREFUSED' }]),
		});
	});

	test('does not hold up the API, nor other deliveries', async () => {
		receiver.answers = ['none'];
		expect(await create(sandbox, { firstName: 'Stuck' })).toEqual(expect.any(String));
		add('Next');
		while (receiver.received.length < 2) await new Promise(setImmediate);
		expect(firstNames().sort()).toEqual(['Next', 'Stuck']);
	});
});

describe('switches', () => {
	test('duplicates delivers each event twice, with the same id', async () => {
		sandbox.configure({ webhooks: { duplicates: true } });
		add('Ada');
		add('Ben');
		await sandbox.webhooks.idle();
		expect(firstNames().sort()).toEqual(['Ada', 'Ada', 'Ben', 'Ben']);
		expect(new Set(receiver.received.map(({ body }) => body.webhookId)).size).toBe(2);
	});

	test('outOfOrder delivers what comes close together in reverse', async () => {
		sandbox.configure({ webhooks: { outOfOrder: true } });
		for (const name of ['one', 'two', 'three']) add(name);
		await sandbox.webhooks.idle();
		expect(firstNames()).toEqual(['three', 'two', 'one']);
	});
});

describe('afterwards', () => {
	test('a delivery can be made once more, with the same id and body', async () => {
		add();
		await sandbox.webhooks.idle();
		const id = sandbox.webhooks.deliveries[0]?.webhookId ?? '';
		sandbox.webhooks.resend(id);
		expect(() => sandbox.webhooks.resend(id)).toThrow('still being tried');
		await sandbox.webhooks.idle();
		expect(receiver.received).toHaveLength(2);
		expect(receiver.received[0]?.raw).toEqual(receiver.received[1]?.raw);
		expect(() => sandbox.webhooks.resend('nothing')).toThrow('no delivery nothing');
	});

	test('reset forgets deliveries, the ones that were to be repeated included', async () => {
		sandbox.configure({ webhooks: { baseDelayMs: 60_000 } });
		receiver.answers = [500];
		add();
		while (sandbox.webhooks.deliveries[0]?.status !== 'retrying') await new Promise(setImmediate);
		sandbox.reset();
		await sandbox.webhooks.idle();
		expect(sandbox.webhooks.deliveries).toEqual([]);
	});

	test('closing ends what is on its way and what is to be repeated', async () => {
		const closing = await start({ webhooks: { url: receiver.url, baseDelayMs: 60_000, outOfOrder: false } });
		receiver.answers = ['none', 500];
		closing.state.addContact({ locationId });
		closing.state.addContact({ locationId });
		while (!closing.webhooks.deliveries.some(({ status }) => status === 'retrying')) {
			await new Promise(setImmediate);
		}
		await closing.close();
		await closing.webhooks.idle();
		closing.state.addContact({ locationId });
		expect(closing.webhooks.deliveries).toEqual([]);
		expect(receiver.received).toHaveLength(2);
	});
});

test('no more than the latest thousand deliveries are remembered', async () => {
	for (let number = 1; number <= 1050; number++) sandbox.webhooks.send({ type: 'Numbered', number });
	await sandbox.webhooks.idle();
	expect(receiver.received).toHaveLength(1050);
	expect(sandbox.webhooks.deliveries.length).toBeLessThanOrEqual(1000);
	expect(JSON.parse(sandbox.webhooks.deliveries.at(-1)?.body ?? '')).toMatchObject({ number: 1050 });
	expect(sandbox.webhooks.counts).toEqual({ open: 0, delivered: 1050, failed: 0, tries: 1050 });
});

test('an address that is none is refused at once', async () => {
	for (const url of ['nowhere', '', 'ftp://x.example', 'http://']) {
		await expect(start({ webhooks: { url } })).rejects.toThrow('must be an http or https address');
		expect(() => sandbox.configure({ webhooks: { url } })).toThrow('must be an http or https address');
	}
});

describe('controls over HTTP', () => {
	const control = (method: string, path: string, body?: unknown) =>
		call(sandbox, method, `/__sandbox${path}`, body, { token: null, version: null });

	test('set address and events', async () => {
		const { body } = await control('PATCH', '/settings', { webhooks: { events: ['NoteCreate'] } });
		expect(body.webhooks).toMatchObject({ url: receiver.url, events: ['NoteCreate'] });
		for (const webhooks of [
			{ events: ['Sunrise'] },
			{ url: 'nowhere' },
			{ url: 'http://' },
			{ colour: 'red' },
		]) {
			expect((await control('PATCH', '/settings', { webhooks })).status).toBeGreaterThanOrEqual(400);
		}
		expect((await control('GET', '/settings')).body.webhooks.url).toBe(receiver.url);
		sandbox.configure({ webhooks: { events: ['ContactCreate'] } });
	});

	test('tell the public keys and the deliveries, and resend', async () => {
		add();
		await sandbox.webhooks.idle();
		const { body } = await control('GET', '/webhooks');
		expect(body.publicKey).toBe(sandbox.webhooks.publicKey);
		expect(body.legacyPublicKey).toContain('BEGIN PUBLIC KEY');
		expect(body.deliveries).toMatchObject([{ type: 'ContactCreate', locationId, status: 'delivered' }]);
		const [{ webhookId }] = body.deliveries;
		expect((await control('POST', `/webhooks/${webhookId}/resend`)).status).toBe(202);
		await sandbox.webhooks.idle();
		expect(receiver.received).toHaveLength(2);
		expect((await control('POST', '/webhooks/nothing/resend')).status).toBe(400);
	});

	test('send any event, one or many at once, and tell their ids', async () => {
		const one = await control('POST', '/webhooks/send', { type: 'PriceCreate', amount: 4 });
		expect(one.status).toBe(202);
		const many = await control('POST', '/webhooks/send', [{ type: 'Sunrise' }, { id: 'without a type' }]);
		await sandbox.webhooks.idle();
		expect(receiver.received.map(({ body }) => body)).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ type: 'PriceCreate', amount: 4, webhookId: one.body.webhookIds[0] }),
				expect.objectContaining({ type: 'Sunrise', webhookId: many.body.webhookIds[0] }),
				expect.objectContaining({ id: 'without a type', webhookId: many.body.webhookIds[1] }),
			]),
		);
		expect(receiver.received).toHaveLength(3);
	});

	test('send nothing that is no event, and nothing without an address', async () => {
		for (const body of ['Sunrise', [1], { type: 5 }, [{ type: '' }]]) {
			expect((await control('POST', '/webhooks/send', body)).status).toBe(422);
		}
		sandbox.configure({ webhooks: { url: null } });
		const { status, body } = await control('POST', '/webhooks/send', { type: 'Sunrise' });
		expect(status).toBe(400);
		expect(body.message).toContain('webhooks.url');
		expect(sandbox.webhooks.deliveries).toEqual([]);
	});

	test('tell how many were delivered, given up and tried, beyond those that are remembered', async () => {
		sandbox.configure({ webhooks: { baseDelayMs: 0, duplicates: true } });
		receiver.answers = Array.from({ length: 13 }, () => 503);
		await control('POST', '/webhooks/send', { type: 'Sunrise' });
		await sandbox.webhooks.idle();
		await control('POST', '/webhooks/send', { type: 'Sunset' });
		await sandbox.webhooks.idle();
		const counts = async () => (await control('GET', '/webhooks')).body.counts;
		expect(await counts()).toEqual({ open: 0, delivered: 1, failed: 1, tries: 15 });
		sandbox.reset();
		expect(await counts()).toEqual({ open: 0, delivered: 0, failed: 0, tries: 0 });
	});
});
