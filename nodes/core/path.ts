import { Failure } from './failure';

/** A request path whose variable parts are encoded, and the route that it belongs to. */
export interface Path {
	/** Ready to send: `/contacts/abc%2Fdef/tasks`. */
	readonly value: string;
	/** The same with `{}` for each variable part: `/contacts/{}/tasks`. */
	readonly route: string;
}

/**
 * Builds a request path from a template: path`/contacts/${contactId}/tasks`.
 *
 * A part that is empty, `.` or `..` would address another record than the operator meant, so it throws a
 * `Failure` before anything is sent.
 */
export function path(parts: TemplateStringsArray, ...values: Array<string | number>): Path {
	const encoded = values.map((value, index) => encodeSegment(value, parts[index] ?? ''));
	return {
		value: String.raw({ raw: parts }, ...encoded),
		route: String.raw({ raw: parts }, ...values.map(() => '{}')),
	};
}

function encodeSegment(value: string | number, before: string): string {
	const segment = String(value ?? '').trim();
	if (segment === '' || segment === '.' || segment === '..') {
		const collection = before.split('/').filter(Boolean).pop() ?? 'record';
		throw new Failure(
			`The id for "${collection}" is ${segment === '' ? 'empty' : `"${segment}"`}`,
			'Choose a record from the list or map its id. Nothing was sent.',
		);
	}
	return encodeURIComponent(segment);
}
