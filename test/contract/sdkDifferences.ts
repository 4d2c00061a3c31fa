import type { RecordedRequest } from '../../sandbox/highlevel';
import { DEMO } from '../../sandbox/highlevel';

/** A way in which the node and the official SDK differ on purpose. */
export interface Difference {
	/** Matches lines of `differencesOf` behind the name of the operation: "contact.get: …". */
	pattern: RegExp;
	reason: string;
}

export const DIFFERENCES: Difference[] = [
	{
		pattern: /: Version is "2021-07-28", the SDK sends "2023-02-21"$/,
		reason:
			'The specification asks for the Version 2021-07-28; the SDK sends one default of its own with every call',
	},
	{
		pattern: /: DELETE \S+: body is left out, the SDK sends \{\}$/,
		reason:
			'The SDK announces JSON with every DELETE, and the sandbox takes an announced body for an empty one',
	},
	{
		pattern:
			/^contact\.(create|update|upsert): only the node sends GET \/locations\/\{locationId\}\/customFields$/,
		reason: 'Values of custom fields are written by their data type, and keys are looked up',
	},
	{
		pattern: /^contact\.update: only the node sends GET \/contacts\/\{contactId\}$/,
		reason: 'An update reads the contact first, to write only what differs',
	},
	{
		pattern: /^contact\.update: PUT \S+: body\.(email|phone|firstName|country) is left out, /,
		reason: 'An update leaves out what the contact has already, so that two synced systems come to rest',
	},
	{
		pattern: /^contact\.upsert: only the node sends GET \/locations\/\{locationId\}$/,
		reason: 'Whether the location allows duplicates decides how Create or Update finds the contact',
	},
	{
		pattern: /^contact\.upsert: only the node sends GET \/contacts\/(search\/duplicate|\{contactId\})$/,
		reason:
			"HighLevel's upsert writes to one contact in silence when e-mail and phone belong to two, so they are looked for",
	},
	{
		pattern: /^contact\.upsert: only the node sends (POST \/contacts\/|PUT \/contacts\/\{contactId\})$/,
		reason: 'Create or Update creates, or updates the contact that HighLevel names as the duplicate',
	},
	{
		pattern: /^contact\.upsert: only the node sends POST \/contacts\/\{contactId\}\/tags$/,
		reason: "HighLevel's upsert replaces all tags; the node adds to them",
	},
	{
		pattern:
			/^contact\.upsert: POST \/contacts\/upsert: body\.(?!companyName|gender|email|locationId)\w+ is left out, /,
		reason:
			'An existing contact is updated with PUT; only company name and gender, which PUT refuses, go through upsert',
	},
	{
		pattern: /^contact\.findDuplicate: GET \S+: query\.number is left out, /,
		reason:
			'E-mail and phone are looked for one at a time: with both, HighLevel would not tell which of them it found',
	},
	{
		pattern: /^contact\.getAll: POST \S+: body\.sort\./,
		reason:
			'All contacts by their last change are read oldest first and turned round, so that none is missed that changes',
	},
];

/** What the node's requests have that the SDK's have not, and the other way round, a line for each. */
export function differencesOf(
	node: readonly RecordedRequest[],
	sdk: readonly RecordedRequest[],
	contactId: string,
): string[] {
	const names = new Map([
		[contactId, '{contactId}'],
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
