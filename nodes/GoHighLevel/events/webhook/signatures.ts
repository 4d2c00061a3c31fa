import type { KeyObject } from 'crypto';
import { verify } from 'crypto';

import { publicKeyIn } from '../../../core/webhook/publicKeys';

/** The header of today: Ed25519 over the bytes of the body, base64. Source: HighLevel's guide to webhooks. */
export const SIGNATURE_HEADER = 'x-ghl-signature';

/** The header that HighLevel gave up in 2026: RSA PKCS#1 v1.5 with SHA-256 over the bytes of the body, base64. */
export const LEGACY_SIGNATURE_HEADER = 'x-wh-signature';

/** HighLevel's key for X-GHL-Signature, the same for all apps. Source: HighLevel's guide to webhooks. */
export const HIGHLEVEL_PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=
-----END PUBLIC KEY-----`;

/** HighLevel's key for X-WH-Signature, the same for all apps. Source: HighLevel's guide to webhooks. */
export const HIGHLEVEL_LEGACY_PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAokvo/r9tVgcfZ5DysOSC
Frm602qYV0MaAiNnX9O8KxMbiyRKWeL9JpCpVpt4XHIcBOK4u3cLSqJGOLaPuXw6
dO0t6Q/ZVdAV5Phz+ZtzPL16iCGeK9po6D6JHBpbi989mmzMryUnQJezlYJ3DVfB
csedpinheNnyYeFXolrJvcsjDtfAeRx5ByHQmTnSdFUzuAnC9/GepgLT9SM4nCpv
uxmZMxrJt5Rw+VUaQ9B8JSvbMPpez4peKaJPZHBbU3OdeCVx5klVXXZQGNHOs8gF
3kvoV5rTnXV0IknLBXlcKKAQLZcY/Q9rG6Ifi9c+5vqlvHPCUJFT5XUGG5RKgOKU
J062fRtN+rLYZUV+BjafxQauvC8wSWeYja63VSUruvmNj8xkx2zE/Juc+yjLjTXp
IocmaiFeAO6fUtNjDeFVkhf5LNb59vECyrHD2SQIrhgXpO4Q3dVNA5rw576PwTzN
h/AMfHKIjE4xQA1SZuYJmNnmVZLIZBlQAF9Ntd03rfadZ+yDiOXCCs9FkHibELhC
HULgCsnuDJHcrGNd5/Ddm5hxGQ0ASitgHeMZ0kcIOwKDOzOU53lDza6/Y09T7sYJ
PQe7z0cvj7aE4B+Ax1ZoZGPzpJlZtGXCsu9aTEGEnKzmsFqwcSsnw3JB31IGKAyk
T1hhTiaCeIY/OwwwNUY2yvcCAwEAAQ==
-----END PUBLIC KEY-----`;

/** What signatures are checked with; a legacy key only where the operator asks for that header. */
export interface SignatureKeys {
	publicKey?: KeyObject;
	legacyPublicKey?: KeyObject;
}

/**
 * Whether the bytes were signed by HighLevel. The legacy header counts only where its key is given and the header of
 * today is missing, so that a wrong signature cannot be saved by another one.
 *
 * @param headers by name in lower case, as Node gives them
 */
export function isSigned(
	body: Buffer,
	headers: Record<string, unknown>,
	{ publicKey, legacyPublicKey }: SignatureKeys,
): boolean {
	const signature = signatureIn(headers[SIGNATURE_HEADER]);
	if (signature !== undefined) return publicKey !== undefined && verifies(null, body, publicKey, signature);
	const legacy = signatureIn(headers[LEGACY_SIGNATURE_HEADER]);
	if (legacy === undefined || !legacyPublicKey) return false;
	return verifies('sha256', body, legacyPublicKey, legacy);
}

/** Why the bytes do not count as signed. Whose key another signature was made with cannot be known. */
export function signatureProblem(
	body: Buffer,
	headers: Record<string, unknown>,
	{ publicKey, legacyPublicKey }: SignatureKeys,
): string {
	const signature = signatureIn(headers[SIGNATURE_HEADER]);
	const legacy = signatureIn(headers[LEGACY_SIGNATURE_HEADER]);
	if (signature !== undefined) return problemOf('X-GHL-Signature', null, body, publicKey, signature);
	if (legacy === undefined) return 'the signature is missing: no header X-GHL-Signature';
	return legacyPublicKey
		? problemOf('X-WH-Signature', 'sha256', body, legacyPublicKey, legacy)
		: 'it has the former signature X-WH-Signature only, which "Accept Legacy Signature" does not allow';
}

function problemOf(
	header: string,
	digest: 'sha256' | null,
	body: Buffer,
	key: KeyObject | undefined,
	signature: string,
): string {
	if (!key) return `the option for the public key holds no key that can check ${header}`;
	if (!isReadable(signature)) return `the signature is wrong: ${header} is not one in base64`;
	const [standard, kind] =
		digest === null
			? ([HIGHLEVEL_PUBLIC_KEY, 'ed25519'] as const)
			: ([HIGHLEVEL_LEGACY_PUBLIC_KEY, 'rsa'] as const);
	const highLevels = publicKeyIn(standard, kind);
	if (highLevels && highLevels !== key && verifies(digest, body, highLevels, signature)) {
		return `the signature ${header} is for another key: it is HighLevel's own, and the node has another public key`;
	}
	return `the signature ${header} is wrong or for another key: it does not fit these bytes and the public key of the node`;
}

/** HighLevel writes N/A for "not signed". */
function signatureIn(header: unknown): string | undefined {
	if (header === undefined || header === 'N/A' || header === '') return undefined;
	// A header that came twice is no signature, but it is there.
	return typeof header === 'string' ? header : 'twice';
}

/** The longest key in use makes signatures of 1,024 bytes; what is longer is not even decoded. */
const MAX_SIGNATURE_LENGTH = 2_048;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

function verifies(digest: 'sha256' | null, body: Buffer, key: KeyObject, signature: string): boolean {
	return isReadable(signature) && verify(digest, body, key, Buffer.from(signature, 'base64'));
}

function isReadable(signature: string): boolean {
	return signature.length <= MAX_SIGNATURE_LENGTH && BASE64.test(signature);
}
