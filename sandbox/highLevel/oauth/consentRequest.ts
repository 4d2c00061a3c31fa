import type { SandboxState } from '../state/state';
import type { AppRecord } from './records';
import { appIdOf } from './records';

/** What an app asks a person for, after all checks. */
export interface ConsentRequest {
	app: Readonly<AppRecord>;
	redirectUri: URL;
	scopes: string[];
	state: string | undefined;
}

/** A request that is not put to the person. The first word of the text is a code where HighLevel's is known. */
export class ConsentError extends Error {
	constructor(
		readonly statusCode: 400 | 404,
		readonly heading: string,
		message: string,
	) {
		super(message);
	}
}

/**
 * Reads the query of a consent page.
 * @throws ConsentError. Of its texts, `error.noversionid` was measured and "No integration found" is reported
 *   publicly; the others are ours. Errors are shown and never sent to the redirect URI, which may be the wrong one.
 */
export function readConsentRequest(
	state: SandboxState,
	query: Readonly<Record<string, unknown>>,
): ConsentRequest {
	const text = (name: string): string | undefined => {
		const value = query[name];
		return typeof value === 'string' && value !== '' ? value : undefined;
	};
	const clientId = text('client_id') ?? '';
	const app = state.apps.get(clientId);
	if (!app) {
		throw new ConsentError(
			404,
			'Unknown app',
			`No integration found with the id: ${appIdOf(clientId) || '(none)'}`,
		);
	}
	checkVersion(app, text('version_id'));
	if (text('response_type') !== 'code') {
		throw new ConsentError(400, 'Wrong response type', 'response_type must be "code".');
	}
	const redirectUri = registeredUri(app, text('redirect_uri'));
	const scopes = [...new Set((text('scope') ?? '').split(/\s+/).filter(Boolean))];
	if (scopes.length === 0) throw new ConsentError(400, 'No scopes', 'The app asks for no scope.');
	const foreign = scopes.filter((scope) => !app.scopes.includes(scope));
	if (foreign.length > 0) {
		throw new ConsentError(
			400,
			'Invalid scopes',
			`The app does not have these scopes: ${foreign.join(', ')}`,
		);
	}
	return { app, redirectUri, scopes, state: text('state') };
}

function checkVersion(app: Readonly<AppRecord>, versionId: string | undefined): void {
	if (app.visibility === 'private' && versionId === undefined) {
		throw new ConsentError(
			400,
			'error.noversionid',
			'This app is private. Open the installation link that its developer portal shows: it has a version_id.',
		);
	}
	if (versionId !== undefined && versionId !== appIdOf(app.clientId)) {
		throw new ConsentError(404, 'Unknown version', `No integration found with the id: ${versionId}`);
	}
}

const ON_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

function registeredUri(app: Readonly<AppRecord>, sent: string | undefined): URL {
	const uri = sent === undefined || !URL.canParse(sent) ? undefined : new URL(sent);
	const wanted = uri && withoutLocalPort(uri);
	const isRegistered = app.redirectUris.some((known) => withoutLocalPort(new URL(known)) === wanted);
	if (!uri || !isRegistered) {
		throw new ConsentError(
			400,
			'Invalid redirect URI',
			`${sent ?? '(none)'} is not among the redirect URIs of this app.`,
		);
	}
	return uri;
}

function withoutLocalPort(uri: URL): string {
	if (!ON_THIS_MACHINE.includes(uri.hostname)) return uri.href;
	const portless = new URL(uri);
	portless.port = '';
	return portless.href;
}
