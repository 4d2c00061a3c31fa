import type { IDataObject } from 'n8n-workflow';

import * as listSearch from '../../../nodes/WiseAgent/pickers/listSearch';
import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { pace } from '../../support/pace';
import {
	byId,
	connectWiseAgent,
	fails,
	requestsOfType,
	startWiseAgent,
	succeeds,
} from '../../support/wiseAgent';
import { editorContext } from './editor';
import { registered, startTrigger } from './trigger/started';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 1, maxMs: 5 }, looksMs: [0, 20] });

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const URL_OF_ANOTHER = 'https://crm.example.com/wise-agent?key=a1b2c3';

const create = (fields: IDataObject = {}) => ({
	parameters: { EventType: 'contactUpdate', Url: URL_OF_ANOTHER, ...fields },
});

const all = async (options: IDataObject = {}) =>
	await succeeds(sandbox, 'webhook.getAll', { parameters: { returnAll: true, options } });

const posts = () => requestsOfType(sandbox, 'webhooks').filter(({ method }) => method === 'POST');

describe('Create', () => {
	test('registers the URL for the event, and returns the ID that Wise Agent does not tell', async () => {
		const [created] = await succeeds(sandbox, 'webhook.create', create());
		expect(created).toEqual({
			...{ WebhookID: expect.any(Number), EventType: 'contactUpdate', Status: 'Active' },
			Url: URL_OF_ANOTHER,
		});
		expect(await all()).toEqual([created]);
	});

	test('refuses a second one for the same event and URL, and names the first; another event is another one', async () => {
		const [{ WebhookID } = {}] = await succeeds(sandbox, 'webhook.create', create());
		const { message, details } = await fails(sandbox, 'webhook.create', create());
		expect(message).toBe(`Webhook ${WebhookID} is registered for contactUpdate at this URL already`);
		expect(details).toMatchObject({ field: 'Url', webhookId: String(WebhookID) });
		await succeeds(sandbox, 'webhook.create', create({ EventType: 'contactCreate' }));
		expect(registered(sandbox)).toEqual(['contactCreate Active', 'contactUpdate Active']);
	});

	test('two items at the same moment register one', async () => {
		const options = { ...create(), items: [{}, {}], onError: 'continueRegularOutput' as const };
		const items = await succeeds(sandbox, 'webhook.create', options);
		expect(items.map(({ error }) => error !== undefined).sort()).toEqual([false, true]);
		expect(registered(sandbox)).toEqual(['contactUpdate Active']);
	});

	test('registers once when the response is lost, whether it was carried out or not', async () => {
		for (const kind of ['lostAnswer', 'connectionReset'] as const) {
			sandbox.reset();
			sandbox.faults.add({ kind, requestType: 'webhooks', method: 'POST', times: 1 });
			await succeeds(sandbox, 'webhook.create', create());
			expect(registered(sandbox)).toEqual(['contactUpdate Active']);
		}
	});

	test('takes web addresses only, and sends nothing for others', async () => {
		for (const Url of ['crm.example.com', 'ftp://crm.example.com/', '/wise-agent']) {
			const { message, details } = await fails(sandbox, 'webhook.create', create({ Url }));
			expect(message).toBe(`"URL" is not a web address: ${Url}`);
			expect(details.field).toBe('Url');
		}
		expect(posts()).toEqual([]);
	});

	test('says what Wise Agent refuses', async () => {
		sandbox.faults.add({ kind: 'refused', requestType: 'webhooks', method: 'POST' });
		const { message } = await fails(sandbox, 'webhook.create', create());
		expect(message).toMatch(/^Wise Agent refused the request: /);
		expect(registered(sandbox)).toEqual([]);
	});
});

describe('beside a trigger', () => {
	test('its webhooks are listed without their token, and Raw Output shows it', async () => {
		const trigger = await startTrigger(sandbox, { events: ['noteCreate'] });
		await trigger.activate();
		const [shown] = await all();
		const [raw] = await all({ rawOutput: true });
		expect(raw?.Url).toMatch(/token=[\w-]{32}$/);
		expect(shown?.Url).toBe(String(raw?.Url).replace(/token=.*/, 'token=hidden'));
		await trigger.close();
	});

	test('what is created here stays when the trigger is switched on and off', async () => {
		const [own] = await succeeds(sandbox, 'webhook.create', create());
		const trigger = await startTrigger(sandbox, { events: ['contactUpdate'] });
		await trigger.activate();
		expect(await all()).toHaveLength(2);
		await trigger.deactivate();
		expect(await all()).toEqual([own]);
		await trigger.close();
	});

	test('one that is deleted here is registered again when the trigger is activated', async () => {
		const trigger = await startTrigger(sandbox, { events: ['noteCreate'] });
		await trigger.activate();
		const [{ WebhookID } = {}] = await all();
		await succeeds(sandbox, 'webhook.delete', { parameters: { webhookId: byId(String(WebhookID)) } });
		expect(registered(sandbox)).toEqual([]);
		await trigger.activate();
		expect(registered(sandbox)).toEqual(['noteCreate Active']);
		await trigger.close();
	});
});

describe('Delete', () => {
	test('deletes one and no other', async () => {
		const [first] = await succeeds(sandbox, 'webhook.create', create());
		const [second] = await succeeds(sandbox, 'webhook.create', create({ EventType: 'taskCreate' }));
		const parameters = { webhookId: byId(String(first?.WebhookID)) };
		expect(await succeeds(sandbox, 'webhook.delete', { parameters })).toEqual([{ deleted: true }]);
		expect(await all()).toEqual([second]);
		const { message } = await fails(sandbox, 'webhook.delete', { parameters });
		expect(message).toBe('Wise Agent does not know this record: WebhookID was not found');
	});
});

test('the list of the editor shows event and address, and no token', async () => {
	await succeeds(sandbox, 'webhook.create', create({ Url: 'https://crm.example.com/hook?token=s3cr3t' }));
	const { results } = await listSearch.searchWebhooks.call(editorContext(connectWiseAgent(sandbox)));
	expect(results).toEqual([
		{ name: 'contactUpdate (https://crm.example.com/hook)', value: expect.any(String) as string },
	]);
});
