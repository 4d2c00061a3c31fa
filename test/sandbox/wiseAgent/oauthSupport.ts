import { createHash } from 'node:crypto';
import type { Answer, WiseAgentSandbox } from './support';
import { answerOf, DEMO } from './support';

export const REDIRECT_URI = 'http://localhost:5678/rest/oauth2-credential/callback';
export const VERIFIER = 'a-verifier-of-forty-three-characters-or-more-0001';
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

/** Address of the consent page; `undefined` leaves a parameter out. */
export function consentUrl(
	sandbox: WiseAgentSandbox,
	parameters: Record<string, string | undefined> = {},
): string {
	const all = {
		response_type: 'code',
		client_id: DEMO.app.clientId,
		redirect_uri: REDIRECT_URI,
		scope: 'profile contacts team',
		state: 'state-1',
		...parameters,
	};
	const given = Object.entries(all).filter(([, value]) => value !== undefined);
	return `${sandbox.url}/WiseAuth/auth?${new URLSearchParams(given as Array<[string, string]>).toString()}`;
}

/** Loads a consent page and sends its form as a browser would: the hidden fields, and the scopes that stay checked.
 * @returns where the browser is sent */
export async function decide(
	url: string,
	{ decision = 'allow', allowed }: { decision?: string; allowed?: string[] } = {},
): Promise<URL> {
	const html = await (await fetch(url)).text();
	const valuesOf = (pattern: RegExp) =>
		[...html.matchAll(pattern)].map(([, name, value]): [string, string] => [
			name as string,
			(value as string).replaceAll('&amp;', '&'),
		]);
	const hidden = valuesOf(/type="hidden" name="([^"]*)" value="([^"]*)"/g);
	const offered = valuesOf(/type="checkbox" name="(allowed)" id="[^"]*" value="([^"]*)"/g);
	const checked = offered.filter(([, scope]) => allowed?.includes(scope) ?? true);
	const response = await fetch(url, {
		method: 'POST',
		redirect: 'manual',
		headers: { Origin: new URL(url).origin },
		body: new URLSearchParams([...hidden, ...checked, ['decision', decision]]),
	});
	if (response.status !== 303) throw new Error(`${response.status}: ${await response.text()}`);
	return new URL(response.headers.get('location') ?? '');
}

/** A code for the demo app, or for what the parameters say. */
export async function codeFor(
	sandbox: WiseAgentSandbox,
	parameters: Record<string, string | undefined> = {},
): Promise<string> {
	return (
		(await decide(consentUrl(sandbox, parameters))).searchParams.get('code') ?? 'no code in the redirect'
	);
}

/** A call of the token endpoint, as JSON unless told; the demo app's credentials are in the body unless replaced. */
export async function requestToken(
	sandbox: WiseAgentSandbox,
	fields: Record<string, string | undefined>,
	{ form = false, headers = {} }: { form?: boolean; headers?: Record<string, string> } = {},
): Promise<Answer> {
	const own = { client_id: DEMO.app.clientId, client_secret: DEMO.app.clientSecret };
	const sent = Object.entries({ ...own, ...fields }).filter(([, value]) => value !== undefined);
	const response = await fetch(`${sandbox.url}/WiseAuth/token`, {
		method: 'POST',
		headers: {
			'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json',
			...headers,
		},
		body: form
			? new URLSearchParams(sent as Array<[string, string]>).toString()
			: JSON.stringify(Object.fromEntries(sent)),
	});
	return answerOf(response);
}

/** As the official page has it: without a word about the app. */
export function refresh(sandbox: WiseAgentSandbox, refreshToken: string): Promise<Answer> {
	return requestToken(sandbox, {
		client_id: undefined,
		client_secret: undefined,
		grant_type: 'refresh_token',
		refresh_token: refreshToken,
	});
}

/** Moves the clock of this process, and with it the sandbox's, on from the real time until mocks are restored. */
export function letPass(ms: number): void {
	vi.restoreAllMocks();
	const later = Date.now() + ms;
	vi.spyOn(Date, 'now').mockReturnValue(later);
}
