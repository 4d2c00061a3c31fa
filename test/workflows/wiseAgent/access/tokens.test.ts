import { pace } from '../../../support/pace';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { DEMO, SCOPES } from '../../../../sandbox/wiseAgent';
import {
	connectWiseAgent,
	fails,
	requestsOfType,
	runWiseAgent,
	startWiseAgent,
	succeeds,
	tokensOf,
} from '../../../support/wiseAgent';
import { person } from '../contact/people';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: WiseAgentSandbox;
beforeEach(async () => (sandbox = await startWiseAgent()));
afterEach(async () => await sandbox.close());

const people = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ email: `person${index}@example.com` }));
const PERSON = person({ CEmail: '={{ $json.email }}' });

test('20 items that find the token expired spend one refresh token, and each contact is created once', async () => {
	const connection = connectWiseAgent(sandbox);
	const before = { ...tokensOf(connection) };
	sandbox.oauth.expireAccessTokens();
	const created = await succeeds(sandbox, 'contact.upsert', {
		items: people(20),
		parameters: PERSON,
		connection,
	});

	expect(created).toHaveLength(20);
	expect(sandbox.state.contacts.size).toBe(20);
	expect(sandbox.oauth.counts).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
	const after = tokensOf(connection);
	expect(after.access_token).not.toBe(before.access_token);
	expect(after.refresh_token).not.toBe(before.refresh_token);
});

test('the next execution uses the new token, and so on, day after day: the rotation is kept', async () => {
	const connection = connectWiseAgent(sandbox);
	for (let day = 1; day <= 4; day++) {
		sandbox.oauth.expireAccessTokens();
		// A token that was renewed a moment ago is trusted; a day later it is not.
		const now = Date.now;
		Date.now = () => now() + day * 86_400_000;
		await succeeds(sandbox, 'contact.count', { parameters: {}, connection });
		Date.now = now;
		expect(sandbox.oauth.counts).toMatchObject({ refreshes: day, refusedRefreshes: 0 });
	}
});

test('a token that expires in the middle of a run costs one refresh and no contact', async () => {
	const connection = connectWiseAgent(sandbox);
	sandbox.configure({ latencyMs: 5 });
	const expiry = setInterval(() => {
		if (sandbox.state.contacts.size < 30) return;
		clearInterval(expiry);
		sandbox.oauth.expireAccessTokens();
	}, 2);
	const run = await runWiseAgent(sandbox, 'contact.upsert', {
		items: people(100),
		parameters: PERSON,
		connection,
	});
	clearInterval(expiry);

	expect(run.error).toBeUndefined();
	expect(run.items).toHaveLength(100);
	expect(sandbox.state.contacts.size).toBe(100);
	expect(requestsOfType(sandbox).filter(({ status }) => status === 401).length).toBeGreaterThan(0);
	expect(sandbox.oauth.counts).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
});

test('two executions at once on one credential spend one refresh token between them', async () => {
	const connection = connectWiseAgent(sandbox);
	sandbox.oauth.expireAccessTokens();
	const run = async (from: number) =>
		await succeeds(sandbox, 'contact.upsert', {
			items: people(40).slice(from, from + 20),
			parameters: PERSON,
			connection,
		});
	await Promise.all([run(0), run(20)]);

	expect(sandbox.state.contacts.size).toBe(40);
	expect(sandbox.oauth.counts).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
});

test('a connection that was ended in Wise Agent has to be made anew, and it says so', async () => {
	const connection = connectWiseAgent(sandbox);
	sandbox.oauth.disconnect();
	const { message, description } = await fails(sandbox, 'contact.count', { parameters: {}, connection });

	expect(message).toMatch(/needs to be reconnected|has to be connected again/);
	expect(description).toContain('Reconnect');
});

test('a refresh token that another program has used is told as such', async () => {
	const connection = connectWiseAgent(sandbox);
	const other = structuredClone(connection);
	sandbox.oauth.expireAccessTokens();
	await succeeds(sandbox, 'contact.count', { parameters: {}, connection: { ...other, id: 'another' } });
	sandbox.oauth.expireAccessTokens();
	const { description } = await fails(sandbox, 'contact.count', { parameters: {}, connection });

	expect(description).toContain('used by another program or credential');
});

test('a scope that is refused spends no refresh token, whatever the status', async () => {
	for (const missingScopeStatus of [200, 401, 403] as const) {
		sandbox.configure({ missingScopeStatus });
		const connection = connectWiseAgent(sandbox, { scopes: SCOPES.filter((scope) => scope !== 'team') });
		const { message, description, details } = await fails(sandbox, 'task.getAll', {
			parameters: { returnAll: true },
			connection,
		});
		expect(message).toContain('Wise Agent refused this operation');
		expect(description).toContain('lacks the scope team');
		expect(details.scopes).toEqual(['team']);
	}
	expect(sandbox.oauth.counts.refreshes).toBe(0);
});

test.each([200, 401, 403] as const)('"permission denied" with status %d is no success', async (status) => {
	sandbox.configure({ permissionDeniedStatus: status });
	const connection = connectWiseAgent(sandbox);
	// A proxy that takes the header away has this effect; here, the token is one that no bearer can be made of.
	Object.assign(tokensOf(connection), { access_token: 'two words', refresh_token: 'unknown' });
	const { message } = await fails(sandbox, 'contact.count', { parameters: {}, connection });
	expect(message).toMatch(/Wise Agent refused access: permission denied|reconnect|connected again/);
});

test('a credential that was never connected is told before anything is sent', async () => {
	const connection = connectWiseAgent(sandbox);
	delete connection.credentials.wiseAgentOAuth2Api.oauthTokenData;
	const { message } = await fails(sandbox, 'contact.count', { parameters: {}, connection });

	expect(message).toBe('The Wise Agent credential is not connected yet');
	expect(sandbox.requests).toEqual([]);
});

test('a client without a secret renews its token as well', async () => {
	const { publicApp } = DEMO;
	const connection = connectWiseAgent(sandbox, { clientId: publicApp.clientId });
	Object.assign(connection.credentials.wiseAgentOAuth2Api, {
		clientId: publicApp.clientId,
		clientSecret: '',
	});
	sandbox.configure({ refreshNeedsClient: true });
	sandbox.oauth.expireAccessTokens();
	await succeeds(sandbox, 'contact.count', { parameters: {}, connection });
	expect(sandbox.oauth.counts.refreshes).toBe(1);
});
