import type { ConsentFields, ConsentRequest } from '../../shared/oauth/consentRequest';
import {
	checkResponseType,
	ConsentError,
	requestedScopes,
	sentText,
} from '../../shared/oauth/consentRequest';
import type { AppRecord } from '../records';
import type { SandboxState } from '../state';

/** What an app asks a person for, after all checks. */
export interface AccessRequest extends ConsentRequest {
	app: Readonly<AppRecord>;
	codeChallenge: string | null;
}

/** Reads the query of the consent page.
 * @throws ConsentError. Its texts are ours: no source shows them */
export function readAccessRequest(state: SandboxState, fields: ConsentFields): AccessRequest {
	const app = state.apps.get(sentText(fields, 'client_id') ?? '');
	if (!app) throw new ConsentError('Unknown app', 'The OAuth client was not found.');
	checkResponseType(fields);
	return {
		app,
		scopes: requestedScopes(fields, app.scopes, 'The app is not registered for'),
		redirectUri: registeredUri(app, sentText(fields, 'redirect_uri')),
		state: sentText(fields, 'state'),
		codeChallenge: challengeOf(
			app,
			sentText(fields, 'code_challenge'),
			sentText(fields, 'code_challenge_method'),
		),
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
