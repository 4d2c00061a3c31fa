import { Failure } from '../failure';
import { ownValue } from '../values/ownValue';

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

/** The names in braces of a template. */
export type NamesIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
	? Name | NamesIn<Rest>
	: never;

/**
 * The path of a template whose parts are named: `/contacts/{contactId}/tasks` with `{ contactId: 'abc' }`. As with
 * `path`, a part that would address another record throws a `Failure`.
 */
export function pathIn(template: string, values: Record<string, string>): Path {
	const names = [...template.matchAll(NAME)].map(([, name = '']) => name);
	const parts = template.split(/\{\w+\}/);
	return path(Object.assign(parts, { raw: parts }), ...names.map((name) => ownValue(values, name) ?? ''));
}

/** A name in braces. */
const NAME = /\{(\w+)\}/g;

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

/**
 * The path that a person has written: `/contacts/abc/tasks`. An address of another host, a query, and a part that is
 * empty, `.` or `..` are refused with a `Failure`. A part that is encoded already stays as it is. Parts that look like
 * ids are variable in the route.
 */
export function pathOf(text: string): Path {
	if (!/^\/(?!\/)/.test(text)) {
		throw new Failure(
			`A path must begin with one slash, and this does not: ${text.slice(0, 80)}`,
			'Write only what comes behind the host, such as /contacts/abc/tasks.',
		);
	}
	if (/[?#\\]/.test(text)) {
		throw new Failure(
			`A path may not contain "?", "#" or a backslash: ${text.slice(0, 80)}`,
			'Put what follows a question mark under "Query Parameters".',
		);
	}
	const [, ...segments] = text.split('/');
	// The slash at the end belongs to some of the documented paths.
	const parts = segments.map((segment, place) =>
		segment === '' && place === segments.length - 1 && place > 0
			? ''
			: encodeSegment(decoded(segment), segments[place - 1] ?? ''),
	);
	return {
		value: ['', ...parts].join('/'),
		route: ['', ...parts.map((part) => (looksLikeId(part) ? '{}' : part))].join('/'),
	};
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

/** Ids are long and have digits in them; the names of collections have not. */
function looksLikeId(part: string): boolean {
	return part.length >= 15 && /\d/.test(part);
}
