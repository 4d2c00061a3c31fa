import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

/** What precedes the 32 secret bytes in a PKCS#8 Ed25519 key (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Signs webhooks as HighLevel does, with keys of the sandbox's own.
 *
 * The Ed25519 key follows from a fixed text, so that a receiver that was told the public key once knows every later
 * sandbox. It is no secret and must never be trusted outside of tests.
 */
export class WebhookSigner {
	private readonly key: KeyObject = createPrivateKey({
		key: Buffer.concat([PKCS8_PREFIX, createHash('sha256').update('sandbox webhooks').digest()]),
		format: 'der',
		type: 'pkcs8',
	});
	private rsa: { publicKey: KeyObject; privateKey: KeyObject } | undefined;

	/** SPKI as PEM. */
	readonly publicKey: string = pem(createPublicKey(this.key));

	/** SPKI as PEM; another one with each sandbox. */
	get legacyPublicKey(): string {
		return pem(this.legacyKeys.publicKey);
	}

	/** Ed25519 over the raw bytes, base64: the header X-GHL-Signature. */
	sign(body: Buffer): string {
		return sign(null, body, this.key).toString('base64');
	}

	/** RSA PKCS#1 v1.5 with SHA-256 over the raw bytes, base64: the former header X-WH-Signature. */
	signLegacy(body: Buffer): string {
		return sign('sha256', body, this.legacyKeys.privateKey).toString('base64');
	}

	/** Made when they are first needed, because that takes time. */
	private get legacyKeys() {
		this.rsa ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
		return this.rsa;
	}
}

function pem(key: KeyObject): string {
	return key.export({ format: 'pem', type: 'spki' }).toString();
}
