import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refresh } from './oauth/support';
import { call, create, DEMO, locationId, search, sleep, start } from './support';

let folder: string;
let stateFile: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'));
	stateFile = join(folder, 'state.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('everything is there again after a restart, and ids go on where they stopped', async () => {
	const first = await start({ stateFile });
	const id = await create(first, { email: 'a@x.example', tags: ['fresh'] });
	await call(first, 'POST', `/contacts/${id}/notes`, { body: 'remember' });
	first.state.updateContact(id, { additionalEmails: ['b@x.example'] });
	await first.close();

	const second = await start({ stateFile });
	try {
		expect(await search(second, {})).toEqual([id]);
		expect((await call(second, 'GET', `/contacts/${id}/notes`)).body.notes).toHaveLength(1);
		const duplicate = await call(second, 'POST', '/contacts/', { locationId, email: 'b@x.example' });
		expect(duplicate.body.meta.contactId).toBe(id);
		expect(await create(second, {})).not.toBe(id);
		expect([...second.state.tags.values()].map(({ name }) => name)).toContain('fresh');
	} finally {
		await second.close();
	}
});

test('apps stay installed after a restart, and a refresh token works once all the same', async () => {
	const first = await start({ stateFile });
	const granted = first.oauth.grant({ userType: 'Location', locationId: DEMO.otherLocationId });
	await refresh(first, granted.refresh_token);
	const unused = first.oauth.grant({ userType: 'Location' });
	await first.close();

	const second = await start({ stateFile });
	try {
		expect(second.oauth.installs).toHaveLength(2);
		expect((await refresh(second, granted.refresh_token)).status).toBe(400);
		expect((await refresh(second, unused.refresh_token)).status).toBe(200);
		const { status } = await call(second, 'GET', `/locations/${locationId}`, undefined, {
			token: unused.access_token,
		});
		expect(status).toBe(200);
	} finally {
		await second.close();
	}
});

test('a file from before there were apps is read, and the apps of the seed are there', async () => {
	const first = await start({ stateFile });
	const id = await create(first, {});
	await first.close();
	const stored = JSON.parse(readFileSync(stateFile, 'utf8'));
	for (const name of ['apps', 'installs', 'codes', 'refreshTokens', 'appointments'])
		delete stored.records[name];
	writeFileSync(stateFile, JSON.stringify(stored));

	const second = await start({ stateFile });
	expect(second.state.contacts.has(id)).toBe(true);
	expect(second.oauth.app.clientId).toBe(DEMO.app.clientId);
	expect(second.oauth.installs).toHaveLength(1);
	await second.close();
});

test('is written while the sandbox runs, not only at its end', async () => {
	const sandbox = await start({ stateFile });
	try {
		await create(sandbox, {});
		for (let waited = 0; !existsSync(stateFile) && waited < 5000; waited += 50) await sleep(50);
		expect(existsSync(stateFile)).toBe(true);
	} finally {
		await sandbox.close();
	}
});

test('keeps the setting for duplicates, unless the start names another', async () => {
	const first = await start({ stateFile });
	first.configure({ allowDuplicateContact: true });
	await first.close();
	const allowed = async (options: object) => {
		const sandbox = await start({ stateFile, ...options });
		const { body } = await call(sandbox, 'GET', `/locations/${DEMO.locationId}`);
		await sandbox.close();
		return body.location.settings.allowDuplicateContact;
	};
	expect(await allowed({})).toBe(true);
	expect(await allowed({ allowDuplicateContact: false })).toBe(false);
});

test('keeps where webhooks go and the other settings, unless the start names others', async () => {
	const first = await start({ stateFile });
	first.configure({ latencyMs: 1, webhooks: { url: 'http://127.0.0.1:1/hook', events: ['NoteCreate'] } });
	await first.close();
	const settings = async (options: object) => {
		const sandbox = await start({ stateFile, ...options });
		const { body } = await call(sandbox, 'GET', '/__sandbox/settings');
		await sandbox.close();
		return body;
	};
	const kept = { url: 'http://127.0.0.1:1/hook', events: ['NoteCreate'] };
	expect(await settings({})).toMatchObject({ latencyMs: 1, webhooks: kept });
	expect(await settings({ latencyMs: 0, webhooks: { url: null } })).toMatchObject({
		latencyMs: 0,
		webhooks: { ...kept, url: null },
	});
});

test('a file from before settings were kept is read', async () => {
	const first = await start({ stateFile });
	const id = await create(first, {});
	await first.close();
	const { settings: _, ...stored } = JSON.parse(readFileSync(stateFile, 'utf8'));
	writeFileSync(stateFile, JSON.stringify(stored));
	const second = await start({ stateFile });
	expect(second.state.contacts.has(id)).toBe(true);
	await second.close();
});

test.each([
	['not JSON', '{', /cannot be read/],
	['of another kind', '{"layout": 99}', /another layout/],
	['damaged', '{"layout": 1, "records": {}}', /cannot be read/],
])('a file that is %s stops the start with a reason', async (_case, content, reason) => {
	writeFileSync(stateFile, content);
	await expect(start({ stateFile })).rejects.toThrow(reason);
});
