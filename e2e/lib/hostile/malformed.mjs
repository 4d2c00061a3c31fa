import { sign } from 'node:crypto';

import { JSON_TYPE, SIGNATURE } from './material.mjs';

/** Anything at all, with signatures that somebody invented. */
export function malformed(material) {
	const forged = (make) => () => {
		const body = Buffer.from(make());
		const signature = material.pick([material.bytes(64), sign(null, body, material.forger)]);
		return { headers: { ...JSON_TYPE, [SIGNATURE]: signature.toString('base64') }, body };
	};
	const nested = (open, close) => {
		const depth = 1000 + material.below(20_000);
		return open.repeat(depth) + material.pick(['', '1' + close.repeat(depth)]);
	};
	return {
		'random bytes': forged(() => material.bytes(material.below(2000))),
		'no object': forged(() =>
			material.pick(['null', '1', '"INSTALL"', '[]', '[{}]', 'true', '', '{}', 'NaN']),
		),
		'broken JSON': forged(() =>
			material.pick(['{', '{"type":', "{'type':'INSTALL'}", '{"a":1,}', '{"a":"\n"}', ']']),
		),
		'dangerous keys': forged(() =>
			material.pick([
				'{"__proto__":{"type":"INSTALL"},"type":"INSTALL"}',
				'{"constructor":{"prototype":{"x":1}},"type":"INSTALL"}',
				'{"type":"INSTALL","toString":1,"hasOwnProperty":null}',
				'{"type":{"toString":null},"webhookId":[]}',
			]),
		),
		'deep nesting': forged(() => material.pick([() => nested('[', ']'), () => nested('{"a":', '}')])()),
		'huge numbers': forged(
			() => `{"type":"INSTALL","n":${'9'.repeat(1 + material.below(5000))}e${material.below(9999)}}`,
		),
	};
}
