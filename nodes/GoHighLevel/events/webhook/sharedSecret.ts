import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IDataObject,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { ownValue } from '../../../core/values/ownValue';
import { isSameSecret } from '../../../core/webhook/secrets';

/** The fields of the credential `goHighLevelWebhookApi`. */
export interface SharedSecret {
	headerName: string;
	secret: string;
}

/** A token of HTTP. Source: RFC 9110, 5.6.2. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** HTTP itself sets these, or whoever passes the request on. */
const TAKEN_HEADERS = ['connection', 'content-length', 'content-type', 'host', 'transfer-encoding'];

/** What arrives of a header as it was sent: visible letters, and blanks between them. */
const HEADER_VALUE = /^[\x21-\x7E](?:[\x20-\x7E]*[\x21-\x7E])?$/;

/** A shorter one could be guessed. */
const MIN_SECRET_LENGTH = 16;

/** What is wrong with a shared secret, as a sentence; `undefined` when it can be used. */
export function problemOf({ headerName, secret }: Partial<SharedSecret>): string | undefined {
	if (!headerName || !HEADER_NAME.test(headerName)) {
		return 'The Header Name may have letters, digits and hyphens only, such as X-Webhook-Secret.';
	}
	if (TAKEN_HEADERS.includes(headerName.toLowerCase())) {
		return `The header ${headerName} belongs to HTTP itself. Choose another name, such as X-Webhook-Secret.`;
	}
	if (!secret) return 'The Secret is empty. Make up a long random one, and paste the same into HighLevel.';
	if (!HEADER_VALUE.test(secret)) {
		return 'The Secret may have letters, digits and signs of plain ASCII only, and no blank at its ends.';
	}
	if (secret.length < MIN_SECRET_LENGTH) {
		return `The Secret has ${secret.length} characters; it needs at least ${MIN_SECRET_LENGTH}.`;
	}
	return undefined;
}

/**
 * Whether a request carries the secret. None does when the secret itself cannot be used.
 *
 * @param headers by name in lower case, as Node gives them
 */
export function carriesSecret(headers: Record<string, unknown>, shared: SharedSecret): boolean {
	if (problemOf(shared) !== undefined) return false;
	const given = ownValue(headers, shared.headerName.toLowerCase());
	return typeof given === 'string' && isSameSecret(given, shared.secret);
}

/** Why a request does not carry the secret; without the secret, or what came in its place. */
export function secretProblem(headers: Record<string, unknown>, shared: SharedSecret): string {
	if (problemOf(shared) !== undefined) return 'the shared secret of the credential cannot be used';
	const given = ownValue(headers, shared.headerName.toLowerCase());
	const header = `the header ${shared.headerName}`;
	return given === undefined || given === ''
		? `${header} is missing`
		: `${header} is not the secret in the credential`;
}

/** Tests the credential in the editor. There is nobody to ask: the secret is compared when HighLevel calls. */
export async function testSharedSecret(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const problem = problemOf((data ?? {}) as IDataObject as Partial<SharedSecret>);
	if (problem !== undefined) return { status: 'Error', message: problem };
	return { status: 'OK', message: 'The secret can be used. Enter the same in the HighLevel workflow.' };
}
