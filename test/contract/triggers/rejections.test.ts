import { generateKeyPairSync, sign } from 'node:crypto';

import { Container } from '@n8n/di';
import { Logger } from '@n8n/backend-common';

import { QUIET_MS } from '../../../nodes/core/webhook/rejections';
import { TriggerServer } from '../../support/running/runWebhook';
import { startSandbox as startWhatsAble } from '../../support/whatsAble';
import { registeredUrl, startTrigger as startWhatsAbleTrigger } from '../../support/whatsAbleTrigger';
import { bytesOf, deliver, event, post, startApp } from '../../workflows/highLevel/trigger/deliveries';
import { SERVICES } from './services';

let lines: string[] = [];
const closing: Array<() => Promise<void>> = [];

beforeEach(() => {
	lines = [];
	vi.spyOn(Container.get(Logger), 'warn').mockImplementation((line) => void lines.push(line));
});
afterEach(async () => {
	vi.restoreAllMocks();
	for (const close of closing.splice(0)) await close();
});

const opened = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
	const one = await opening;
	closing.unshift(async () => await one.close());
	return one;
};

const SECRET = 'a-secret-that-nobody-may-read';
const PAYLOAD = 'a-payload-that-nobody-may-read';

/** Sends something that is rejected, and what the line about it must say. */
type Rejected = [what: string, cause: RegExp, send: () => Promise<{ status: number }>];

const body = bytesOf(event('ContactCreate', { name: PAYLOAD }));
const { privateKey: foreign, publicKey } = generateKeyPairSync('ed25519');
const anotherKey = publicKey.export({ type: 'spki', format: 'pem' }).toString();

const app = async (headers: Record<string, string | undefined>, options = {}) =>
	await deliver(await opened(startApp({ options })), body, headers);

const workflow = async (headers: Record<string, string>) => {
	const credential = { headerName: 'X-Webhook-Secret', secret: SECRET };
	const parameters = { source: 'workflow' };
	const credentials = { goHighLevelWebhookApi: credential };
	const server = await opened(TriggerServer.start({ parameters, credentials }));
	return await post(server.url, body, { 'Content-Type': 'application/json', ...headers });
};

const whatsAble = async (signatureSecret: string, headers: Record<string, string> = {}) => {
	const sandbox = await opened(startWhatsAble());
	const parameters = { checkSignature: true };
	const server = await opened(startWhatsAbleTrigger(sandbox, { parameters, signatureSecret }));
	await server.activate();
	return await post(registeredUrl(sandbox), body, { 'Content-Type': 'application/json', ...headers });
};

/** The services that register URLs with a token: with it, without it, and before there is any. */
const tokens: Rejected[] = SERVICES.flatMap(([name, , open]): Rejected[] => {
	const send = async (search: string, activates = true) => {
		const server = await opened((await opened(open())).start());
		if (activates) await server.activate();
		return await post(`${server.url}${search}`, body, { 'Content-Type': 'application/json' });
	};
	return [
		[`${name}: no token`, /the token is missing/, async () => await send('')],
		[`${name}: a wrong token`, /the token in its URL is wrong/, async () => await send(`?token=${SECRET}`)],
		[
			`${name}: before anything was registered`,
			/registered no URL in this n8n/,
			async () => await send(`?token=${SECRET}`, false),
		],
	];
});

const REJECTED: Rejected[] = [
	[
		'HighLevel: no signature',
		/signature is missing/,
		async () => await app({ 'X-GHL-Signature': undefined }),
	],
	['HighLevel: N/A', /signature is missing/, async () => await app({ 'X-GHL-Signature': 'N/A' })],
	[
		'HighLevel: a signature that is none',
		/signature is wrong: .* base64/,
		async () => await app({ 'X-GHL-Signature': '%%%' }),
	],
	[
		'HighLevel: a signature of another key',
		/wrong or for another key/,
		async () => await app({ 'X-GHL-Signature': sign(null, body, foreign).toString('base64') }),
	],
	[
		'HighLevel: a public key of somebody else',
		/wrong or for another key/,
		async () => await app({}, { publicKey: anotherKey }),
	],
	['HighLevel: no usable public key', /holds no key/, async () => await app({}, { publicKey: 'none' })],
	[
		'HighLevel: the former signature alone',
		/former signature X-WH-Signature only/,
		async () => await app({ 'X-GHL-Signature': undefined, 'X-WH-Signature': 'AAAA' }),
	],
	[
		'HighLevel: a form',
		/it is a form/,
		async () => await app({ 'Content-Type': 'multipart/form-data; boundary=x' }),
	],
	['a HighLevel workflow: no secret', /X-Webhook-Secret is missing/, async () => await workflow({})],
	[
		'a HighLevel workflow: a wrong secret',
		/X-Webhook-Secret is not the secret/,
		async () => await workflow({ 'X-Webhook-Secret': 'another-secret-of-length' }),
	],
	['WhatsAble: no signature', /X-Webhook-Signature is missing/, async () => await whatsAble(SECRET)],
	[
		'WhatsAble: a wrong signature',
		/X-Webhook-Signature is not the value/,
		async () => await whatsAble(SECRET, { 'X-Webhook-Signature': 'another' }),
	],
	['WhatsAble: nothing to compare with', /no expected value/, async () => await whatsAble(' ')],
	...tokens,
];

test.each(REJECTED)('the log says why a delivery was rejected, and where: %s', async (_, cause, send) => {
	expect((await send()).status).toBe(401);
	expect(lines).toEqual([expect.stringMatching(cause)]);
	expect(lines[0]).toMatch(/^\w+( Agent)? Trigger rejected a delivery \(401\), because /);
	expect(lines[0]).toMatch(/Node ".+ Trigger" of workflow ".*" \(ID "test"\)\.$/);
	expect(lines[0]).not.toContain(SECRET);
	expect(lines[0]).not.toContain(PAYLOAD);
});

test('the same cause is logged once a minute for each node, and other causes and nodes beside it', async () => {
	const [one, two] = [await opened(startApp()), await opened(startApp())];
	let now = Date.now();
	vi.spyOn(Date, 'now').mockImplementation(() => now);
	const forged = async (server: TriggerServer) => await deliver(server, body, { 'X-GHL-Signature': 'AAAA' });
	for (let count = 0; count < 5; count++) await forged(one);
	expect(lines).toHaveLength(1);
	await deliver(one, body, { 'X-GHL-Signature': undefined });
	await forged(two);
	expect(lines).toHaveLength(3);
	now += QUIET_MS;
	await forged(one);
	expect(lines).toHaveLength(4);
	expect(lines[3]).toContain('It was rejected for this 4 more times before.');
});

test('a delivery that is accepted is not logged', async () => {
	expect((await deliver(await opened(startApp()), body)).status).toBe(200);
	expect(lines).toEqual([]);
});
