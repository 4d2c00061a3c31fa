import { generateKeyPairSync } from 'node:crypto';

import { SeededRandom } from '../../../sandbox/shared/random.ts';

/** @typedef {import('../interceptor.mjs').Delivery} Delivery */

export const SIGNATURE = 'x-ghl-signature';
export const LEGACY_SIGNATURE = 'x-wh-signature';
export const JSON_TYPE = { 'content-type': 'application/json' };

/** What an attacker has: genuine deliveries, a key of his own, and chance. */
export class Material {
	/** @param {{ seed: number, withheld: Delivery[], delivered: Delivery[] }} options */
	constructor({ seed, withheld, delivered }) {
		this.random = new SeededRandom(seed);
		this.withheld = withheld;
		this.delivered = delivered;
	}

	forger = generateKeyPairSync('ed25519').privateKey;

	pick(choices) {
		return this.random.pick(choices);
	}

	/** A whole number from 0 to below the end. */
	below(end) {
		return Math.floor(this.random.next() * end);
	}

	bytes(count) {
		return Buffer.from(Array.from({ length: count }, () => this.below(256)));
	}

	/** A genuine delivery that never arrived, with another body under its signature. @param {(body: Buffer) => string | Buffer} change */
	withBody(change) {
		const { headers, body } = this.pick(this.withheld);
		const changed = Buffer.from(change(body));
		// What came out the same by chance would not be hostile.
		return changed.equals(body) ? this.withBody(change) : { headers, body: changed };
	}

	/** @param {(event: Record<string, unknown>) => string | Buffer} write */
	withJson(write) {
		return this.withBody((body) => write(JSON.parse(body)));
	}
}
