import type { Sent, WiseAgentSandbox } from './support';
import { call, start } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const Url = 'https://flows.example/webhook/1';
const register = async (EventType: string, fields: Sent = {}) =>
	(await call(sandbox, 'POST', 'webhooks', { EventType, Url, Status: 'Active', ...fields })).body;
const registered = async () => (await call(sandbox, 'GET', 'webhooks')).body.Data;
const success = [{ success: 'true' }];

describe('a webhook', () => {
	test('is registered without a word about its id, which the list tells as text', async () => {
		expect(await register('contactCreate')).toEqual(success);
		expect(await registered()).toEqual([
			{ WebhookID: '123', EventType: 'contactCreate', Status: 'Active', Url },
		]);
	});

	test('can be registered twice, and each is another one', async () => {
		await register('contactCreate');
		await register('contactCreate');
		expect((await registered()).map(({ WebhookID }: { WebhookID: string }) => WebhookID)).toEqual([
			'123',
			'124',
		]);
	});

	test('is changed and deleted', async () => {
		await register('contactCreate');
		const change = { WebhookID: 123, Status: 'Disabled' };
		expect((await call(sandbox, 'PUT', 'webhooks', change)).body).toEqual(success);
		expect(await registered()).toMatchObject([{ Status: 'Disabled', EventType: 'contactCreate' }]);
		expect((await call(sandbox, 'DELETE', 'webhooks', { WebhookID: 123 })).body).toEqual(success);
		expect(await registered()).toEqual([]);
		expect((await call(sandbox, 'DELETE', 'webhooks', { WebhookID: 123 })).body).toEqual([
			{ success: 'false', message: 'WebhookID was not found' },
		]);
	});

	test.each([
		[{ EventType: 'contactUpdateStatus' }, 'Invalid EventType'],
		[{ EventType: '' }, 'Missing EventType'],
		[{ Url: '' }, 'Missing Url'],
		[{ Url: 'nowhere' }, 'Invalid Url'],
		[{ Url: 'ftp://x.example' }, 'Invalid Url'],
		[{ Status: 'Paused' }, 'Invalid Status'],
	])('is refused with %j', async (fields, message) => {
		expect(await register('contactCreate', fields)).toEqual([{ success: 'false', message }]);
		expect(await registered()).toEqual([]);
	});
});
