import { createHash, randomBytes } from 'node:crypto';

import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INodeProperties,
} from 'n8n-workflow';

import { WiseAgentOAuth2Api } from '../../credentials/WiseAgentOAuth2Api.credentials';
import { catalogue } from '../../nodes/WiseAgent/actions';
import { scopesOf } from '../../nodes/core/operation/request';
import type { WiseAgentSandbox } from '../../sandbox/wiseAgent';
import { DEMO, SCOPES } from '../../sandbox/wiseAgent';
import { connectWiseAgent, startWiseAgent, succeeds } from '../support/wiseAgent';
import { resolveCredential } from './resolveCredential';
import { testCredential } from './testCredential';

/** The client id comes from n8n's own `oAuth2Api`, which the credential extends. */
const INHERITED: INodeProperties[] = [
	{ displayName: 'Client ID', name: 'clientId', type: 'string', default: '' },
];

const credentialType = new WiseAgentOAuth2Api();
const { properties } = credentialType;

async function resolved(stored: IDataObject = {}): Promise<ICredentialDataDecryptedObject> {
	const type = { ...credentialType, properties: [...INHERITED, ...properties] } as ICredentialType;
	return await resolveCredential(type, { clientId: DEMO.app.clientId, ...stored });
}

describe('the sign-in page and the address of tokens', () => {
	test.each<[string, IDataObject, string]>([
		['are at the standard host unless chosen otherwise', {}, 'https://sync.thewiseagent.com'],
		['are at the newer host', { signInHost: 'newer' }, 'https://sync.wiseagent.com'],
		[
			'are at an own host, with a slash at the end or without',
			{ signInHost: 'own', ownSignInAddress: 'https://proxy.example/' },
			'https://proxy.example',
		],
		[
			'are at the Base URL when no own address is given',
			{ signInHost: 'own', baseUrl: 'http://127.0.0.1:4020/' },
			'http://127.0.0.1:4020',
		],
		[
			'do not follow the Base URL unless asked to',
			{ signInHost: 'standard', baseUrl: 'http://127.0.0.1:4020', ownSignInAddress: 'https://x.example' },
			'https://sync.thewiseagent.com',
		],
	])('%s', async (_, stored, host) => {
		expect(await resolved(stored)).toMatchObject({
			authUrl: `${host}/WiseAuth/auth`,
			accessTokenUrl: `${host}/WiseAuth/token`,
		});
	});

	test('ask with PKCE, and send client id and secret in the body', async () => {
		expect(await resolved()).toMatchObject({ grantType: 'pkce', authentication: 'body' });
	});

	test('a client without a secret can be entered', () => {
		expect(properties.find(({ name }) => name === 'clientSecret')).not.toHaveProperty('required');
	});
});

describe('the scopes', () => {
	test('are what is ticked, and profile, team and contacts when nothing is', async () => {
		expect((await resolved()).scope).toBe('profile team contacts');
		expect((await resolved({ enabledScopes: ['contacts', 'calendar'] })).scope).toBe('contacts calendar');
		expect((await resolved({ enabledScopes: [] })).scope).toBe('profile team contacts');
	});

	test('can all be ticked, and every operation finds its own among them', () => {
		const options = (properties.find(({ name }) => name === 'enabledScopes')?.options ?? []) as Array<{
			value: string;
		}>;
		const offered = options.map(({ value }) => value);
		expect([...offered].sort()).toEqual([...SCOPES].sort());
		for (const { operations } of Object.values(catalogue)) {
			for (const operation of Object.values(operations)) {
				const scopes = scopesOf(operation);
				expect(scopes.filter((scope) => !offered.includes(scope))).toEqual([]);
			}
		}
	});
});

test('what n8n computes is not shown in the form', () => {
	for (const name of ['authUrl', 'accessTokenUrl', 'authentication', 'grantType', 'scope']) {
		expect(properties.find((property) => property.name === name)).toMatchObject({ type: 'hidden' });
	}
});

describe('against the sandbox', () => {
	let sandbox: WiseAgentSandbox;
	beforeAll(async () => (sandbox = await startWiseAgent()));
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());

	test('the consent page knows the app and the scopes, and the first run works and can refresh', async () => {
		const credential = await resolved({
			...{ clientSecret: DEMO.app.clientSecret, signInHost: 'own', baseUrl: sandbox.url },
			enabledScopes: ['profile', 'contacts'],
		});
		const verifier = randomBytes(32).toString('base64url');
		const consent = new URL(String(credential.authUrl));
		consent.search = new URLSearchParams({
			client_id: String(credential.clientId),
			redirect_uri: 'http://localhost:5678/rest/oauth2-credential/callback',
			response_type: 'code',
			state: 'state-1',
			scope: String(credential.scope),
			code_challenge: createHash('sha256').update(verifier).digest('base64url'),
			code_challenge_method: 'S256',
		}).toString();
		const page = await fetch(consent);
		const html = await page.text();
		expect(page.status).toBe(200);
		for (const scope of ['profile', 'contacts']) expect(html).toContain(scope);

		const oauthTokenData = sandbox.oauth.grant({ scopes: ['profile', 'contacts'] }) as unknown as IDataObject;
		sandbox.oauth.expireAccessTokens();
		const connection = {
			id: 'resolved',
			credentials: { wiseAgentOAuth2Api: { ...credential, oauthTokenData } },
		};
		const [user] = await succeeds(sandbox, 'user.get', { connection });
		expect(user).toEqual(DEMO.user);
		expect(sandbox.oauth.counts.refreshes).toBe(1);
	});

	const verdict = async (scopes?: readonly string[], data: IDataObject = {}) => {
		const { credentials } = connectWiseAgent(sandbox, { scopes });
		return await testCredential(credentialType, {
			...credentials.wiseAgentOAuth2Api,
			...data,
		} as ICredentialDataDecryptedObject);
	};

	test('the test asks who is connected', async () => {
		expect(await verdict()).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(sandbox.requests.map(({ requestType }) => requestType)).toEqual(['getUser']);
	});

	test.each([200, 403] as const)(
		'the test tells a lacking scope, with status %d',
		async (missingScopeStatus) => {
			sandbox.configure({ missingScopeStatus });
			expect((await verdict(['contacts'])).status).toBe('Error');
			sandbox.configure({ missingScopeStatus: 403 });
		},
	);

	test('the test tells that no connection is there any more', async () => {
		const expired = { oauthTokenData: { access_token: 'gone', refresh_token: 'gone' } };
		expect((await verdict(undefined, expired)).status).toBe('Error');
	});
});
