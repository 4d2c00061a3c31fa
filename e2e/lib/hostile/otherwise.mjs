import { sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { SIGNATURE } from './material.mjs';

/** What is neither changed nor badly written, but comes again, or in another way. */
export function otherwise(material) {
	const forgedOf = (type) => {
		const { body } = material.pick(material.withheld);
		const signature = sign(null, body, material.forger).toString('base64');
		return { headers: { 'content-type': type, [SIGNATURE]: signature }, body };
	};
	return {
		replayed: () => material.pick(material.delivered),
		'replayed, compressed': () => {
			const { headers, body } = material.pick(material.delivered);
			return { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
		},
		'another content type': () =>
			forgedOf(
				material.pick([
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
			...material.pick(material.withheld),
			method: material.pick(['GET', 'PUT', 'DELETE', 'PATCH']),
		}),
		'hung up': () => ({ ...material.pick(material.withheld), hangUp: true }),
	};
}
