import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import type { StoredConnection } from '../../../support/oAuth2';
import {
	apiRequests,
	backToNow,
	change,
	connect,
	later,
	oAuthRequests,
	reconnect,
	runContactOAuth,
	secretsOf,
	tokensOf,
} from '../../../support/oAuth2';
import { people, PERSON, textOf } from '../../../support/sandboxRuns';

pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

const CREATE = { items: people(30), parameters: PERSON };

/** Another program refreshes with the token that n8n has stored. */
async function useElsewhere(connection: StoredConnection): Promise<void> {
	const answer = await fetch(`${sandbox.url}/oauth/token`, {
		method: 'POST',
		body: new URLSearchParams({
			client_id: DEMO.app.clientId,
			client_secret: DEMO.app.clientSecret,
			grant_type: 'refresh_token',
			refresh_token: tokensOf(connection).refresh_token,
		}),
	});
	expect(answer.status).toBe(200);
	sandbox.oauth.expireAccessTokens();
	sandbox.requests.length = 0;
}

interface Trouble {
	make: (connection: StoredConnection) => Promise<void> | void;
	message: string;
	remedy: string;
}

const TROUBLES: Array<[string, Trouble]> = [
	[
		'a token that another program has used up',
		{
			make: useElsewhere,
			message: 'The HighLevel credential has to be connected again: Invalid grant: refresh token is invalid',
			remedy: 'Open the credential and click Reconnect.',
		},
	],
	[
		'an app that was removed from the location',
		{
			make: () => sandbox.oauth.uninstall({ locationId: DEMO.locationId }),
			message: 'The HighLevel credential has to be connected again: Invalid grant',
			remedy: 'The app may have been removed from the location',
		},
	],
	[
		'a paused location',
		{
			make: () => {
				sandbox.oauth.expireAccessTokens();
				sandbox.oauth.pause(DEMO.locationId);
			},
			message: 'HighLevel gives no new token: Location is not active',
			remedy: 'Activate it in HighLevel; the connection works again then, without connecting anew.',
		},
	],
	[
		'a client secret that is not valid any more',
		{
			make: (connection) => {
				sandbox.oauth.expireAccessTokens();
				change(connection, { clientSecret: '99999999-8888-4777-8666-555555555555' });
			},
			message: 'HighLevel gives no new token: Invalid client credentials!',
			remedy: 'Enter Client ID and Client Secret in the credential again',
		},
	],
	[
		'a login page in front of HighLevel',
		{
			make: () => {
				sandbox.oauth.expireAccessTokens();
				sandbox.faults.add({ kind: 'htmlError', status: 200, path: '^/oauth/token' });
			},
			message: 'HighLevel gives no new token: the answer does not come from HighLevel',
			remedy: 'Check the Base URL in the credential',
		},
	],
];

describe.each(TROUBLES)('no new token because of %s', (_, { make, message, remedy }) => {
	test('is told as what it is, with what to do', async () => {
		const connection = connect(sandbox);
		await make(connection);
		const run = await runContactOAuth(connection, 'create', CREATE);

		expect(run.error?.message).toContain(message);
		expect(run.error?.description).toContain(remedy);
	});

	test('is asked for once by 30 items', async () => {
		const connection = connect(sandbox);
		await make(connection);
		const run = await runContactOAuth(connection, 'create', { ...CREATE, onError: 'continueErrorOutput' });

		expect(run.errorItems.map(({ json }) => String(json.error))).toEqual(
			Array.from({ length: 30 }, () => expect.stringContaining(message)),
		);
		expect(oAuthRequests(sandbox)).toHaveLength(1);
		expect(apiRequests(sandbox).length).toBeLessThanOrEqual(31);
	});

	test('leaves no token and no secret in what n8n stores', async () => {
		const connection = connect(sandbox);
		const secrets = secretsOf(sandbox);
		await make(connection);
		secrets.push(...secretsOf(sandbox), String(connection.credentials.goHighLevelOAuth2Api.clientSecret));
		const failed = await runContactOAuth(connection, 'create', CREATE);
		later(11_000);
		const continued = await runContactOAuth(connection, 'create', {
			...CREATE,
			onError: 'continueErrorOutput',
		});

		expect(failed.error).toBeDefined();
		expect(continued.errorItems).toHaveLength(30);
		for (const { stored } of [failed, continued]) {
			for (const secret of secrets) expect(stored).not.toContain(secret);
			expect(stored).not.toMatch(/Bearer|client_secret|refresh_token/);
		}
	});
});

test('a credential that was connected again works at once', async () => {
	const connection = connect(sandbox);
	await useElsewhere(connection);
	expect(textOf(await runContactOAuth(connection, 'create', CREATE))).toContain('connected again');
	const run = await runContactOAuth(reconnect(sandbox, connection), 'create', CREATE);

	expect(run.items).toHaveLength(30);
});

test('a location that is active again works without being connected again', async () => {
	const connection = connect(sandbox);
	const { refresh_token: before } = tokensOf(connection);
	sandbox.oauth.expireAccessTokens();
	sandbox.oauth.pause(DEMO.locationId);
	expect(textOf(await runContactOAuth(connection, 'create', CREATE))).toContain('not active');
	expect(tokensOf(connection).refresh_token).toBe(before);
	sandbox.oauth.unpause(DEMO.locationId);
	later(11_000);
	const run = await runContactOAuth(connection, 'create', CREATE);

	expect(run.items).toHaveLength(30);
	expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
});

test('a connection that HighLevel gave no refresh token for says so when it has expired', async () => {
	const connection = connect(sandbox);
	const { refresh_token: _, ...withoutRefreshToken } = tokensOf(connection);
	change(connection, { oauthTokenData: withoutRefreshToken as unknown as IDataObject });
	sandbox.oauth.expireAccessTokens();
	const run = await runContactOAuth(connection, 'create', CREATE);

	expect(run.error?.message).toContain(
		'n8n could not use the HighLevel credential: OAuth access token expired',
	);
	expect(run.error?.description).toContain('click Reconnect');
	expect(oAuthRequests(sandbox)).toEqual([]);
});
