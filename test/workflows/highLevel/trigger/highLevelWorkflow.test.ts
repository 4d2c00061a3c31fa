import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { TriggerServer } from '../../../support/running/runWebhook';
import { ACCEPTED, bytesOf, event, post, REFUSED } from './deliveries';

const SECRET = 'correct horse battery staple';
const shared = { headerName: 'X-Webhook-Secret', secret: SECRET };
const json = { 'Content-Type': 'application/json' };

const servers: TriggerServer[] = [];
afterEach(async () => {
	for (const server of servers.splice(0)) {
		expect(server.errors).toEqual([]);
		await server.close();
	}
});

async function start(
	credential: ICredentialDataDecryptedObject | undefined = shared,
	parameters: IDataObject = {},
): Promise<TriggerServer> {
	const server = await TriggerServer.start({
		parameters: { source: 'workflow', ...parameters },
		credentials: credential ? { goHighLevelWebhookApi: credential } : {},
	});
	servers.push(server);
	return server;
}

type Headers = Record<string, string | string[] | undefined>;

/** Calls as HighLevel's webhook action does, with the right secret unless told. */
async function call({ url }: TriggerServer, body: IDataObject | string, headers: Headers = {}) {
	return await post(url, bytesOf(body), { ...json, 'X-Webhook-Secret': SECRET, ...headers });
}

/** As HighLevel's workflow action sends it: no type, no id, no time, nothing signed. */
const payload: IDataObject = {
	contact_id: 'abc',
	first_name: 'Ada',
	tags: 'buyer,open house',
	location: { id: 'A', name: 'Harborview' },
	customData: { form: 'Open house' },
};

test('a call with the secret starts the workflow with the payload as it is', async () => {
	const server = await start();
	expect(await call(server, payload)).toEqual(ACCEPTED);
	expect(server.executions).toMatchObject([{ ...payload, event: 'workflowWebhook' }]);
});

test.each(['x-webhook-secret', 'X-WEBHOOK-SECRET'])(
	'the case of the header does not matter: %s',
	async (name) => {
		const server = await start();
		await call(server, payload, { 'X-Webhook-Secret': undefined, [name]: SECRET });
		expect(server.executions).toHaveLength(1);
	},
);

test('a header of another name carries it where the credential says so', async () => {
	const server = await start({ headerName: 'Authorization', secret: `Bearer ${SECRET}` });
	await call(server, payload, { Authorization: `Bearer ${SECRET}` });
	expect(server.executions).toHaveLength(1);
});

describe('a call without the secret starts nothing, and is answered with an empty 401', () => {
	test.each<[what: string, headers: Headers]>([
		['no header', { 'X-Webhook-Secret': undefined }],
		['an empty one', { 'X-Webhook-Secret': '' }],
		['another secret', { 'X-Webhook-Secret': SECRET.replace('c', 'C') }],
		['the beginning of it', { 'X-Webhook-Secret': SECRET.slice(0, -1) }],
		['more than it', { 'X-Webhook-Secret': `${SECRET}x` }],
		['the header twice', { 'X-Webhook-Secret': [SECRET, SECRET] }],
		['the secret in another header', { 'X-Webhook-Secret': undefined, 'X-Other': SECRET }],
		['a huge one', { 'X-Webhook-Secret': 'x'.repeat(10_000) }],
	])('%s', async (_, headers) => {
		const server = await start();
		expect(await call(server, payload, headers)).toEqual(REFUSED);
		expect(server.executions).toEqual([]);
	});

	test.each<[what: string, credential: ICredentialDataDecryptedObject]>([
		['is empty', { headerName: 'X-Webhook-Secret', secret: '' }],
		['is too short', { headerName: 'X-Webhook-Secret', secret: 'short' }],
		['has no header name', { headerName: '', secret: SECRET }],
		['has nothing', {}],
	])('even the right one, when the credential %s', async (_, credential) => {
		const server = await start(credential);
		const given = String(credential.secret ?? '');
		expect(await call(server, payload, { 'X-Webhook-Secret': given })).toEqual(REFUSED);
		expect(server.executions).toEqual([]);
	});
});

test('without a credential nothing starts, and n8n gets no error to make an execution of', async () => {
	const server = await TriggerServer.start({ parameters: { source: 'workflow' } });
	servers.push(server);
	expect(await call(server, payload)).toEqual({ status: 500, body: '' });
	expect(server.executions).toEqual([]);
});

test('a signed event of an app is not let in by its signature', async () => {
	const server = await start();
	expect(await call(server, event('ContactCreate'), { 'X-Webhook-Secret': undefined })).toEqual(REFUSED);
});

describe('what a HighLevel workflow may send', () => {
	test('the same again starts again: it has no id, and HighLevel repeats none', async () => {
		const server = await start();
		await call(server, event('ContactCreate'));
		await call(server, payload);
		await call(server, payload);
		expect(server.executions).toHaveLength(3);
	});

	test('a field of its own called event is kept beside the event', async () => {
		const server = await start();
		await call(server, { event: 'Open house' });
		expect(server.executions).toMatchObject([
			{ event: 'workflowWebhook', asReceived: { event: 'Open house' } },
		]);
	});

	test('a form, as n8n has read it', async () => {
		const server = await start();
		const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
		expect(await call(server, 'first_name=Ada&note=a%20b%26c', form)).toEqual(ACCEPTED);
		expect(server.executions).toMatchObject([{ first_name: 'Ada', note: 'a b&c', event: 'workflowWebhook' }]);
	});

	test('a form with files, without the files', async () => {
		const server = await start();
		expect(await call(server, '--x--', { 'Content-Type': 'multipart/form-data; boundary=x' })).toEqual(
			ACCEPTED,
		);
		expect(server.executions).toMatchObject([{ event: 'workflowWebhook', recordId: null }]);
	});

	test('JSON under another content type', async () => {
		const server = await start();
		await call(server, payload, { 'Content-Type': 'text/plain' });
		expect(server.executions).toMatchObject([{ ...payload, event: 'workflowWebhook' }]);
	});

	test('nothing at all', async () => {
		const server = await start();
		expect(await call(server, '')).toEqual(ACCEPTED);
		expect(server.executions).toMatchObject([{ event: 'workflowWebhook', recordId: null }]);
	});

	test.each(['[1]', '"text"', 'plain text'])('no list and no text: %s is answered with 400', async (body) => {
		const server = await start();
		expect((await call(server, body, { 'Content-Type': 'text/plain' })).status).toBe(400);
		expect(server.executions).toEqual([]);
	});
});

describe('the filter for locations', () => {
	test.each<[what: string, payload: IDataObject, starts: number]>([
		['the location of the standard payload', { location: { id: 'A' } }, 1],
		['a location of its own', { locationId: 'A' }, 1],
		['another one', { location: { id: 'B' } }, 0],
		['none', { first_name: 'Ada' }, 0],
	])('%s', async (_, sent, starts) => {
		const server = await start(shared, { filters: { locationIds: 'A, C' } });
		expect(await call(server, sent)).toEqual(ACCEPTED);
		expect(server.executions).toHaveLength(starts);
	});
});
