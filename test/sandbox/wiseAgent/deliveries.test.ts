import type { RegisteredEvent } from '../../../sandbox/wiseAgent';
import { Receiver } from '../highLevel/webhooks/receiver';
import { eventsOf as eventsAt, registerAll as registerAt } from './eventSupport';
import type { WiseAgentSandbox } from './support';
import { control, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
let receiver: Receiver;
beforeAll(async () => {
	[sandbox, receiver] = await Promise.all([start(), Receiver.start()]);
});
beforeEach(() => {
	sandbox.reset();
	receiver.clear();
});
afterAll(() => Promise.all([sandbox.close(), receiver.close()]));

const eventsOf = (action: () => unknown) => eventsAt(sandbox, receiver, action);
const registerAll = (...events: RegisteredEvent[]) => registerAt(sandbox, receiver, ...events);

describe('a delivery', () => {
	test('that fails is not repeated, unless the settings say so', async () => {
		await registerAll('contactCreate');
		receiver.answers = [500];
		await webcontact(sandbox);
		await sandbox.webhooks.idle();
		expect(sandbox.webhooks.deliveries.map(({ status }) => status)).toEqual(['failed']);

		sandbox.configure({ webhooks: { maxRetries: 2, baseDelayMs: 0 } });
		receiver.clear();
		receiver.answers = [500, 500];
		await webcontact(sandbox, { CEmail: 'b@x.example' });
		await sandbox.webhooks.idle();
		sandbox.configure({ webhooks: { maxRetries: 0 } });
		expect(receiver.received).toHaveLength(3);
		expect(new Set(receiver.received.map(({ raw }) => raw.toString())).size).toBe(1);
		expect(sandbox.webhooks.counts).toMatchObject({ delivered: 1, failed: 1 });
	});

	test('can come twice', async () => {
		sandbox.configure({ webhooks: { duplicates: true } });
		await registerAll('contactCreate');
		expect(await eventsOf(() => webcontact(sandbox))).toHaveLength(2);
		sandbox.configure({ webhooks: { duplicates: false } });
	});

	test('can be made by hand, of any type and for any id', async () => {
		await registerAll('contactUpdate');
		const send = () =>
			control(sandbox, 'POST', '/webhooks/send', {
				registered: 'contactUpdate',
				type: 'contactUpdateMood',
				resourceIds: [1, 2],
			});
		expect(await eventsOf(send)).toEqual([['contactUpdateMood', [1, 2]]]);
	});

	test('is told by the controls, and made once more', async () => {
		await registerAll('contactCreate');
		const id = await webcontact(sandbox);
		await sandbox.webhooks.idle();
		const { body } = await control(sandbox, 'GET', '/webhooks');
		expect(body).toMatchObject({
			registrations: [{ WebhookID: 123, EventType: 'contactCreate' }],
			counts: { delivered: 1 },
			deliveries: [{ registration: 123, type: 'contactCreate', status: 'delivered' }],
		});
		const [{ webhookId }] = body.deliveries;
		const again = () => control(sandbox, 'POST', `/webhooks/${webhookId}/resend`);
		expect(await eventsOf(again)).toEqual([['contactCreate', [id]]]);
		expect((await control(sandbox, 'POST', '/webhooks/nothing/resend')).status).toBe(400);
	});
});
