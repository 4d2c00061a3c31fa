import { baseUrlOf, fingerprint } from '../../core/sending/baseUrl';
import { credentialId, secretOf } from '../../core/account/credentialTexts';
import { Failure } from '../../core/failure';
import type { HttpRequest, Outcome, RequestContext } from '../../core/sending/http';
import { transmitter } from '../../core/sending/http';
import type { Account } from '../../core/account/account';
import { allAccounts } from '../../core/account/registry';
import type { Endpoint } from './endpoints';
import { WHATSABLE_SERVICE } from './service';

const CREDENTIAL = 'whatsAbleSyncApi';

const API_URL = 'https://api.insightssystem.com';
const DASHBOARD_URL = 'https://dashboard.whatsable.app';

/** Whose requests these are and where they go. */
export interface Access {
	/** One for each key. */
	account: Account;
	/** Without a slash at the end. */
	urlOf(host: Endpoint['host']): string;
	send: (request: HttpRequest, signal?: AbortSignal) => Promise<Outcome>;
}

/** Opens the credential that the node uses. Throws a `Failure` when something in it cannot be right. */
export async function openAccess(context: RequestContext): Promise<Access> {
	const credential = await context.getCredentials<{ apiKey?: string; baseUrl?: string }>(CREDENTIAL);
	const apiKey = checkedKey(credential.apiKey);
	const apiUrl = baseUrlOf(credential.baseUrl, 'WhatsAble', API_URL);
	// A proxy or the sandbox stands for both hosts: their paths are different.
	const dashboardUrl = apiUrl === API_URL ? DASHBOARD_URL : apiUrl;
	const account = allAccounts().of(WHATSABLE_SERVICE, fingerprint(apiUrl, apiKey));
	account.secrets.learn(credential, credentialId(context, CREDENTIAL));
	return {
		account,
		urlOf: (host) => (host === 'api' ? apiUrl : dashboardUrl),
		send: transmitter(context, CREDENTIAL, account),
	};
}

function checkedKey(given: string | undefined): string {
	const apiKey = secretOf(given, 'API key', 'WhatsAble');
	if (apiKey !== '') return apiKey;
	throw new Failure('The WhatsAble credential has no API key', 'Open the credential and enter the API key.');
}
