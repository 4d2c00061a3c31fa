import type { AppRecord } from '../records';
import type { SandboxState } from '../state';

/** What an app asks a person for, after all checks. */
export interface ConsentRequest {
	app: Readonly<AppRecord>;
	redirectUri: URL;
	scopes: string[];
	state: string | undefined;
	codeChallenge: string | null;
}

/** A request that is not put to the person. The texts are ours: no source shows them. */
export class ConsentError extends Error {
	constructor(
		readonly heading: string,
		message: string,
	) {
		super(message);
	}
}

/** Reads the query of the consent page.
 * @throws ConsentError, which is shown and never sent to the redirect URI: that may be the wrong one */
export function readConsentRequest(
	state: SandboxState,
	query: Readonly<Record<string, unknown>>,
): ConsentRequest {
	const text = (name: string): string | undefined => {
		const value = query[name];
		return typeof value === 'string' && value !== '' ? value : undefined;
	};
	const app = state.apps.get(text('client_id') ?? '');
	if (!app) throw new ConsentError('Unknown app', 'The OAuth client was not found.');
	if (text('response_type') !== 'code') {
		throw new ConsentError('Wrong response type', 'response_type must be "code".');
	}
	const scopes = [...new Set((text('scope') ?? '').split(/\s+/).filter(Boolean))];
	if (scopes.length === 0) throw new ConsentError('No scopes', 'The app asks for no scope.');
	const foreign = scopes.filter((scope) => !app.scopes.includes(scope));
	if (foreign.length > 0) {
		throw new ConsentError('Invalid scopes', `The app is not registered for: ${foreign.join(', ')}`);
	}
	return {
		app,
		scopes,
		redirectUri: registeredUri(app, text('redirect_uri')),
		state: text('state'),
		codeChallenge: challengeOf(app, text('code_challenge'), text('code_challenge_method')),
	};
}

/** Support registers a domain, so any address on it will do. Source: official API page. */
function registeredUri(app: Readonly<AppRecord>, sent: string | undefined): URL {
	const uri = sent !== undefined && URL.canParse(sent) ? new URL(sent) : undefined;
	const isKnown = app.redirectDomains.some(
		(domain) => uri?.hostname === domain || uri?.hostname.endsWith(`.${domain}`),
	);
	if (!uri || !/^https?:$/.test(uri.protocol) || !isKnown) {
		throw new ConsentError(
			'Invalid redirect URI',
			`${sent ?? '(none)'} is not on a domain that is registered for this app.`,
		);
	}
	return uri;
}

function challengeOf(
	app: Readonly<AppRecord>,
	challenge: string | undefined,
	method: string | undefined,
): string | null {
	if (challenge !== undefined && method !== 'S256') {
		throw new ConsentError('Wrong challenge method', 'code_challenge_method must be "S256".');
	}
	if (challenge === undefined && app.clientSecret === null) {
		throw new ConsentError('No code challenge', 'An app without a secret must send a code_challenge.');
	}
	return challenge ?? null;
}
