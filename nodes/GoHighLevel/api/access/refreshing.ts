import { Failure } from '../../../core/failure';
import type { CredentialProblem, Outcome } from '../../../core/sending/http';
import { RefreshingSender as Sender } from '../../../core/sending/refreshing';
import { errorText, TokenRefused } from '../errors';

/** Sends with n8n's OAuth2 token to HighLevel, and has it renewed when it has expired. */
export class RefreshingSender extends Sender {
	constructor(credentialType: string) {
		super({ credentialType, isTokenRefused, explain });
	}
}

/** A 401 that speaks of the token itself, not of what it may do. */
export function isTokenRefused(outcome: Outcome): boolean {
	if (outcome.kind !== 'answer' || outcome.status !== 401) return false;
	return !/scope|version header|user type|authclass/i.test(errorText(outcome.body));
}

/** Says what is wrong when a new token was refused. */
function explain({ answer, message }: CredentialProblem): Failure {
	if (answer === undefined) {
		return new Failure(
			`n8n could not use the HighLevel credential: ${message}`,
			'Open the credential and see whether it is connected; if in doubt, click Reconnect.',
		);
	}
	if (typeof answer === 'string') {
		return new Failure(
			'HighLevel gives no new token: the answer does not come from HighLevel',
			'Check the Base URL in the credential; a proxy or a login page may be in between.',
		);
	}
	const text = errorText(answer) || message;
	if (/not active/i.test(text)) {
		return new TokenRefused(
			`HighLevel gives no new token: ${text}`,
			'The location is paused. Activate it in HighLevel; the connection works again then, without connecting anew.',
		);
	}
	if (/client credentials/i.test(text)) {
		return new TokenRefused(
			`HighLevel gives no new token: ${text}`,
			'Enter Client ID and Client Secret in the credential again: the client key may have been deleted in HighLevel.',
		);
	}
	return new TokenRefused(
		`The HighLevel credential has to be connected again: ${text}`,
		'Open the credential and click Reconnect. The app may have been removed from the location, or its token was used elsewhere.',
	);
}
