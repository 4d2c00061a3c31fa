import type { Passing, Replacement } from './forwarder';

/** What a proxy, a gateway or a fault of the service puts in place of a response, by what an operator would call it. */
export const ODD_RESPONSES: Record<string, Replacement> = {
	'a login page': {
		status: 200,
		headers: { 'content-type': 'text/html' },
		body: '<html><body>Log in</body></html>',
	},
	'an empty body': { status: 200, body: '' },
	'an empty object': { status: 200, body: '{}' },
	'an empty list': { status: 200, body: '[]' },
	'a list of null': { status: 200, body: '[null]' },
	'a list in a list': { status: 200, body: '[[]]' },
	null: { status: 200, body: 'null' },
	'a number': { status: 200, body: '42' },
	'a yes': { status: 200, body: 'true' },
	'a text': { status: 200, headers: { 'content-type': 'text/plain' }, body: 'OK' },
	'a text in quotes': { status: 200, body: '"OK"' },
	'JSON that ends too early': { status: 200, body: '{"success":false,"error":{"mess' },
	'a response that is cut off': { status: 200, body: '{"id":"abc","na', isCutOff: true },
	'a response that is cut off at once': { status: 200, body: '', isCutOff: true },
	'JSON in JSON': { status: 200, body: JSON.stringify('{"success":true}') },
	'status 201 with an empty body': { status: 201, body: '' },
	'status 202 with a page': {
		status: 202,
		headers: { 'content-type': 'text/html' },
		body: '<!doctype html><p>Wait',
	},
	'status 204': { status: 204, body: '' },
};

/** Status -> what a redirect to another host looks like. */
export function redirectTo(url: string, status: number): Replacement {
	return { status, headers: { location: url, 'content-type': 'text/plain' }, body: '' };
}

/** Texts of raw errors of the language, which mean nothing to an operator. */
export const RAW_ERROR =
	/undefined|\bnull\b|iterable|not a function|destructur|Cannot (?:read|convert)|\[object|is not valid JSON|Unexpected token|NaN/;

/** The same replacement for every request, or for those that it fits. */
export function always(
	replacement: Replacement,
	fits: (request: Passing) => boolean = () => true,
): (request: Passing) => Replacement | undefined {
	return (request) => (fits(request) ? replacement : undefined);
}
