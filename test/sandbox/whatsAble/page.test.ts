import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import { call, contacts, control, keys, sendTemplate, sendText, start, templates } from './support';

let sandbox: WhatsAbleSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const feed = async (phone?: string) =>
	(await control(sandbox, 'GET', phone ? `/feed?open=${encodeURIComponent(`notifyer/${phone}`)}` : '/feed'))
		.body;

describe('the chat page', () => {
	test('is one file that may load nothing but what the sandbox serves', async () => {
		const response = await fetch(`${sandbox.url}/`);
		expect(response.headers.get('content-type')).toContain('text/html');
		const html = await response.text();
		const policy = response.headers.get('content-security-policy') ?? '';
		const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("img-src 'self' data:;");
		expect(html).toContain(`<script nonce="${nonce}">`);
		expect(html).not.toMatch(/(src|href)="(?!data:,")/);
		expect(html).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
		expect(html).not.toMatch(/\{\{nonce|\/\* [a-z]+\.(js|css) \*\//);
		expect(sandbox.requests).toHaveLength(0);
	});

	test('tells every value that n8n asks for, to itself only', async () => {
		const { values } = (await control(sandbox, 'GET', '/values')).body;
		expect(values.map(({ value }: { value: string }) => value)).toEqual([
			...[sandbox.url, keys.notifyer, keys.whatsable, keys.notifier],
		]);
		const headers = { Origin: 'https://elsewhere.example' };
		expect((await fetch(`${sandbox.url}/__sandbox/values`, { headers })).status).toBe(403);
	});

	test('lists the conversations, latest first, with the window and the last message', async () => {
		await sendText(sandbox, contacts.olivia, 'See you');
		sandbox.clock.advance(1000);
		sandbox.receive({ phone: contacts.joao, text: 'Oi' });
		const { conversations } = await feed();
		expect(conversations).toHaveLength(sandbox.state.contacts.size);
		expect(conversations.slice(0, 2)).toMatchObject([
			{ name: 'João Pereira', incoming: 1, last: { text: 'Oi', direction: 'incoming' } },
			{ name: 'Olivia Grant', last: { text: 'See you', direction: 'outgoing', status: 'delivered' } },
		]);
		expect(conversations[0].windowEndsAtMs).toBe(sandbox.clock.nowMs + 86_400_000);
	});

	test('shows the open conversation, with note, labels and what waits', async () => {
		await sendTemplate(
			sandbox,
			templates.welcome,
			{ body1: 'Olivia' },
			{
				is_schedule: true,
				schedule_type: 'relative',
				unit_of_time_name: 'days',
				unit_of_time_value: 1,
			},
		);
		const { open } = await feed(contacts.olivia);
		expect(open).toMatchObject({
			name: 'Olivia Grant',
			labels: ['Buyer', 'Hot Lead'],
			note: expect.stringContaining('Budget'),
			scheduled: [{ status: 'waiting', template: 'welcome_lead' }],
		});
		expect(open.messages).toHaveLength(3);
		expect((await feed('999')).open).toBeNull();
	});

	test('shows requests, webhooks and where they go, but no key and no body', async () => {
		sandbox.configure({ webhooks: { baseDelayMs: 0, retries: 0 } });
		sandbox.webhooks.add({ url: 'http://127.0.0.1:1/', signed: true });
		await sendText(sandbox, contacts.olivia, 'A secret');
		await sandbox.webhooks.idle();
		const shown = await feed();
		expect(shown).toMatchObject({
			registrations: [{ url: 'http://127.0.0.1:1/', isSigned: true }],
			deliveries: [{ type: 'outgoing', status: 'failed', tries: 1 }],
			requests: [{ method: 'POST', status: 200 }],
		});
		expect(JSON.stringify([shown.deliveries, shown.requests])).not.toContain('A secret');
		expect(JSON.stringify(shown)).not.toContain(keys.notifyer);
	});
});

describe('files that contacts send', () => {
	const path = (name: string, mimeType: string) => {
		const file = { name, mimeType, contentBase64: Buffer.from('<b>').toString('base64') };
		const { media } = sandbox.receive({ phone: contacts.olivia, type: 'document', file });
		return media?.link ?? '';
	};

	test.each(['text/html', 'image/svg+xml', 'application/pdf'])(
		'of the type %s are not opened beside the page',
		async (mimeType) => {
			const { headers } = await fetch(path('file', mimeType));
			expect(headers.get('content-disposition')).toBe('attachment');
			expect(headers.get('x-content-type-options')).toBe('nosniff');
		},
	);

	test('that are photos are shown', async () => {
		const { headers } = await fetch(path('a photo.jpg', 'image/jpeg'));
		expect(headers.get('content-disposition')).toBeNull();
		expect(headers.get('content-type')).toBe('image/jpeg');
	});

	test('are found under their whole address only, without a key', async () => {
		const address = path('a.pdf', 'application/pdf');
		expect((await fetch(address)).status).toBe(200);
		expect((await fetch(address.replace('a.pdf', 'b.pdf'))).status).toBe(404);
		expect((await call(sandbox, 'GET', '/vault/x/a.pdf')).status).toBe(404);
	});
});
