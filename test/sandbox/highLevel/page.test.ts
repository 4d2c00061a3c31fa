import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { WEBHOOK_EVENTS } from '../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const control = (method: string, path: string) =>
	call(sandbox, method, `/__sandbox${path}`, undefined, { token: null, version: null });

describe('the page', () => {
	test('is served as one file that may load nothing else', async () => {
		const response = await fetch(`${sandbox.url}/`);
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toContain('text/html');
		const html = await response.text();
		const policy = response.headers.get('content-security-policy') ?? '';
		const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
		expect(policy).toContain("default-src 'none'");
		expect(html).toContain(`<script nonce="${nonce}">`);
		expect(html).not.toMatch(/(src|href)="(?!data:,")/);
		expect(html).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
		expect(html).not.toContain('{{');
		expect(sandbox.requests).toHaveLength(0);
	});

	test('has another nonce each time', async () => {
		const nonces = await Promise.all(
			[1, 2].map(async () => (await fetch(`${sandbox.url}/`)).headers.get('content-security-policy')),
		);
		expect(nonces[0]).not.toBe(nonces[1]);
	});

	test('is fed with the latest changes, with names instead of ids', async () => {
		const older = await create(sandbox, {
			name: 'Ada King',
			customFields: [{ key: 'interests', value: ['Buying'] }],
		});
		await create(sandbox, { name: 'Ben Reid' });
		await call(sandbox, 'PUT', `/contacts/${older}`, { city: 'Hoboken' });
		await call(sandbox, 'POST', `/contacts/${older}/notes`, { title: 'Garden', body: 'Likes roses' });
		const { body } = await control('GET', '/feed');
		expect(body.contacts.map(({ name }: { name: string }) => name)).toEqual(['Ada King', 'Ben Reid']);
		expect(body.contacts[0].customFields).toEqual([{ name: 'Interests', value: 'Buying' }]);
		expect(body.activities).toMatchObject([
			{ kind: 'note', contact: 'Ada King', text: 'Garden: Likes roses' },
		]);
		expect(body.requests[0]).toMatchObject({ method: 'POST', status: 201 });
		expect(body.counters).toMatchObject({ contacts: 2, notes: 1, requests: 4, limited: 0, window: 96 });
	});

	test('shows where the app is installed, by name', async () => {
		sandbox.oauth.install();
		const { body } = await control('GET', '/feed');
		expect(body.installs.map(({ place }: { place: string }) => place)).toEqual([
			'Lakeside Homes',
			'Harborview Realty',
			'The whole agency',
		]);
		expect(body.installs[0].app).toBe('Demo sync app');
	});

	test('shows the latest webhooks with what came of them', async () => {
		sandbox.configure({ webhooks: { url: 'http://127.0.0.1:1/', baseDelayMs: 0 } });
		await create(sandbox, { firstName: 'Ada', email: 'secret@x.example' });
		await sandbox.webhooks.idle();
		sandbox.configure({ webhooks: { url: null } });
		const { webhooks } = (await control('GET', '/feed')).body;
		expect(webhooks).toMatchObject([
			{ type: 'ContactCreate', place: 'Harborview Realty', status: 'failed', open: false, tries: 13 },
		]);
		expect(JSON.stringify(webhooks)).not.toContain('secret@x.example');
	});

	test('never shows a token, a secret or a code', async () => {
		const { access_token, refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
		await call(sandbox, 'GET', `/locations/${locationId}`, undefined, { token: access_token });
		await call(sandbox, 'POST', '/oauth/token', {
			client_id: DEMO.app.clientId,
			client_secret: DEMO.app.clientSecret,
			grant_type: 'refresh_token',
			refresh_token,
		});
		const shown = JSON.stringify((await control('GET', '/feed')).body);
		for (const secret of [access_token, refresh_token, DEMO.app.clientSecret, DEMO.token]) {
			expect(shown).not.toContain(secret);
		}
	});

	test('offers every event for choice', async () => {
		const html = await (await fetch(`${sandbox.url}/`)).text();
		for (const event of WEBHOOK_EVENTS) expect(html).toContain(`<option>${event}</option>`);
	});
});
