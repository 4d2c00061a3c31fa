import type { FunctionsBase } from 'n8n-workflow';

import { Failure } from '../failure';
import { ownValue } from '../values/ownValue';

/** n8n's id of the credential that the node uses. */
export function credentialId(context: Pick<FunctionsBase, 'getNode'>, credentialType: string): string {
	return ownValue(context.getNode().credentials, credentialType)?.id ?? '';
}

/**
 * An ID or an address of a credential, without the blanks and the characters that nobody sees, as they come along when
 * it is copied. The test of each credential leaves out the same, in an expression.
 */
export function withoutBlanks(given: string | undefined): string {
	return (given ?? '').replace(/[\s\p{Cf}]/gu, '');
}

/**
 * A secret of a credential, without what n8n leaves out of a header: blanks at its ends, and characters that nobody
 * sees. Throws a `Failure` where there are blanks within it; the test of the credential, which sends the same header,
 * is refused for it too.
 *
 * @param what as the credential calls it: "API key"
 * @param service as in texts: "WhatsAble"
 */
export function secretOf(given: string | undefined, what: string, service: string): string {
	const secret = (given ?? '').replace(/\p{Cf}/gu, '').trim();
	if (/\s/.test(secret)) {
		throw new Failure(
			`The ${what} in the ${service} credential has blanks in it`,
			`Open the credential and enter the ${what} alone, without blanks and without "Bearer".`,
		);
	}
	return secret;
}
