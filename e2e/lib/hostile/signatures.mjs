import { sign } from 'node:crypto';

import { JSON_TYPE, LEGACY_SIGNATURE, SIGNATURE } from './material.mjs';

/** Genuine bodies, which somebody without the key tries to sign. */
export function badlySigned(material) {
	const signed = (signature) => () => {
		const { headers, body } = material.pick(material.withheld);
		const value = signature(body, headers[SIGNATURE]);
		return { headers: { ...JSON_TYPE, ...(value === undefined ? {} : { [SIGNATURE]: value }) }, body };
	};
	const random = (bytes) => material.bytes(bytes).toString('base64');
	return {
		'signature N/A': signed(() => material.pick(['N/A', 'n/a', ' N/A '])),
		'signature missing': signed(() => undefined),
		'signature empty': signed(() => ''),
		'signature twice': signed((_, genuine) => [genuine, genuine]),
		'signature twice, once wrong': signed((_, genuine) =>
			material.pick([
				[genuine, random(64)],
				[random(64), genuine],
			]),
		),
		'signature of somebody else': signed((body) => sign(null, body, material.forger).toString('base64')),
		'signature of something else': () => {
			const [one, other] = [material.pick(material.withheld), material.pick(material.delivered)];
			return { headers: other.headers, body: one.body };
		},
		'signature at random': signed(() => random(64)),
		'signature of the wrong length': signed((_, genuine) =>
			material.pick([genuine.slice(0, -8), genuine + genuine, random(63), random(65), random(512), 'A']),
		),
		'signature that is none': signed(() =>
			material.pick([
				'{}',
				'null',
				'=',
				'....',
				'sha256=',
				'-----BEGIN PUBLIC KEY-----',
				'%00',
				'"',
				'0'.repeat(4000),
			]),
		),
		'signature in hexadecimal': signed((_, genuine) => Buffer.from(genuine, 'base64').toString('hex')),
		'only the former signature': () => {
			const { headers, body } = material.pick(material.withheld);
			return { headers: { ...JSON_TYPE, [LEGACY_SIGNATURE]: headers[LEGACY_SIGNATURE] }, body };
		},
		'the former signature in the place of the other': signed((body) => {
			const found = material.withheld.find((delivery) => delivery.body === body);
			return found.headers[LEGACY_SIGNATURE];
		}),
	};
}
