import { versionMissing, versionUnknown } from './errors';

/** Versions that share a set of shapes: the dated ones (v2), and the named one. */
export const API_VERSIONS = ['dated', 'v3'] as const;
/** Stands for a header that is missing, or that asks for no version there is. */
export const NO_VERSION = 'none';
export type ApiVersion = (typeof API_VERSIONS)[number];

/** The dated versions that the contacts API was measured to accept, and the one of calendars and conversations.
 * `legacy` is listed in the product's table of versions, but no answer to it is known: it counts as unknown. */
const DATED = ['2021-04-15', '2021-07-28', '2023-02-21'];

/** The set of shapes that a `Version` header asks for, or undefined when there is none such. */
export function versionOf(header: string | string[] | undefined): ApiVersion | undefined {
	if (header === 'v3') return 'v3';
	return typeof header === 'string' && DATED.includes(header) ? 'dated' : undefined;
}

/** @throws ApiError 401 without the header, 400 for an unknown value */
export function requireVersion(header: string | string[] | undefined): ApiVersion {
	if (header === undefined || header === '') throw versionMissing();
	const version = versionOf(header);
	if (!version) throw versionUnknown(String(header));
	return version;
}
