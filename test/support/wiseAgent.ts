import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { pace } from './pace';
import type {
	RecordedRequest,
	TokenAnswer,
	WiseAgentSandbox,
	WiseAgentSandboxOptions,
} from '../../sandbox/wiseAgent';
import { DEMO, startWiseAgentSandbox } from '../../sandbox/wiseAgent';
import { byId, chosen } from './highLevel';
import type { NodeRun, RunOptions } from './running/runWorkflow';
import { runNode } from './running/runWorkflow';
import { detailsOf } from './sandboxRuns';

export { byId, DEMO };

/** An id in the shape of Wise Agent's that nothing has. */
export const UNKNOWN = '987654321';

// Tests send more requests at once than people do; the pacing itself has tests of its own.
pace({ rateLimit: { max: 100_000 } }, 'Wise Agent');

/** A stored credential. Executions that share it share its tokens, and get the new ones that n8n stores. */
export interface WiseAgentConnection {
	/** Its id in n8n. */
	id: string;
	credentials: { wiseAgentOAuth2Api: ICredentialDataDecryptedObject };
}

export interface WiseAgentRun extends Partial<Omit<RunOptions, 'parameters' | 'credentials' | 'node'>> {
	/** Parameters besides resource and operation. */
	parameters?: IDataObject;
	/** A token that never expires and may do everything, unless told. */
	connection?: WiseAgentConnection;
	baseUrl?: string;
}

/** A sandbox of its own for a test file: an account without contacts unless told. */
export async function startWiseAgent(options: WiseAgentSandboxOptions = {}): Promise<WiseAgentSandbox> {
	return await startWiseAgentSandbox({ quiet: true, empty: true, ...options });
}

let credentialCount = 0;

/** A credential as n8n has it after a person has clicked Connect, under an id that no other test uses. */
export function connectWiseAgent(
	sandbox: WiseAgentSandbox,
	{ scopes, clientId }: { scopes?: readonly string[]; clientId?: string } = {},
): WiseAgentConnection {
	const tokens = sandbox.oauth.grant({ scopes, clientId });
	return storedAs(sandbox, {
		...(tokens as unknown as IDataObject),
		// n8n keeps what stood in the address to which the person was sent back.
		...(scopes ? { callbackQueryString: { scope: scopes.join(' ') } } : {}),
	});
}

/** A credential with these tokens, under an id that no other test uses. */
export function storedAs(sandbox: WiseAgentSandbox, oauthTokenData: IDataObject): WiseAgentConnection {
	credentialCount += 1;
	return {
		id: `wise-agent-${credentialCount}`,
		credentials: {
			wiseAgentOAuth2Api: {
				grantType: 'pkce',
				authentication: 'body',
				clientId: DEMO.app.clientId,
				clientSecret: DEMO.app.clientSecret,
				accessTokenUrl: `${sandbox.url}/WiseAuth/token`,
				baseUrl: sandbox.url,
				oauthTokenData,
			},
		},
	};
}

/** The tokens that n8n has stored. */
export function tokensOf({ credentials }: WiseAgentConnection): TokenAnswer {
	return credentials.wiseAgentOAuth2Api.oauthTokenData as unknown as TokenAnswer;
}

/**
 * Runs one operation against a sandbox.
 *
 * @param id `resource.operation`
 */
export async function runWiseAgent(
	sandbox: WiseAgentSandbox,
	id: string,
	{ parameters = {}, connection, baseUrl, ...options }: WiseAgentRun = {},
): Promise<NodeRun> {
	const { id: credentialId, credentials } =
		connection ?? storedAs(sandbox, { access_token: DEMO.accessToken });
	const stored = credentials.wiseAgentOAuth2Api;
	if (baseUrl) credentials.wiseAgentOAuth2Api = { ...stored, baseUrl };
	return await runNode({
		...options,
		node: 'wiseAgent',
		parameters: { ...chosen(id), ...parameters },
		credentials,
		credentialId,
	});
}

/** Runs an operation that must succeed, and answers the JSON of its items. */
export async function succeeds(
	sandbox: WiseAgentSandbox,
	id: string,
	options: WiseAgentRun = {},
): Promise<IDataObject[]> {
	const run = await runWiseAgent(sandbox, id, options);
	expect(run.error?.message).toBeUndefined();
	return run.items.map(({ json }) => json);
}

/** Runs an operation that must fail, and answers n8n's error with the details that the node attached. */
export async function fails(
	sandbox: WiseAgentSandbox,
	id: string,
	options: WiseAgentRun = {},
): Promise<NonNullable<NodeRun['error']> & { details: IDataObject }> {
	const run = await runWiseAgent(sandbox, id, options);
	if (!run.error) throw new Error(`${id} succeeded, which this test forbids`);
	return { ...run.error, message: run.error.message, details: detailsOf(run) };
}

/** Requests of these types to the API; of all without any. */
export function requestsOfType(sandbox: WiseAgentSandbox, ...types: string[]): RecordedRequest[] {
	return sandbox.requests.filter(
		({ requestType }) => requestType !== undefined && (types.length === 0 || types.includes(requestType)),
	);
}
