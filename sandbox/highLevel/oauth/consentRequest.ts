import type { ConsentFields, ConsentRequest } from '../../shared/oauth/consentRequest';
import {
	checkResponseType,
	ConsentError,
	requestedScopes,
	sentText,
} from '../../shared/oauth/consentRequest';
import type { SandboxState } from '../state/state';
import type { AppRecord } from './records';
import { appIdOf } from './records';

/** What an app asks a person for, after all checks. */
export interface InstallRequest extends ConsentRequest {
	app: Readonly<AppRecord>;
}

/**
 * Reads the query of a consent page.
 * @throws ConsentError. The first word of its text is a code where HighLevel's is known: `error.noversionid` was
 *   measured and "No integration found" is reported publicly; the others are ours.
 */
export function readInstallRequest(state: SandboxState, fields: ConsentFields): InstallRequest {
	const clientId = sentText(fields, 'client_id') ?? '';
	const app = state.apps.get(clientId);
	if (!app) throw noIntegration('Unknown app', appIdOf(clientId) || '(none)');
	checkVersion(app, sentText(fields, 'version_id'));
	checkResponseType(fields);
	return {
		app,
		redirectUri: registeredUri(app, sentText(fields, 'redirect_uri')),
		scopes: requestedScopes(fields, app.scopes, 'The app does not have these scopes'),
		state: sentText(fields, 'state'),
	};
}

const noIntegration = (heading: string, id: string): ConsentError =>
	new ConsentError(heading, `No integration found with the id: ${id}`, 404);

function checkVersion(app: Readonly<AppRecord>, versionId: string | undefined): void {
	if (app.visibility === 'private' && versionId === undefined) {
		throw new ConsentError(
			'error.noversionid',
			'This app is private. Open the installation link that its developer portal shows: it has a version_id.',
		);
	}
	if (versionId !== undefined && versionId !== appIdOf(app.clientId)) {
		throw noIntegration('Unknown version', versionId);
	}
}

const ON_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

function registeredUri(app: Readonly<AppRecord>, sent: string | undefined): URL {
	const uri = sent === undefined || !URL.canParse(sent) ? undefined : new URL(sent);
	const wanted = uri && withoutLocalPort(uri);
	const isRegistered = app.redirectUris.some((known) => withoutLocalPort(new URL(known)) === wanted);
	if (!uri || !isRegistered) {
		throw new ConsentError(
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
