import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Answer } from '../support';
import { DEMO, locationId } from '../support';

export const REDIRECT_URI = 'http://localhost:5678/rest/oauth2-credential/callback';

/** A call of the token endpoint with the demo app's credentials, as a form unless told; `undefined` leaves a field
 * out. */
export async function requestToken(
	sandbox: HighLevelSandbox,
	fields: Record<string, string | undefined>,
	{ version, json = false, headers = {} }: { version?: string; json?: boolean; headers?: object } = {},
): Promise<Answer> {
	const own =
		version === 'v3'
			? { clientId: DEMO.app.clientId, clientSecret: DEMO.app.clientSecret }
			: { client_id: DEMO.app.clientId, client_secret: DEMO.app.clientSecret };
	const sent = Object.entries({ ...own, ...fields }).filter(([, value]) => value !== undefined);
	const response = await fetch(`${sandbox.url}/oauth/token`, {
		method: 'POST',
		headers: {
			...(version ? { Version: version } : {}),
			'Content-Type': json ? 'application/json' : 'application/x-www-form-urlencoded',
			...headers,
		},
		body: json
			? JSON.stringify(Object.fromEntries(sent))
			: new URLSearchParams(sent as Array<[string, string]>).toString(),
	});
	return { status: response.status, headers: response.headers, body: await response.json() };
}

export function refresh(sandbox: HighLevelSandbox, refreshToken: string): Promise<Answer> {
	return requestToken(sandbox, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

/** Address of the consent page; `undefined` leaves a parameter out. */
export function consentUrl(
	sandbox: HighLevelSandbox,
	parameters: Record<string, string | undefined> = {},
	path = '/v2/oauth/chooselocation',
): string {
	const all = {
		response_type: 'code',
		client_id: DEMO.app.clientId,
		redirect_uri: REDIRECT_URI,
		scope: 'contacts.readonly contacts.write',
		state: 'state-1',
		...parameters,
	};
	const given = Object.entries(all).filter(([, value]) => value !== undefined);
	return `${sandbox.url}${path}?${new URLSearchParams(given as Array<[string, string]>).toString()}`;
}

/** Loads a consent page and sends its form as a browser would, with its hidden fields.
 * @returns where the browser is sent */
export async function decide(
	sandbox: HighLevelSandbox,
	url: string,
	fields: Record<string, string> = { decision: 'allow', location: locationId },
): Promise<URL> {
	const html = await (await fetch(url)).text();
	const hidden = [...html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
		([, name, value]) => [name as string, unescaped(value as string)],
	);
	const response = await fetch(url, {
		method: 'POST',
		redirect: 'manual',
		headers: { Origin: sandbox.url },
		body: new URLSearchParams([...hidden, ...Object.entries(fields)] as Array<[string, string]>),
	});
	if (response.status !== 303) throw new Error(`${response.status}: ${await response.text()}`);
	return new URL(response.headers.get('location') ?? '');
}

function unescaped(text: string): string {
	return text
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}

/** The readable part of an access token. */
export function payloadOf(accessToken: string): Record<string, unknown> {
	return JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
}

/** Moves the clock of this process, and with it the sandbox's, on from the real time until mocks are restored. */
export function letPass(ms: number): void {
	vi.restoreAllMocks();
	const later = Date.now() + ms;
	vi.spyOn(Date, 'now').mockReturnValue(later);
}
