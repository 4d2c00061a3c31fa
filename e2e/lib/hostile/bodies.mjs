import { deflateSync, gzipSync } from 'node:zlib';

/** Genuine signatures over something that is not quite what was signed. */
export function changed(material) {
	return {
		truncated: () => material.withBody((body) => body.subarray(0, 1 + material.below(body.length - 1))),
		extended: () =>
			material.withBody((body) => Buffer.concat([body, Buffer.from(material.pick([' ', '\n', '\0', '{}']))])),
		'one bit flipped': () =>
			material.withBody((body) => {
				const changed = Buffer.from(body);
				changed[material.below(changed.length)] ^= 1 << material.below(8);
				return changed;
			}),
		'one field changed': () =>
			material.withJson((event) => JSON.stringify({ ...event, locationId: material.random.id() })),
		'another id': () =>
			material.withJson((event) => JSON.stringify({ ...event, webhookId: material.random.hex(32) })),
		'byte order mark': () =>
			material.withBody((body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])),
		'invalid UTF-8': () =>
			material.withBody((body) => {
				const at = material.below(body.length);
				const broken = material.pick([[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80]]);
				return Buffer.concat([body.subarray(0, at), Buffer.from(broken), body.subarray(at)]);
			}),
	};
}
/** The same JSON, written differently. */
export function encoded(material) {
	const recoded = (event) =>
		material.pick([
			() => JSON.stringify(event, null, 1 + material.below(4)),
			() => JSON.stringify(Object.fromEntries(Object.entries(event).reverse())),
			() => JSON.stringify(event).replace(/[a-z]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
			() => JSON.stringify(event).replaceAll('/', '\\/').replace(':', ' :'),
		])();
	const zip = (body) => material.pick([gzipSync, deflateSync])(body);
	return {
		're-encoded': () => material.withJson(recoded),
		're-encoded, compressed': () => {
			const recodedOne = material.withJson(recoded);
			const headers = { ...recodedOne.headers, 'content-encoding': 'gzip' };
			return { headers, body: gzipSync(recodedOne.body) };
		},
		'UTF-16': () => material.withJson((event) => Buffer.from(JSON.stringify(event), 'utf16le')),
		'compressed, without saying so': () => material.withBody(zip),
		'said to be compressed': () => {
			const { headers, body } = material.pick(material.withheld);
			return { headers: { ...headers, 'content-encoding': material.pick(['gzip', 'deflate']) }, body };
		},
		'compressed, broken off': () => {
			const { headers, body } = material.pick(material.withheld);
			const zipped = gzipSync(body);
			return {
				headers: { ...headers, 'content-encoding': 'gzip' },
				body: zipped.subarray(0, zipped.length >> 1),
			};
		},
	};
}
