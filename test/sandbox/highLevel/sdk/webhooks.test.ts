import { generateKeyPairSync } from 'node:crypto';
import type { HighLevel, WebhookRequest } from '@gohighlevel/api-client';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, locationId, start } from '../support';
import type { Received } from '../webhooks/receiver';
import { Receiver } from '../webhooks/receiver';
import { sdkWithOAuth } from './support';

let sandbox: HighLevelSandbox;
let receiver: Receiver;
beforeAll(async () => {
	receiver = await Receiver.start();
	sandbox = await start({ webhooks: { url: receiver.url } });
});
beforeEach(() => {
	sandbox.reset();
	receiver.clear();
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});

const connect = (sessions: Parameters<typeof sdkWithOAuth>[1] = []) =>
	sdkWithOAuth(sandbox, sessions, { webhookPublicKey: sandbox.webhooks.publicKey });

/** The webhook that an action makes. */
async function received(action: () => unknown): Promise<Received> {
	await sandbox.webhooks.idle();
	receiver.clear();
	action();
	await sandbox.webhooks.idle();
	const [first] = receiver.received;
	if (!first) throw new Error('Nothing was received');
	return first;
}

const added = () => received(() => sandbox.state.addContact({ locationId, firstName: 'Zoë' }));

/** Hands a webhook to the SDK's middleware.
 * @returns the request with the flags that it sets */
async function handle(
	sdk: HighLevel,
	{ headers, raw, body }: Received,
	sent = body,
): Promise<WebhookRequest> {
	const request = {
		method: 'POST',
		url: '/hook',
		headers,
		body: sent,
		rawBody: raw,
	} as unknown as WebhookRequest;
	await new Promise<void>((resolve, reject) => {
		void sdk.webhooks.subscribe()(request, {} as never, (error?: unknown) =>
			error ? reject(error as Error) : resolve(),
		);
	});
	return request;
}

test('the signature is verified over the raw bytes, with the key in any of its forms', async () => {
	const { sdk } = await connect();
	const { headers, raw } = await added();
	const signature = String(headers['x-ghl-signature']);
	const pem = sandbox.webhooks.publicKey;
	const base64 = pem.replace(/-----[^-]+-----|\s/g, '');
	for (const key of [pem, base64, Buffer.from(base64, 'base64').subarray(-32).toString('hex')]) {
		expect(sdk.webhooks.verifyEd25519Signature(raw, signature, key)).toBe(true);
	}
	expect(sdk.webhooks.verifyEd25519Signature(Buffer.concat([raw, Buffer.from(' ')]), signature, pem)).toBe(
		false,
	);
});

test('the former signature is verified as well, where it is sent', async () => {
	sandbox.configure({ webhooks: { legacySignature: true } });
	const { sdk } = await connect();
	const { headers, raw } = await added();
	sandbox.configure({ webhooks: { legacySignature: false } });
	const verified = sdk.webhooks.verifySignature(
		raw.toString(),
		String(headers['x-wh-signature']),
		sandbox.webhooks.legacyPublicKey,
	);
	expect(verified).toBe(true);
});

describe('the middleware', () => {
	test('accepts a webhook as it came', async () => {
		const { sdk } = await connect();
		expect(await handle(sdk, await added())).toMatchObject({
			isSignatureValid: true,
			skippedSignatureVerification: false,
		});
	});

	test('refuses one that was changed on its way', async () => {
		const { sdk } = await connect();
		const webhook = await added();
		const forged = { ...webhook, raw: Buffer.from(webhook.raw.toString().replace('Zoë', 'Eve')) };
		expect(await handle(sdk, forged)).toMatchObject({ isSignatureValid: false });
	});

	test('refuses one with the key of somebody else', async () => {
		const { publicKey } = generateKeyPairSync('ed25519');
		const webhookPublicKey = publicKey.export({ format: 'pem', type: 'spki' }).toString();
		const { sdk } = await sdkWithOAuth(sandbox, [], { webhookPublicKey });
		expect(await handle(sdk, await added())).toMatchObject({ isSignatureValid: false });
	});

	test('passes over one of another app', async () => {
		const { sdk } = await sdkWithOAuth(sandbox, [], {
			clientId: DEMO.privateApp.clientId,
			webhookPublicKey: sandbox.webhooks.publicKey,
		});
		expect((await handle(sdk, await added())).isSignatureValid).toBeUndefined();
	});

	test('gets a token for a location when the app is installed there, and drops it at the end', async () => {
		const { sdk, storage } = await connect([sandbox.oauth.grant({ userType: 'Company' })]);
		const [{ id } = { id: '' }] = sandbox.state.seedLocations(1, { installed: false });
		const install = await received(() => sandbox.oauth.install({ locationId: id }));
		expect((await handle(sdk, install)).installTokenError).toBeUndefined();
		expect(await storage.getSession(id)).toMatchObject({ userType: 'Location', locationId: id });
		const uninstall = await received(() => sandbox.oauth.uninstall({ locationId: id }));
		await handle(sdk, uninstall);
		expect(await storage.getSession(id)).toBeNull();
	});

	test('says so when the token of a new location is refused', async () => {
		const { sdk } = await connect([sandbox.oauth.grant({ userType: 'Company' })]);
		const install = await received(() => sandbox.oauth.install({ locationId }));
		sandbox.oauth.pause(locationId);
		expect((await handle(sdk, install)).installTokenError).toMatchObject({
			message: 'Location is not active',
		});
	});
});
