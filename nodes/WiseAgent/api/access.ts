import { credentialId } from '../../core/account/credentialTexts';
import { baseUrlOf, fingerprint } from '../../core/sending/baseUrl';
import { Failure } from '../../core/failure';
import type { CredentialProblem, HttpRequest, Outcome, RequestContext } from '../../core/sending/http';
import type { Account } from '../../core/account/account';
import type { RequestBudget } from '../../core/account/requestBudget';
import { allAccounts } from '../../core/account/registry';
import { RefreshingSender } from '../../core/sending/refreshing';
import { refusalOf, TokenRefused, wordsOf } from './errors';
import { readBody } from './reading/parse';
import { WISE_AGENT_SERVICE } from './service';

export const CREDENTIAL = 'wiseAgentOAuth2Api';

/** What n8n keeps of a connection; only what is looked at. */
interface Connection {
	baseUrl?: string;
	clientId?: string;
	oauthTokenData?: {
		access_token?: string;
		/** ISO 8601 */
		expires_at?: string;
		/** What stood in the address to which Wise Agent sent the person back. */
		callbackQueryString?: { scope?: string };
	};
}

/** Whose requests these are: the one place that knows about credentials and tokens. */
export interface Access {
	/** Without a slash at the end. */
	baseUrl: string;
	/**
	 * Two credentials may be connected to one account; which it is, Wise Agent does not tell, so all of a client are taken
	 * together.
	 */
	account: Account;
	/** One for each credential. */
	budget: RequestBudget;
	/** When this execution began to use the credential, in ms since 1970. */
	openedAt: number;
	/** The scopes that the person allowed; `undefined` where Wise Agent did not tell. */
	grantedScopes?: string[];
	/** Until when the token is good, as Wise Agent wrote it; `undefined` where it did not tell. */
	tokenExpiresAt?: string;
	/** Sends with the right token, after getting a new one where that is needed. */
	send: (request: HttpRequest, signal?: AbortSignal) => Promise<Outcome>;
}

const sender = new RefreshingSender({ credentialType: CREDENTIAL, isTokenRefused, explain });

/** Opens the credential that the node uses. Throws a `Failure` when it is not connected. */
export async function openAccess(context: RequestContext): Promise<Access> {
	const credential = await context.getCredentials<Connection>(CREDENTIAL);
	const { baseUrl: url, clientId = '', oauthTokenData: token } = credential;
	if (!token?.access_token) {
		throw new Failure(
			'The Wise Agent credential is not connected yet',
			'Open the credential and click Connect. Nothing was sent.',
		);
	}
	const baseUrl = baseUrlOf(url, 'Wise Agent', 'https://sync.thewiseagent.com');
	const scope = token.callbackQueryString?.scope;
	const account = allAccounts().of(WISE_AGENT_SERVICE, fingerprint(baseUrl, clientId));
	const id = credentialId(context, CREDENTIAL);
	account.secrets.learn(credential, id);
	return {
		baseUrl,
		account,
		budget: account.budget(id),
		openedAt: Date.now(),
		grantedScopes: scope?.split(/[\s,+]+/).filter(Boolean),
		tokenExpiresAt: token.expires_at,
		send: async (request, signal) => await sender.send(context, request, { account, signal }),
	};
}

/** Wise Agent answers 401 to a token that has expired and to one that it does not know; a scope may be lacking too. */
function isTokenRefused(outcome: Outcome): boolean {
	return outcome.kind === 'answer' && outcome.status === 401 && !/scope/i.test(wordsOf(outcome));
}

/** Says what is wrong when a new token was refused. */
function explain({ answer, message }: CredentialProblem): Failure {
	if (typeof answer === 'string') {
		return new Failure(
			'Wise Agent gives no new token: the answer does not come from Wise Agent',
			'Check the sign-in address in the credential; a proxy or a login page may be in between.',
		);
	}
	const text = refusalOf(400, readBody(answer)) || message;
	if (/client/i.test(text)) {
		return new TokenRefused(
			`Wise Agent gives no new token: ${text}`,
			'Enter Client ID and Client Secret in the credential again, as Wise Agent sent them to you.',
		);
	}
	return new TokenRefused(
		`The Wise Agent credential has to be connected again: ${text}`,
		'Open the credential and click Reconnect. The app may have been disconnected in Wise Agent, or the same connection is used by another program or credential.',
	);
}
