import { ownValue } from '../../core/values/ownValue';

/** Values of the `Version` header, oldest first. Source: HighLevel's versioning page and the specification of each operation. */
export const API_VERSIONS = ['2021-04-15', '2021-07-28', '2023-02-21', 'v3'] as const;

export type ApiVersion = (typeof API_VERSIONS)[number];

/** What v2 documents for nearly everything. */
const DATED: ApiVersion = '2021-07-28';

/** What v2 documents for calendars, conversations and some smaller areas. */
const OLDER: ApiVersion = '2021-04-15';

/**
 * The table of versions: each area of the API, and the routes that differ from their area. The longest matching
 * entry counts. `{}` stands for a variable part of the path.
 *
 * Moving the node to v3 means changing this table, and the shapes in `shapes.ts`.
 */
const VERSIONS: Record<string, ApiVersion> = {
	'/businesses': DATED,
	'/calendars': OLDER,
	'/campaigns': DATED,
	'/contacts': DATED,
	'/conversation-ai': OLDER,
	'/conversations': OLDER,
	// Only v3 has templates under their location.
	'/emails/locations': 'v3',
	'/forms': DATED,
	'/knowledge-bases': OLDER,
	'/locations': DATED,
	'/oauth': DATED,
	'/objects': DATED,
	'/opportunities': DATED,
	'/saas': OLDER,
	'/saas-api': OLDER,
	'/surveys': DATED,
	'/users': DATED,
	'/voice-ai': OLDER,
	'/workflows': DATED,
};

/** The version that a route is sent with: `/contacts/{}/tasks` -> `2021-07-28`. */
export function versionOf(route: string): ApiVersion {
	const area = Object.keys(VERSIONS)
		.filter((prefix) => route === prefix || route.startsWith(`${prefix}/`))
		.sort((a, b) => b.length - a.length)[0];
	return ownValue(VERSIONS, area ?? '') ?? DATED;
}
