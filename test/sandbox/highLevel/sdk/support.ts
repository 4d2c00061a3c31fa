import type { HighLevelConfig } from '@gohighlevel/api-client';
import { HighLevel, MemorySessionStorage } from '@gohighlevel/api-client';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO } from '../support';

/** `'none'` and not `LogLevel.NONE`: that one is 0, which the SDK takes for "not set" and warns on. */
const logLevel = 'none';

/** The official SDK with a private token, talking to the sandbox. */
export function sdkWithToken(sandbox: HighLevelSandbox, more: HighLevelConfig = {}): HighLevel {
	return pointed(sandbox, new HighLevel({ privateIntegrationToken: DEMO.token, logLevel, ...more }));
}

/** The official SDK as the demo app, with the sessions that it was given. */
export async function sdkWithOAuth(
	sandbox: HighLevelSandbox,
	sessions: Array<{ companyId?: string; locationId?: string }> = [],
	more: HighLevelConfig = {},
): Promise<{ sdk: HighLevel; storage: MemorySessionStorage }> {
	const storage = new MemorySessionStorage();
	const { clientId, clientSecret } = DEMO.app;
	const config = { clientId, clientSecret, sessionStorage: storage, logLevel, ...more } as const;
	const sdk = pointed(sandbox, new HighLevel(config));
	for (const session of sessions) {
		await storage.setSession(session.locationId ?? session.companyId ?? '', session);
	}
	return { sdk, storage };
}

/** It has no option for the address, but its HTTP client can be reached. */
function pointed(sandbox: HighLevelSandbox, sdk: HighLevel): HighLevel {
	sdk.getHttpClient().defaults.baseURL = sandbox.url;
	return sdk;
}
