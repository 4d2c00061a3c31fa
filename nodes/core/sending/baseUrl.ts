import { createHash } from 'crypto';

import { withoutBlanks } from '../account/credentialTexts';
import { Failure } from '../failure';

/**
 * The base URL of a credential, without a slash at the end. Throws a `Failure` when it is no web address.
 *
 * @param service as in texts: "HighLevel"
 * @param standard what it is unless somebody changes it
 */
export function baseUrlOf(given: string | undefined, service: string, standard: string): string {
	const baseUrl = withoutBlanks(given).replace(/\/+$/, '');
	if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl)) {
		throw new Failure(
			`The Base URL of the ${service} credential is not a web address`,
			`Open the credential and set it to ${standard}, or to your own host.`,
		);
	}
	return baseUrl;
}

/** Stands for a secret where a name is wanted: a token itself must not become a key that could be printed. */
export function fingerprint(...parts: string[]): string {
	return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 24);
}
