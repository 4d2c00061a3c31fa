import type { WiseAgentSandbox } from './support';
import { call, control, DEMO, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const feed = async () => (await control(sandbox, 'GET', '/feed')).body;

describe('the page', () => {
	test('is served as one file that may load nothing else', async () => {
		const response = await fetch(`${sandbox.url}/`);
		const html = await response.text();
		const policy = response.headers.get('content-security-policy') ?? '';
		const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
		expect(policy).toContain("default-src 'none'");
		expect(html).toContain(`<script nonce="${nonce}">`);
		expect(html).not.toMatch(/(src|href)="(?!data:,")/);
		expect(html).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
		expect(html).not.toMatch(/\{\{|\/\* \w+\.(css|js) \*\/|<!--/);
		expect(html).toContain('<option>Future Opportunity</option>');
		expect(sandbox.requests).toHaveLength(0);
	});

	test('has a form each for contacts, notes and tasks', async () => {
		const html = await (await fetch(`${sandbox.url}/`)).text();
		for (const form of ['contact-form', 'note-form', 'task-form']) expect(html).toContain(`id="${form}"`);
	});

	test('is fed with the latest changes, with names instead of ids', async () => {
		const older = await webcontact(sandbox, { CEmail: 'ada@x.example' });
		await webcontact(sandbox, { CFirst: 'Ben', CEmail: 'ben@x.example' });
		await call(sandbox, 'POST', 'updateContact', { clientID: older, AddCategories: 'Buyer' });
		await call(sandbox, 'POST', 'addContactNote', { clientids: older, subject: 'Garden', note: 'Roses' });
		await call(sandbox, 'POST', 'tasks', { Description: 'Tidy', TaskDue: '07/01/2025' });
		const shown = await feed();
		expect(shown.contacts).toMatchObject([
			{ name: 'Ada King', categories: ['Buyer'], details: 'Website, New' },
			{ name: 'Ben King' },
		]);
		expect(shown.activities).toMatchObject([
			{ kind: 'task', contact: 'nobody', text: 'Tidy, due 2025-07-01' },
			{ kind: 'note', contact: 'Ada King', text: 'Garden: Roses' },
		]);
		expect(shown.requests[0]).toMatchObject({ path: 'tasks', method: 'POST', status: 200 });
		expect(shown.counters).toMatchObject({ contacts: 2, tasks: 1, notes: 1, requests: 5 });
	});

	test('finds contacts by name, email and category', async () => {
		const id = await webcontact(sandbox, { CEmail: 'ada@x.example' });
		await webcontact(sandbox, { CFirst: 'Ben', CLast: 'Reid', CEmail: 'ben@x.example' });
		await call(sandbox, 'POST', 'updateContact', { clientID: id, AddCategories: 'Investor' });
		for (const find of ['king ada', 'ADA@x', 'investor']) {
			const { body } = await control(sandbox, 'GET', `/feed?find=${encodeURIComponent(find)}`);
			expect(body.contacts.map(({ key }: { key: string }) => key)).toEqual([String(id)]);
		}
	});

	test('shows that a request was refused, although its status is 200', async () => {
		await call(sandbox, 'POST', 'updateContact', { CFirst: 'Ada' });
		expect((await feed()).requests).toMatchObject([
			{ path: 'updateContact', status: 200, refusal: '{"Error":"Missing ClientID"}' },
		]);
	});

	test('shows webhooks and what came of their events, but not the secrets in their addresses', async () => {
		const Url = 'http://127.0.0.1:1/hook/secret-in-the-address';
		await call(sandbox, 'POST', 'webhooks', { EventType: 'contactCreate', Url });
		const id = await webcontact(sandbox);
		await sandbox.webhooks.idle();
		const shown = await feed();
		expect(shown.registrations).toMatchObject([{ event: 'contactCreate', host: '127.0.0.1:1' }]);
		expect(shown.webhooks).toMatchObject([
			{ type: 'contactCreate', place: String(id), status: 'failed', tries: 1, open: false },
		]);
		expect(JSON.stringify(shown)).not.toContain('secret-in-the-address');
	});

	test('never shows a token or a secret', async () => {
		const { access_token, refresh_token } = sandbox.oauth.grant();
		await call(sandbox, 'GET', 'getUser', {}, { token: access_token });
		const shown = JSON.stringify(await feed());
		for (const secret of [access_token, refresh_token, DEMO.app.clientSecret, DEMO.accessToken]) {
			expect(shown).not.toContain(secret);
		}
	});

	test('tells every value that n8n asks for, to itself only', async () => {
		const { values } = (await control(sandbox, 'GET', '/values')).body;
		expect(values).toEqual([
			{ label: 'Base URL', value: sandbox.url },
			{ label: 'Sign-in Host', value: 'Own' },
			{ label: 'Client ID', value: DEMO.app.clientId },
			{ label: 'Client Secret', value: DEMO.app.clientSecret },
		]);
		const headers = { Origin: 'https://elsewhere.example' };
		expect((await fetch(`${sandbox.url}/__sandbox/values`, { headers })).status).toBe(403);
	});
});
