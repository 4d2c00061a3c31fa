import { API_ROUTES } from '../routes';

/** The scopes that the sandbox's endpoints of a location ask for. */
export const ALL_SCOPES: readonly string[] = [
	...new Set(
		API_ROUTES.filter(({ audience }) => !audience?.startsWith('agency')).flatMap(({ scope }) => scope ?? []),
	),
].sort();

/** What the demo apps may ask for: also scopes of endpoints that the sandbox does not serve, so that an app made for
 * the real thing can connect unchanged. */
export const APP_SCOPES: readonly string[] = [
	...ALL_SCOPES,
	'links.readonly',
	'links.write',
	'locations.write',
	'oauth.readonly',
	'oauth.write',
];
