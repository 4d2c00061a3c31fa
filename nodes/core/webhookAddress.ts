import { randomBytes } from 'crypto';

import type { IDataObject } from 'n8n-workflow';

import { Failure } from './failure';
import { isSameSecret } from './secrets';

/** Under this name a webhook URL carries its token. */
const TOKEN_PARAM = 'token';

/** 192 random bits: what makes a URL one that nobody can guess, for services that do not sign what they deliver. */
export function newToken(): string {
	return randomBytes(24).toString('base64url');
}

export function withToken(url: string, token: string): string {
	const address = new URL(url);
	address.searchParams.set(TOKEN_PARAM, token);
	return address.href;
}

/** Whether the query of a request carries one of these tokens. */
export function carriesToken(query: IDataObject, tokens: string[]): boolean {
	const given = query[TOKEN_PARAM];
	return typeof given === 'string' && tokens.some((token) => isSameSecret(given, token));
}

/** Where a webhook URL leads, whatever token it carries; `undefined` when it is no URL. */
export function addressOf(url: string): string | undefined {
	if (!URL.canParse(url)) return undefined;
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname}`;
}

/**
 * Throws a `Failure` when the service cannot deliver to a webhook URL: it must begin with https://. On one machine, as
 * with a sandbox, nobody is in between.
 *
 * @param service as in texts: "Wise Agent"
 * @param baseUrl where the service itself is
 */
export function checkReachable(url: string, service: string, baseUrl: string): void {
	const { origin, protocol } = new URL(url);
	if (isLocal(url) ? isLocal(baseUrl) : protocol === 'https:') return;
	throw new Failure(
		isLocal(url)
			? `${service} cannot reach this n8n: its webhooks are at ${origin}`
			: `The webhook URL must begin with https://, and this n8n's is at ${origin}`,
		'Give n8n a public HTTPS address (N8N_WEBHOOK_URL, in older versions WEBHOOK_URL), and activate the workflow again.',
	);
}

function isLocal(url: string): boolean {
	return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
