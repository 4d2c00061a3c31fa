import { createHash } from 'node:crypto';

import {
	HIGHLEVEL_LEGACY_PUBLIC_KEY,
	HIGHLEVEL_PUBLIC_KEY,
	isSigned,
} from '../../../../nodes/GoHighLevel/events/webhook/signatures';
import { publicKeyIn } from '../../../../nodes/core/webhook/publicKeys';
import { WebhookSigner } from '../../../../sandbox/highLevel/webhooks/signer';

const signer = new WebhookSigner();

test.each<[name: string, pem: string, algorithm: 'ed25519' | 'rsa', fingerprint: string]>([
	[
		'X-GHL-Signature',
		HIGHLEVEL_PUBLIC_KEY,
		'ed25519',
		'5a2c1b2749d3efcc233fb27d4ab43d56b8d20818c42cd226f6c9a3ff20d3097c',
	],
	[
		'X-WH-Signature',
		HIGHLEVEL_LEGACY_PUBLIC_KEY,
		'rsa',
		'2f62045d413b1b7747e26770ce7f57840cbf86288cd20ceb90d299a62501fd25',
	],
])("HighLevel's key for %s is the one that it publishes", (_, pem, algorithm, fingerprint) => {
	const der = publicKeyIn(pem, algorithm)?.export({ format: 'der', type: 'spki' });
	expect(
		createHash('sha256')
			.update(der ?? '')
			.digest('hex'),
	).toBe(fingerprint);
});

test('a key is read once, however often it is used', () => {
	expect(publicKeyIn(signer.publicKey, 'ed25519')).toBe(publicKeyIn(signer.publicKey, 'ed25519'));
});

test.each(['', ' ', 'my key', signer.legacyPublicKey, 'AAAA'.repeat(1_000)])(
	'what is no Ed25519 key is none: %#',
	(text) => expect(publicKeyIn(text, 'ed25519')).toBeUndefined(),
);

test('many keys, one after the other, are all told apart', () => {
	for (let index = 0; index < 500; index++) expect(publicKeyIn(`key ${index}`, 'ed25519')).toBeUndefined();
	expect(publicKeyIn(signer.publicKey, 'ed25519')).toBeDefined();
});

test('nothing is signed without a key', () => {
	const body = Buffer.from('{}');
	const headers = { 'x-ghl-signature': signer.sign(body), 'x-wh-signature': signer.signLegacy(body) };
	expect(isSigned(body, headers, {})).toBe(false);
	expect(isSigned(body, { 'x-wh-signature': headers['x-wh-signature'] }, {})).toBe(false);
});
