import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INodeProperties,
} from 'n8n-workflow';

import { GoHighLevelOAuth2Api } from '../../credentials/GoHighLevelOAuth2Api.credentials';
import { catalogue } from '../../nodes/GoHighLevel/actions';
import { scopesOf as neededBy } from '../../nodes/core/operation/request';
import { calendars } from '../../nodes/GoHighLevel/api/records/calendars';
import { customObjects } from '../../nodes/GoHighLevel/api/records/customObjects';
import { pipelines } from '../../nodes/GoHighLevel/api/records/pipelines';
import { users } from '../../nodes/GoHighLevel/api/records/users';
import { KINDS } from '../../nodes/GoHighLevel/events/poll/kinds';
import type { HighLevelSandbox } from '../../sandbox/highLevel';
import { APP_SCOPES, DEMO } from '../../sandbox/highLevel';
import {
	hasSpecification,
	sayThatSpecificationIsMissing,
	specifiedForNode,
} from '../contract/highLevel/specification';
import publicNames from '../contract/publicNames.json';
import { startSandbox } from '../support/highLevel';
import { runContactOAuth } from '../support/oAuth2';
import { people, PERSON, storedEmails } from '../support/sandboxRuns';
import { resolveCredential } from './resolveCredential';

/** Client id and secret come from n8n's own `oAuth2Api`, which the credential extends. */
const INHERITED: INodeProperties[] = ['clientId', 'clientSecret'].map((name) => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
}));

const { properties } = new GoHighLevelOAuth2Api();

async function resolved(stored: IDataObject = {}): Promise<ICredentialDataDecryptedObject> {
	const type = {
		...new GoHighLevelOAuth2Api(),
		properties: [...INHERITED, ...properties],
	} as ICredentialType;
	return await resolveCredential(type, { clientId: DEMO.app.clientId, ...stored });
}

const scopesOf = async (stored: IDataObject) => String((await resolved(stored)).scope).split(' ');

describe('the page on which HighLevel asks for consent', () => {
	test.each<[string, IDataObject, string]>([
		['is the standard one unless chosen otherwise', {}, 'https://marketplace.gohighlevel.com'],
		['is the standard one', { signInPage: 'standard' }, 'https://marketplace.gohighlevel.com'],
		['is the white-label one', { signInPage: 'whiteLabel' }, 'https://marketplace.leadconnectorhq.com'],
		[
			"is on one's own domain",
			{ signInPage: 'own', ownSignInAddress: 'https://marketplace.example.com' },
			'https://marketplace.example.com',
		],
		[
			"is on one's own domain, with a slash at the end",
			{ signInPage: 'own', ownSignInAddress: 'https://marketplace.example.com/' },
			'https://marketplace.example.com',
		],
		[
			'is at the Base URL when no own address is given',
			{ signInPage: 'own', baseUrl: 'http://127.0.0.1:4010/' },
			'http://127.0.0.1:4010',
		],
		[
			'is at the Base URL when the own address is empty',
			{ signInPage: 'own', ownSignInAddress: '', baseUrl: 'http://127.0.0.1:4010' },
			'http://127.0.0.1:4010',
		],
		[
			'is the standard one when an own address is left over',
			{ signInPage: 'standard', ownSignInAddress: 'https://marketplace.example.com' },
			'https://marketplace.gohighlevel.com',
		],
		[
			'does not follow the Base URL unless asked to',
			{ signInPage: 'whiteLabel', baseUrl: 'http://127.0.0.1:4010' },
			'https://marketplace.leadconnectorhq.com',
		],
	])('%s', async (_, stored, host) => {
		expect((await resolved(stored)).authUrl).toBe(`${host}/v2/oauth/chooselocation`);
	});

	test.each([
		['of a client id', DEMO.app.clientId, `version_id=${DEMO.app.id}`],
		['of a client id without a dash', 'abc', 'version_id=abc'],
		['before a client id is entered', '', 'version_id='],
	])('gets the version id %s, without which private apps are not found', async (_, clientId, query) => {
		expect((await resolved({ clientId })).authQueryParameters).toBe(query);
	});
});

test.each([
	['HighLevel', {}, 'https://services.leadconnectorhq.com/oauth/token'],
	['the Base URL', { baseUrl: 'http://127.0.0.1:4010' }, 'http://127.0.0.1:4010/oauth/token'],
	['a Base URL with a slash', { baseUrl: 'http://127.0.0.1:4010/' }, 'http://127.0.0.1:4010/oauth/token'],
	[
		'a proxy with a path',
		{ baseUrl: 'https://proxy.example/ghl//' },
		'https://proxy.example/ghl/oauth/token',
	],
])('tokens are asked for at %s', async (_, stored, url) => {
	expect((await resolved(stored)).accessTokenUrl).toBe(url);
});

test('client id and secret go in the body, as HighLevel wants it', async () => {
	expect(await resolved()).toMatchObject({ grantType: 'authorizationCode', authentication: 'body' });
});

test('what n8n computes is not shown in the form', () => {
	for (const name of [
		'authUrl',
		'accessTokenUrl',
		'authQueryParameters',
		'authentication',
		'grantType',
		'scope',
	]) {
		expect(properties.find((property) => property.name === name)).toMatchObject({ type: 'hidden' });
	}
});

describe('the scopes that HighLevel is asked for', () => {
	/** As it is stored in the list of public names, to which a new one is added on purpose. */
	const stored = publicNames['credentials']['goHighLevelOAuth2Api']
		.flatMap((name) => /^enabledScopes is "(.*)"$/.exec(name)?.[1] ?? [])
		.filter((scope) => !/^(oauth|recurring-tasks)\.|^locations\.write$/.test(scope));
	const READ_ONLY = stored.filter((scope) => scope.endsWith('.readonly'));
	const READ_AND_WRITE = [...READ_ONLY, ...stored.filter((scope) => scope.endsWith('.write'))];
	const AGENCY = ['oauth.readonly', 'oauth.write'];

	test.each<[string, IDataObject, string[]]>([
		['by default', {}, READ_AND_WRITE],
		['for Read Only', { access: 'readOnly' }, READ_ONLY],
		['for Read and Write', { access: 'readWrite' }, READ_AND_WRITE],
		['for Read Only of a whole agency', { access: 'readOnly', agency: true }, [...READ_ONLY, ...AGENCY]],
		[
			'for Read and Write of a whole agency',
			{ access: 'readWrite', agency: true },
			[...READ_AND_WRITE, ...AGENCY],
		],
		[
			'for Custom',
			{ access: 'custom', enabledScopes: ['contacts.write', 'users.readonly'] },
			['contacts.write', 'users.readonly'],
		],
		[
			'for Custom of a whole agency',
			{ access: 'custom', enabledScopes: ['contacts.write', ...AGENCY] },
			['contacts.write', ...AGENCY],
		],
		[
			'for Custom, where Whole Agency is left over from another choice',
			{ access: 'custom', agency: true, enabledScopes: ['contacts.write'] },
			['contacts.write'],
		],
		['for Custom before one is chosen', { access: 'custom' }, ['contacts.readonly']],
		[
			'for Read Only, where single scopes are left over from another choice',
			{ access: 'readOnly', enabledScopes: ['contacts.write'] },
			READ_ONLY,
		],
	])('%s', async (_, stored, scopes) => {
		expect(await scopesOf(stored)).toEqual(scopes);
	});

	test('Read Only asks for nothing that changes anything', async () => {
		expect((await scopesOf({ access: 'readOnly' })).filter((scope) => !scope.endsWith('.readonly'))).toEqual(
			[],
		);
	});

	const operations = Object.entries(catalogue).flatMap(([resource, { operations: own }]) =>
		Object.entries(own).map(([name, operation]) => ({
			id: `${resource}.${name}`,
			scopes: neededBy(operation),
		})),
	);

	/** Public apps ask for them; the specification does not have them. They can be picked one by one. */
	const ON_REQUEST = ['locations.write', 'recurring-tasks.readonly', 'recurring-tasks.write'];
	/** A call of any endpoint: what it needs is not known beforehand. */
	const UNKNOWN = ['customApiCall.request'];
	/** What a token may do, and how much it is used, is told of any token. */
	const OF_ANY_TOKEN = ['account.checkAccess', 'account.getApiUsage'];
	const specified = operations.filter(
		({ id, scopes }) =>
			![...UNKNOWN, ...OF_ANY_TOKEN].includes(id) && !scopes.some((scope) => ON_REQUEST.includes(scope)),
	);

	test.each(specified)('suffice for $id', async ({ scopes }) => {
		expect(scopes.length).toBeGreaterThan(0);
		expect(await scopesOf({ access: 'readWrite' })).toEqual(expect.arrayContaining(scopes));
	});

	const polled = KINDS.flatMap(({ events }) => events);

	test.each(polled)('suffice to poll for $name', async ({ requests }) => {
		const scopes = neededBy({ requests });
		expect(scopes.length).toBeGreaterThan(0);
		expect(await scopesOf({ access: 'readOnly' })).toEqual(expect.arrayContaining(scopes));
	});

	test('suffice for each list of the editor', async () => {
		const lists = [
			'businesses.readonly',
			'campaigns.readonly',
			'contacts.readonly',
			'locations/customFields.readonly',
			'workflows.readonly',
			...neededBy({ requests: [users.page, calendars.list, customObjects.listOwn, pipelines.list] }),
		];
		expect(await scopesOf({ access: 'readOnly' })).toEqual(expect.arrayContaining(lists));
		expect(await scopesOf({ access: 'readOnly', agency: true })).toContain('oauth.readonly');
	});

	const choices = (properties.find(({ name }) => name === 'enabledScopes')?.options ?? []) as Array<{
		value: string;
	}>;

	test('can be picked one by one, each of them, in the order of the alphabet', async () => {
		const offered = choices.map(({ value }) => value);
		expect(offered).toEqual([...offered].sort());
		expect(new Set(offered)).toEqual(
			new Set([...(await scopesOf({ access: 'readWrite', agency: true })), ...ON_REQUEST]),
		);
	});

	test('are all known to the sandbox', () => {
		expect(choices.map(({ value }) => value).filter((scope) => !APP_SCOPES.includes(scope))).toEqual([]);
	});

	test('are all known to the specification', () => {
		if (!hasSpecification) return sayThatSpecificationIsMissing();
		const known = new Set([...specifiedForNode().flatMap(({ scopes }) => scopes), ...ON_REQUEST]);
		expect(choices.map(({ value }) => value).filter((scope) => !known.has(scope))).toEqual([]);
	});
});

describe('connected as n8n does it', () => {
	let sandbox: HighLevelSandbox;
	beforeAll(async () => (sandbox = await startSandbox()));
	afterAll(async () => await sandbox.close());

	test('the consent page knows the app and the scopes, and the first run works and can refresh', async () => {
		const redirectUri = 'http://localhost:5678/rest/oauth2-credential/callback';
		sandbox.oauth.addRedirectUri(redirectUri);
		const credential = await resolved({
			clientSecret: DEMO.app.clientSecret,
			signInPage: 'own',
			baseUrl: sandbox.url,
			access: 'readWrite',
			agency: true,
		});
		const consent = new URL(String(credential.authUrl));
		consent.search = new URLSearchParams({
			client_id: String(credential.clientId),
			redirect_uri: redirectUri,
			response_type: 'code',
			state: 'state-1',
			scope: String(credential.scope),
			...Object.fromEntries(new URLSearchParams(String(credential.authQueryParameters))),
		}).toString();
		const page = await fetch(consent);
		const html = await page.text();
		expect(page.status).toBe(200);
		for (const scope of String(credential.scope).split(' ')) expect(html).toContain(scope);

		const oauthTokenData = sandbox.oauth.grant({
			userType: 'Location',
			scopes: String(credential.scope).split(' '),
		}) as unknown as IDataObject;
		sandbox.oauth.expireAccessTokens();
		const connection = {
			id: 'resolved',
			credentials: { goHighLevelOAuth2Api: { ...credential, oauthTokenData } },
		};
		const run = await runContactOAuth(connection, 'create', { items: people(1), parameters: PERSON });
		expect(run.error).toBeUndefined();
		expect(storedEmails(sandbox)).toEqual(['person0@example.com']);
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1 });
	});
});
