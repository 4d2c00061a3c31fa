import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import { call, CHECK, DASHBOARD, DEVELOPER, keys, N8N, start } from './support';

let sandbox: WhatsAbleSandbox;
beforeAll(async () => {
	sandbox = await start();
});
afterAll(() => sandbox.close());

const INTEGRATION: Array<[string, string]> = [
	['GET', `${N8N}/n8n-templates`],
	['GET', `${N8N}/n8n/label`],
	['GET', `${N8N}/n8n/phone/number/list`],
	['GET', '/api:hFrjh8a1/zapier/phone/number/list'],
	['GET', '/api:5kFCwVpE/labels/get_labels'],
	['GET', '/api:AFRA_QCy/templates'],
	['GET', '/api:AFRA_QCy/zapier_dynamic_fields_template_details?template=x'],
	['POST', `${N8N}/n8n/messages/send`],
	['POST', `${N8N}/n8n/messages/general/send`],
	['POST', '/api:hFrjh8a1/zapier/messages/template/send'],
	['POST', '/api:hFrjh8a1/zapier/messages/non-template/send'],
	['PUT', `${N8N}/n8n/recipient/details/update`],
	['PUT', '/api:hFrjh8a1/zapier/recipient/details/update'],
	['PUT', '/api:hFrjh8a1/make/recipient/details/update'],
	['GET', '/api:5l-RgW1B/conversation/wamid.x'],
];

const DOCUMENTED: Array<[string, string]> = [
	['GET', DEVELOPER.templates],
	['POST', DEVELOPER.sendTemplate],
	['POST', DEVELOPER.send],
];

/** A body with nothing in it, where the method has one. */
const bodyFor = (method: string) => (method === 'GET' ? undefined : {});

describe.each(INTEGRATION)('%s %s, made for integrations,', (method, path) => {
	test.each([
		['a wrong key', 'wrong'],
		['the right key as a Bearer token', `Bearer ${keys.notifyer}`],
		['no key', null],
		["another product's key", keys.whatsable],
	])('refuses %s in the shape of Xano', async (_case, authorization) => {
		const { status, body } = await call(sandbox, method, path, bodyFor(method), authorization);
		expect(status).toBe(403);
		expect(body).toEqual({
			code: 'ERROR_CODE_ACCESS_DENIED',
			message: 'Invalid API key provided',
			payload: '',
		});
	});

	test('lets the raw key in', async () => {
		const { body } = await call(sandbox, method, path, bodyFor(method));
		expect(body.code).not.toBe('ERROR_CODE_ACCESS_DENIED');
	});

	test('refuses a plan without integrations', async () => {
		const answer = await call(sandbox, method, path, bodyFor(method), keys.notifyerBasicPlan);
		expect(answer.status).toBe(403);
		expect(answer.body.message).toContain('permission');
	});
});

describe.each(DOCUMENTED)('%s %s, as documented,', (method, path) => {
	test.each([
		['a wrong key', 'wrong'],
		['a wrong Bearer token', 'Bearer wrong'],
		['no key', null],
		["another product's key", keys.notifier],
	])('refuses %s with 401', async (_case, authorization) => {
		const { status, body } = await call(sandbox, method, path, bodyFor(method), authorization);
		expect(status).toBe(401);
		expect(body).toEqual({
			success: false,
			error: { code: 'unauthorized', message: 'Invalid API key provided' },
		});
	});

	test.each([
		['raw', keys.notifyer],
		['as a Bearer token', `Bearer ${keys.notifyer}`],
	])('lets the key in %s', async (_form, authorization) => {
		const { status } = await call(sandbox, method, path, bodyFor(method), authorization);
		expect([200, 400]).toContain(status);
	});

	test('answers 403 to a plan without integrations', async () => {
		const { status, body } = await call(sandbox, method, path, bodyFor(method), keys.notifyerBasicPlan);
		expect(status).toBe(403);
		expect(body).toMatchObject({ success: false, error: { code: 'forbidden' } });
	});
});

describe('the key check', () => {
	const check = (authorization: string | null) =>
		call(sandbox, 'GET', `${CHECK}/check-api-key-across-projects`, undefined, authorization);

	test.each(['notifyer', 'whatsable', 'notifier'] as const)('tells a key of %s', async (product) => {
		const { status, body } = await check(keys[product]);
		expect(status).toBe(200);
		expect(body).toEqual({ success: true, product, message: expect.any(String) });
	});

	test.each([
		['a wrong key', 'wrong'],
		['no key', null],
		['a Bearer token', `Bearer ${keys.notifyer}`],
	])('answers 200 to %s, with success: false', async (_case, authorization) => {
		const { status, body } = await check(authorization);
		expect(status).toBe(200);
		expect(body).toEqual({ success: false, message: expect.any(String) });
	});
});

test('the other host refuses in a shape of its own', async () => {
	const { status, body } = await call(sandbox, 'POST', `${DASHBOARD}/send`, {}, 'wrong');
	expect(status).toBe(401);
	expect(body).toEqual({ success: false, message: 'Invalid API key provided', details: 'unauthorized' });
});

test('a path that does not exist answers like Xano, key or not', async () => {
	for (const key of [keys.notifyer, null]) {
		const { status, body } = await call(sandbox, 'GET', '/api:ErOQ8pSj/nothing', undefined, key);
		expect(status).toBe(404);
		expect(body.code).toBe('ERROR_CODE_NOT_FOUND');
	}
});

test('a body that is no JSON is refused like wrong input', async () => {
	const response = await fetch(`${sandbox.url}${N8N}/n8n/messages/send`, {
		method: 'POST',
		headers: { Authorization: keys.notifyer, 'Content-Type': 'application/json' },
		body: '{',
	});
	expect(response.status).toBe(400);
	expect(await response.json()).toMatchObject({ code: 'ERROR_CODE_INPUT_ERROR' });
});

describe('a rate limit', () => {
	beforeAll(() => sandbox.configure({ rateLimit: { max: 2, intervalMs: 3_600_000 } }));
	afterAll(() => sandbox.configure({ rateLimit: null }));

	test('answers 429 in the shape of each family, per key', async () => {
		const labelList = () => call(sandbox, 'GET', `${N8N}/n8n/label`);
		expect((await labelList()).status).toBe(200);
		expect((await labelList()).status).toBe(200);
		const refused = await labelList();
		expect(refused.status).toBe(429);
		expect(refused.body.code).toBe('ERROR_CODE_TOO_MANY_REQUESTS');
		const documented = await call(sandbox, 'GET', DEVELOPER.templates);
		expect(documented.status).toBe(429);
		expect(documented.body).toMatchObject({ success: false, error: { code: 'rate_limit_exceeded' } });
		const other = await call(sandbox, 'GET', `${CHECK}/get-whatsable-numbers`, undefined, keys.whatsable);
		expect(other.status).toBe(200);
	});

	test('is none unless it is set', async () => {
		sandbox.configure({ rateLimit: null });
		const answers = await Promise.all(
			Array.from({ length: 150 }, () => call(sandbox, 'GET', `${N8N}/n8n/label`)),
		);
		expect(answers.every(({ status }) => status === 200)).toBe(true);
	});
});
