import { baseUrlOf, fingerprint } from '../../core/sending/baseUrl';
import { secretOf } from '../../core/account/credentialTexts';
import { Failure } from '../../core/failure';
import type { HttpRequest, Outcome, RequestContext } from '../../core/sending/http';
import { transmit } from '../../core/sending/http';
import { secretsIn, withoutSecrets } from '../../core/account/masking';
import type { Endpoint } from './endpoints';

const CREDENTIAL = 'whatsAbleSyncApi';

const API_URL = 'https://api.insightssystem.com';
const DASHBOARD_URL = 'https://dashboard.whatsable.app';

/** Whose requests these are and where they go. */
export interface Access {
	/** Names the request budget and what is remembered for this key; holds no secret. */
	budgetKey: string;
	/** Without a slash at the end. */
	urlOf(host: Endpoint['host']): string;
	send(request: HttpRequest, signal?: AbortSignal): Promise<Outcome>;
	/** The value without the key in any of its texts. Answers have none already, except in what is parsed of them. */
	withoutSecrets<T>(value: T): T;
}

/** Opens the credential that the node uses. Throws a `Failure` when something in it cannot be right. */
export async function openAccess(context: RequestContext): Promise<Access> {
	const credential = await context.getCredentials<{ apiKey?: string; baseUrl?: string }>(CREDENTIAL);
	const apiKey = checkedKey(credential.apiKey);
	const apiUrl = baseUrlOf(credential.baseUrl, 'WhatsAble', API_URL);
	// A proxy or the sandbox stands for both hosts: their paths are different.
	const dashboardUrl = apiUrl === API_URL ? DASHBOARD_URL : apiUrl;
	const secrets = secretsIn(credential);
	return {
		budgetKey: fingerprint(apiUrl, apiKey),
		urlOf: (host) => (host === 'api' ? apiUrl : dashboardUrl),
		send: async (request, signal) => await transmit(context, CREDENTIAL, request, { secrets, signal }),
		withoutSecrets: (value) => withoutSecrets(value, secrets),
	};
}

function checkedKey(given: string | undefined): string {
	const apiKey = secretOf(given, 'API key', 'WhatsAble');
	if (apiKey !== '') return apiKey;
	throw new Failure('The WhatsAble credential has no API key', 'Open the credential and enter the API key.');
}
