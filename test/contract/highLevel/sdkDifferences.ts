import type { RecordedRequest } from '../../../sandbox/highLevel';
import { DEMO } from '../../../sandbox/highLevel';
import type { Difference } from '../../cases/case';

/** Differences that any operation may show. */
export const GENERAL_DIFFERENCES: Difference[] = [
	{
		pattern: /: Version is "2021-0(4-15|7-28)", the SDK sends "2023-02-21"$/,
		reason:
			'The specification asks for the Version 2021-07-28, or 2021-04-15 for calendars; the SDK sends one default of its own with every call',
	},
	{
		pattern: /: DELETE \S+: body is left out, the SDK sends \{\}$/,
		reason:
			'The SDK announces JSON with every DELETE, and the sandbox takes an announced body for an empty one',
	},
];

/** What the node's requests have that the SDK's have not, and the other way round, a line for each. */
export function differencesOf(
	node: readonly RecordedRequest[],
	sdk: readonly RecordedRequest[],
	prepared: Record<string, string>,
): string[] {
	const names = new Map([
		...Object.entries(prepared).map(([name, id]) => [id, `{${name}}`] as const),
		[DEMO.locationId, '{locationId}'],
	]);
	const nameOf = ({ method, path }: RecordedRequest) =>
		`${method} ${path
			.split('/')
			.map((part) => (part && names.get(part)) ?? part)
			.join('/')}`;
	const left = [...node];
	const lines = sdk.flatMap((theirs) => {
		const place = left.findIndex((ours) => nameOf(ours) === nameOf(theirs));
		if (place < 0) return [`only the SDK sends ${nameOf(theirs)}`];
		const [ours] = left.splice(place, 1) as [RecordedRequest];
		const parts = [
			...valueDifferences('Version', ours.version, theirs.version),
			...valueDifferences('token', ours.token, theirs.token),
			...valueDifferences('query', ours.query, theirs.query),
			...valueDifferences('body', ours.body, theirs.body),
		];
		return parts.map((line) => `${nameOf(theirs)}: ${line}`);
	});
	return [...lines, ...left.map((ours) => `only the node sends ${nameOf(ours)}`)];
}

/** Compares as JSON: the order of keys does not matter, the order of list entries does. */
function valueDifferences(place: string, ours: unknown, theirs: unknown): string[] {
	if (isObject(ours) && isObject(theirs) && Array.isArray(ours) === Array.isArray(theirs)) {
		const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
		return keys.flatMap((key) => valueDifferences(`${place}.${key}`, ours[key], theirs[key]));
	}
	return Object.is(ours, theirs) ? [] : [`${place} is ${shown(ours)}, the SDK sends ${shown(theirs)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
	return value === undefined ? 'left out' : JSON.stringify(value);
}
