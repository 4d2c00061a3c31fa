import { changed, encoded } from './bodies.mjs';
import { malformed } from './malformed.mjs';
import { Material } from './material.mjs';
import { otherwise } from './otherwise.mjs';
import { badlySigned } from './signatures.mjs';

/**
 * @typedef {import('../interceptor.mjs').Delivery} Delivery
 * @typedef {import('../httpClient.mjs').Sent & { kind: string }} Hostile
 */

/** n8n's default limit is 16 MB. */
const OVERSIZED_BYTES = 17 * 1024 * 1024;
/** Those of this kind are big, so there are only a few. */
const OVERSIZED_EVERY = 500;

/**
 * Requests that must not start anything, by somebody who knows the URL and listens on the line, but has no key.
 * The same seed makes the same ones, except for the signatures by the forger's key.
 *
 * @param {object} options
 * @param {number} options.count
 * @param {number} options.seed
 * @param {Delivery[]} options.withheld genuine ones that never arrived, with both signatures
 * @param {Delivery[]} options.delivered genuine ones that have arrived
 * @returns {Generator<Hostile>} all kinds in turn
 */
export function* hostileDeliveries({ count, ...options }) {
	const material = new Material(options);
	const kinds = Object.entries({
		...changed(material),
		...encoded(material),
		...badlySigned(material),
		...malformed(material),
		...otherwise(material),
	});
	for (let number = 0; number < count; number++) {
		if (number % OVERSIZED_EVERY === 0) {
			yield { kind: 'oversized', ...oversized(material) };
			continue;
		}
		const [kind, make] = kinds[number % kinds.length];
		yield { kind, ...make() };
	}
}

function oversized(material) {
	const { headers } = material.pick(material.withheld);
	const body = Buffer.alloc(OVERSIZED_BYTES, ' ');
	body.write('{"type":"INSTALL","locationId":"');
	return { headers, body, chunked: material.random.next() < 0.5 };
}
