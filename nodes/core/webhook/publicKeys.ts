import type { KeyObject } from 'crypto';
import { createPublicKey } from 'crypto';

export type KeyAlgorithm = 'ed25519' | 'rsa';

/** By what the operator entered: a key is parsed once, not with each delivery. */
const parsedKeys = new Map<string, KeyObject | undefined>();
const MAX_PARSED_KEYS = 200;

/**
 * The public key in a PEM text, or `undefined` when it holds none of this kind. A box of one line loses the line
 * breaks of what is pasted into it, and some write them as \n, so only the letters between the dashes count.
 */
export function publicKeyIn(pem: string, algorithm: KeyAlgorithm): KeyObject | undefined {
	const name = `${algorithm} ${pem}`;
	if (!parsedKeys.has(name)) {
		if (parsedKeys.size >= MAX_PARSED_KEYS) parsedKeys.clear();
		parsedKeys.set(name, parseKey(pem, algorithm));
	}
	return parsedKeys.get(name);
}

function parseKey(pem: string, algorithm: KeyAlgorithm): KeyObject | undefined {
	const base64 = pem.replace(/-----[A-Z ]+-----/g, '').replace(/\\[rn]|\s/g, '');
	try {
		const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
		return key.asymmetricKeyType === algorithm ? key : undefined;
	} catch {
		return undefined;
	}
}
