import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';

import { SeededRandom } from '../../sandbox/shared/random.ts';

/**
 * @typedef {import('./interceptor.mjs').Delivery} Delivery
 * @typedef {import('./httpClient.mjs').Sent & { kind: string }} Hostile
 */

const SIGNATURE = 'x-ghl-signature';
const LEGACY = 'x-wh-signature';
const JSON_TYPE = { 'content-type': 'application/json' };

/** n8n's default limit is 16 MB. */
const OVERSIZED_BYTES = 17 * 1024 * 1024;
/** Those of this kind are big, so there are only a few. */
const OVERSIZED_EVERY = 500;

/**
 * Requests that must not start anything, by somebody who knows the URL and listens on the line, but has no key.
 * The same seed makes the same ones, except for the forger's keys.
 */
export class HostileDeliveries {
	/**
	 * @param {object} options
	 * @param {number} options.seed
	 * @param {Delivery[]} options.withheld genuine ones that never arrived, with both signatures
	 * @param {Delivery[]} options.delivered genuine ones that have arrived
	 */
	constructor({ seed, withheld, delivered }) {
		this.#random = new SeededRandom(seed);
		this.#withheld = withheld;
		this.#delivered = delivered;
	}

	#random;
	#withheld;
	#delivered;
	#forger = generateKeyPairSync('ed25519').privateKey;

	/** @returns {Generator<Hostile>} all kinds in turn */
	*take(count) {
		const kinds = Object.entries(this.#kinds());
		for (let number = 0; number < count; number++) {
			if (number % OVERSIZED_EVERY === 0) {
				yield { kind: 'oversized', ...this.#oversized() };
				continue;
			}
			const [kind, make] = kinds[number % kinds.length];
			yield { kind, ...make() };
		}
	}

	/** Every kind by its name: how to make one. @returns {Record<string, () => import('./httpClient.mjs').Sent>} */
	#kinds() {
		return {
			...this.#changed(),
			...this.#encoded(),
			...this.#badlySigned(),
			...this.#malformed(),
			...this.#otherwise(),
		};
	}

	/** Genuine signatures over something that is not quite what was signed. */
	#changed() {
		return {
			truncated: () => this.#withBody((body) => body.subarray(0, 1 + this.#below(body.length - 1))),
			extended: () =>
				this.#withBody((body) => Buffer.concat([body, Buffer.from(this.#pick([' ', '\n', '\0', '{}']))])),
			'one bit flipped': () =>
				this.#withBody((body) => {
					const changed = Buffer.from(body);
					changed[this.#below(changed.length)] ^= 1 << this.#below(8);
					return changed;
				}),
			'one field changed': () =>
				this.#withJson((event) => JSON.stringify({ ...event, locationId: this.#random.id() })),
			'another id': () => this.#withJson((event) => JSON.stringify({ ...event, webhookId: randomUUID() })),
			'byte order mark': () =>
				this.#withBody((body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])),
			'invalid UTF-8': () =>
				this.#withBody((body) => {
					const at = this.#below(body.length);
					const broken = this.#pick([[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80]]);
					return Buffer.concat([body.subarray(0, at), Buffer.from(broken), body.subarray(at)]);
				}),
		};
	}

	/** The same JSON, written differently. */
	#encoded() {
		const recoded = (event) =>
			this.#pick([
				() => JSON.stringify(event, null, 1 + this.#below(4)),
				() => JSON.stringify(Object.fromEntries(Object.entries(event).reverse())),
				() => JSON.stringify(event).replace(/[a-z]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
				() => JSON.stringify(event).replaceAll('/', '\\/').replace(':', ' :'),
			])();
		const zip = (body) => this.#pick([gzipSync, deflateSync])(body);
		return {
			're-encoded': () => this.#withJson(recoded),
			're-encoded, compressed': () => {
				const recodedOne = this.#withJson(recoded);
				const headers = { ...recodedOne.headers, 'content-encoding': 'gzip' };
				return { headers, body: gzipSync(recodedOne.body) };
			},
			'UTF-16': () => this.#withJson((event) => Buffer.from(JSON.stringify(event), 'utf16le')),
			'compressed, without saying so': () => this.#withBody(zip),
			'said to be compressed': () => {
				const { headers, body } = this.#pick(this.#withheld);
				return { headers: { ...headers, 'content-encoding': this.#pick(['gzip', 'deflate']) }, body };
			},
			'compressed, broken off': () => {
				const { headers, body } = this.#pick(this.#withheld);
				const zipped = gzipSync(body);
				return {
					headers: { ...headers, 'content-encoding': 'gzip' },
					body: zipped.subarray(0, zipped.length >> 1),
				};
			},
		};
	}

	/** Genuine bodies, which somebody without the key tries to sign. */
	#badlySigned() {
		const signed = (signature) => () => {
			const { headers, body } = this.#pick(this.#withheld);
			const value = signature(body, headers[SIGNATURE]);
			return { headers: { ...JSON_TYPE, ...(value === undefined ? {} : { [SIGNATURE]: value }) }, body };
		};
		const random = (bytes) => this.#bytes(bytes).toString('base64');
		return {
			'signature N/A': signed(() => this.#pick(['N/A', 'n/a', ' N/A '])),
			'signature missing': signed(() => undefined),
			'signature empty': signed(() => ''),
			'signature twice': signed((_, genuine) => [genuine, genuine]),
			'signature twice, once wrong': signed((_, genuine) =>
				this.#pick([
					[genuine, random(64)],
					[random(64), genuine],
				]),
			),
			'signature of somebody else': signed((body) => sign(null, body, this.#forger).toString('base64')),
			'signature of something else': () => {
				const [one, other] = [this.#pick(this.#withheld), this.#pick(this.#delivered)];
				return { headers: other.headers, body: one.body };
			},
			'signature at random': signed(() => random(64)),
			'signature of the wrong length': signed((_, genuine) =>
				this.#pick([genuine.slice(0, -8), genuine + genuine, random(63), random(65), random(512), 'A']),
			),
			'signature that is none': signed(() =>
				this.#pick([
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
				const { headers, body } = this.#pick(this.#withheld);
				return { headers: { ...JSON_TYPE, [LEGACY]: headers[LEGACY] }, body };
			},
			'the former signature in the place of the other': signed((body) => {
				const found = this.#withheld.find((delivery) => delivery.body === body);
				return found.headers[LEGACY];
			}),
		};
	}

	/** Anything at all, with signatures that somebody invented. */
	#malformed() {
		const forged = (make) => () => {
			const body = Buffer.from(make());
			const signature = this.#pick([this.#bytes(64), sign(null, body, this.#forger)]);
			return { headers: { ...JSON_TYPE, [SIGNATURE]: signature.toString('base64') }, body };
		};
		const nested = (open, close) => {
			const depth = 1000 + this.#below(20_000);
			return open.repeat(depth) + this.#pick(['', '1' + close.repeat(depth)]);
		};
		return {
			'random bytes': forged(() => this.#bytes(this.#below(2000))),
			'no object': forged(() =>
				this.#pick(['null', '1', '"INSTALL"', '[]', '[{}]', 'true', '', '{}', 'NaN']),
			),
			'broken JSON': forged(() =>
				this.#pick(['{', '{"type":', "{'type':'INSTALL'}", '{"a":1,}', '{"a":"\n"}', ']']),
			),
			'dangerous keys': forged(() =>
				this.#pick([
					'{"__proto__":{"type":"INSTALL"},"type":"INSTALL"}',
					'{"constructor":{"prototype":{"x":1}},"type":"INSTALL"}',
					'{"type":"INSTALL","toString":1,"hasOwnProperty":null}',
					'{"type":{"toString":null},"webhookId":[]}',
				]),
			),
			'deep nesting': forged(() => this.#pick([() => nested('[', ']'), () => nested('{"a":', '}')])()),
			'huge numbers': forged(
				() => `{"type":"INSTALL","n":${'9'.repeat(1 + this.#below(5000))}e${this.#below(9999)}}`,
			),
		};
	}

	#otherwise() {
		const forgedOf = (type) => {
			const { body } = this.#pick(this.#withheld);
			const signature = sign(null, body, this.#forger).toString('base64');
			return { headers: { 'content-type': type, [SIGNATURE]: signature }, body };
		};
		return {
			replayed: () => this.#pick(this.#delivered),
			'replayed, compressed': () => {
				const { headers, body } = this.#pick(this.#delivered);
				return { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
			},
			'another content type': () =>
				forgedOf(
					this.#pick([
						...[
							'text/plain',
							'application/xml',
							'application/x-www-form-urlencoded',
							'application/octet-stream',
						],
						...['multipart/form-data; boundary=x', 'multipart/form-data', 'application/json; charset=utf-16'],
						...['application/json; charset=nonsense', 'nonsense', '/', 'application/json, text/html'],
					]),
				),
			'another method': () => ({
				...this.#pick(this.#withheld),
				method: this.#pick(['GET', 'PUT', 'DELETE', 'PATCH']),
			}),
			'hung up': () => ({ ...this.#pick(this.#withheld), hangUp: true }),
		};
	}

	#oversized() {
		const { headers } = this.#pick(this.#withheld);
		const filler = Buffer.alloc(OVERSIZED_BYTES, ' ');
		filler.write('{"type":"INSTALL","locationId":"');
		return { headers, body: filler, chunked: this.#random.next() < 0.5 };
	}

	/** A genuine delivery with another body under its signature. */
	#withBody(change) {
		const { headers, body } = this.#pick(this.#withheld);
		const changed = Buffer.from(change(body));
		// What came out the same by chance would not be hostile.
		return changed.equals(body) ? this.#withBody(change) : { headers, body: changed };
	}

	#withJson(write) {
		return this.#withBody((body) => write(JSON.parse(body)));
	}

	#pick(choices) {
		return this.#random.pick(choices);
	}

	/** A whole number from 0 to below the end. */
	#below(end) {
		return Math.floor(this.#random.next() * end);
	}

	#bytes(count) {
		return Buffer.from(Array.from({ length: count }, () => this.#below(256)));
	}
}
