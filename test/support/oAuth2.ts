import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox, RecordedRequest, TokenAnswer, UserType } from '../../sandbox/highLevel';
import type { OperationRun } from './highLevel';
import { chosen, DEMO } from './highLevel';
import type { NodeRun } from './running/runWorkflow';
import { runNode } from './running/runWorkflow';

/** A stored OAuth2 credential. Executions that share it share its tokens, and get the new ones that n8n stores. */
export interface StoredConnection {
	/** Its id in n8n. */
	id: string;
	credentials: { goHighLevelOAuth2Api: ICredentialDataDecryptedObject };
}

export interface Grant {
	/** A location unless told. */
	userType?: UserType;
	/** The demo location unless told. */
	locationId?: string;
	/** All of the demo app unless told. */
	scopes?: readonly string[];
}

let credentialCount = 0;

/** A credential as n8n has it after a person has clicked Connect, under an id that no other test uses. */
export function connect(
	sandbox: HighLevelSandbox,
	{ userType = 'Location', ...wanted }: Grant = {},
): StoredConnection {
	credentialCount += 1;
	const oauthTokenData = sandbox.oauth.grant({ userType, ...wanted });
	return {
		id: `oauth-${credentialCount}`,
		credentials: {
			goHighLevelOAuth2Api: {
				grantType: 'authorizationCode',
				authentication: 'body',
				clientId: DEMO.app.clientId,
				clientSecret: DEMO.app.clientSecret,
				accessTokenUrl: `${sandbox.url}/oauth/token`,
				baseUrl: sandbox.url,
				oauthTokenData: oauthTokenData as unknown as IDataObject,
			},
		} as StoredConnection['credentials'],
	};
}

/** Changes a stored credential, as a person does in its form. */
export function change(connection: StoredConnection, data: ICredentialDataDecryptedObject): StoredConnection {
	const { goHighLevelOAuth2Api: stored } = connection.credentials;
	connection.credentials.goHighLevelOAuth2Api = { ...stored, ...data };
	return connection;
}

/** The person clicks Reconnect: new tokens in the same credential. */
export function reconnect(
	sandbox: HighLevelSandbox,
	connection: StoredConnection,
	grant: Grant = {},
): StoredConnection {
	return change(connection, { oauthTokenData: tokensOf(connect(sandbox, grant)) as unknown as IDataObject });
}

/** The tokens that n8n has stored. */
export function tokensOf({ credentials }: StoredConnection): TokenAnswer {
	return credentials.goHighLevelOAuth2Api.oauthTokenData as unknown as TokenAnswer;
}

type OAuthRun = Omit<OperationRun, 'token' | 'locationId' | 'baseUrl'>;

/**
 * Runs one operation with a connection by OAuth2.
 *
 * @param id `resource.operation`
 */
export async function runOperationOAuth(
	connection: StoredConnection,
	id: string,
	{ parameters = {}, ...options }: OAuthRun = {},
): Promise<NodeRun> {
	return await runNode({
		...options,
		parameters: { authentication: 'oAuth2', ...chosen(id), ...parameters },
		credentials: connection.credentials,
		credentialId: connection.id,
	});
}

/** Runs one contact operation with a connection by OAuth2. */
export async function runContactOAuth(
	connection: StoredConnection,
	operation: string,
	options: OAuthRun = {},
): Promise<NodeRun> {
	return await runOperationOAuth(connection, `contact.${operation}`, options);
}

/** Requests other than those that n8n sends for a new token. */
export function apiRequests(sandbox: HighLevelSandbox, path: RegExp = /./): RecordedRequest[] {
	return sandbox.requests.filter((request) => !request.path.startsWith('/oauth/') && path.test(request.path));
}

/** Requests to the token endpoint and for tokens of locations. */
export function oAuthRequests(sandbox: HighLevelSandbox, path: RegExp = /./): RecordedRequest[] {
	return sandbox.requests.filter((request) => request.path.startsWith('/oauth/') && path.test(request.path));
}

/** Everything that must never be seen outside: of each token the signature too, which is its secret part. */
export function secretsOf(sandbox: HighLevelSandbox): string[] {
	const tokens = [...sandbox.state.tokens.keys(), ...sandbox.state.refreshTokens.keys()];
	const signatures = tokens.map((token) => token.split('.')[2]).filter((part) => part !== undefined);
	return [...tokens, ...signatures, DEMO.app.clientSecret];
}

let aheadMs = 0;
const realNow = Date.now;

/** Lets time pass for everything in this process: n8n, the node and the sandbox. */
export function later(ms: number): void {
	aheadMs += ms;
	Date.now = () => realNow() + aheadMs;
}

/** Back to the present. */
export function backToNow(): void {
	aheadMs = 0;
	Date.now = realNow;
}
