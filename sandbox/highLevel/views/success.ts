import type { ApiVersion } from '../wire/versions';

/** The success flag of deletions and memberships: misspelt under dated versions; v3 answers both spellings.
 * Source: official specifications. */
export function succeeded(version: ApiVersion, value = true): Record<string, boolean> {
	return version === 'v3' ? { succeeded: value, succeded: value } : { succeded: value };
}
