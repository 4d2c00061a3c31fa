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
		expect(html).not.toMatch(/\{\{|\/\* \w+\.(css|js) \*\/|<!--/);
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

	test('finds contacts by name, email, phone and tag, however many were changed since', async () => {
		const fields = { name: 'Ada King', email: 'ada@x.example', phone: '+12125550123', tags: ['vip'] };
		const id = await create(sandbox, fields);
		sandbox.state.seedContacts(120);
		const found = async (find: string) => {
			const { contacts } = (await control('GET', `/feed?find=${encodeURIComponent(find)}`)).body;
			return contacts.map((row: { key: string }) => row.key);
		};
		expect(await found('')).toHaveLength(100);
		expect(await found('')).not.toContain(id);
		for (const find of ['king ADA', 'ada@x', '5550123', 'vip']) expect(await found(find)).toEqual([id]);
		expect(await found('ada nobody')).toEqual([]);
	});

	test('shows what belongs to contacts, and what a person can choose for it', async () => {
		const id = await create(sandbox, { name: 'Ada King', email: 'ada@x.example' });
		sandbox.state.addContact({ locationId: DEMO.otherLocationId, firstName: 'Eve' });
		await call(sandbox, 'POST', '/opportunities/', {
			...{ locationId, contactId: id, name: 'Loft', pipelineId: DEMO.pipelines.buyers },
			...{ pipelineStageId: DEMO.pipelineStages.viewing, status: 'open', monetaryValue: 450_000 },
		});
		const startTime = '2030-03-04T15:00:00.000Z';
		sandbox.state.addAppointment({ contactId: id, title: 'Tour', startTime, appointmentStatus: 'new' });
		const { activities, contacts, choices, counters } = (await control('GET', '/feed')).body;
		expect(activities).toMatchObject([
			{ kind: 'appointment', contact: 'Ada King', text: 'Tour, new', time: startTime, editable: true },
			{ kind: 'opportunity', text: 'Loft: Buyers, Viewing, open, 450,000', editable: true },
		]);
		expect(counters).toMatchObject({ opportunities: 1, appointments: 1 });
		expect(contacts.map(({ editable }: { editable: boolean }) => editable)).toEqual([false, true]);
		expect(choices.contacts).toEqual([{ id, name: 'Ada King (ada@x.example)' }]);
		const names = (list: Array<{ name: string }>) => list.map(({ name }) => name);
		expect(names(choices.calendars)).toEqual(['Property viewings', 'Phone consultations']);
		expect(names(choices.pipelines)).toContain('Buyers');
		expect(names(choices.lostReasons)).toContain('Price too high');
		expect(choices.users.map(({ id: userId }: { id: string }) => userId)).not.toContain(DEMO.users.daniel);
	});

	test('shows listings to edit, and what visitors have filled in with the fields of each form', async () => {
		sandbox.state.seedListings();
		sandbox.state.seedSubmissions();
		const { activities, choices, counters } = (await control('GET', '/feed')).body;
		expect(counters).toMatchObject({ listings: 4, submissions: 4 });
		const rows = (kind: string) => activities.filter((row: { kind: string }) => row.kind === kind);
		expect(rows('listing')).toContainEqual(
			expect.objectContaining({
				text: 'Pier house: 890,000, 5 rooms',
				editable: true,
				fields: expect.objectContaining({ name: 'Pier house', price: 890_000, owner: DEMO.users.ben }),
			}),
		);
		expect(rows('submission')).toContainEqual(
			expect.objectContaining({
				contact: 'Ada Byron',
				text: 'Buyer inquiry: Ada, Byron, ada.byron@example.com, +12125550141, 450000, Buying,Investing, Is the loft still there?',
				editable: false,
			}),
		);
		expect(choices.filled.map(({ name }: { name: string }) => name)).toEqual([
			'Buyer inquiry (form)',
			'Home valuation (form)',
			'After the viewing (survey)',
		]);
		const survey = choices.filled[2];
		expect(survey.fields.map(({ label, type }: Record<string, string>) => `${label}: ${type}`)).toEqual([
			'Email: text',
			'Preferred Contact: choice',
			'LinkedIn: text',
			'Instagram: text',
			'I accept the terms and conditions: check',
		]);
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

	test('tells every value that n8n asks for, to itself only', async () => {
		const { values } = (await control('GET', '/values')).body;
		expect(
			Object.fromEntries(values.map(({ label, value }: Record<string, string>) => [label, value])),
		).toEqual({
			'Base URL': sandbox.url,
			Token: DEMO.token,
			'Location ID': locationId,
			'Sign-in Page': 'Own',
			'Client ID': DEMO.app.clientId,
			'Client Secret': DEMO.app.clientSecret,
			'Public Key': sandbox.webhooks.publicKey,
		});
		const headers = { Origin: 'https://elsewhere.example' };
		expect((await fetch(`${sandbox.url}/__sandbox/values`, { headers })).status).toBe(403);
	});
});

describe('the forms of the page', () => {
	const formsOf = async () => {
		const html = await (await fetch(`${sandbox.url}/`)).text();
		const forms = html.matchAll(/<form id="(\w+-form)">([^]*?)<\/form>/g);
		return new Map([...forms].map(([, id = '', markup = '']) => [id, markup]));
	};

	test('have a label for each field', async () => {
		for (const markup of (await formsOf()).values()) {
			expect(markup.replace(/<label[^]*?<\/label\s*>/g, '')).not.toContain('name="');
		}
	});

	test.each([
		['contact-form', 'contacts'],
		['note-form', 'contacts/contactId/notes'],
		['task-form', 'contacts/contactId/tasks'],
		['opportunity-form', 'opportunities'],
		['appointment-form', 'calendars/events/appointments'],
	])('ask for nothing that HighLevel does not take: %s', async (id, path) => {
		const markup = (await formsOf()).get(id) ?? '';
		const names = [...markup.matchAll(/name="(\w+)"/g)].map(([, name = '']) => name);
		expect(names.length).toBeGreaterThan(2);
		// A contact in the path is none of the body, and the reason of a loss goes with the status.
		const apart = path.includes('contactId') ? ['contactId'] : ['lostReasonId'];
		const sent = names.filter((name) => !apart.includes(name));
		const body = Object.fromEntries(sent.map((name) => [name, {}]));
		const answer = await call(sandbox, 'POST', `/__sandbox/manual/${path}`, body, {
			...{ token: null, version: null },
		});
		expect(answer.status).toBe(422);
		const { fields } = answer.body as { fields: Array<{ field: string; text: string }> };
		expect(fields.filter(({ text }) => text.includes('does not take this field'))).toEqual([]);
	});
});
