import { Cancelled, Failure } from '../../core/failure';
import { path } from '../../core/path';
import type { HighLevelClient } from './client';

/** What a location's settings say that matters when contacts are written. */
export interface LocationSettings {
	/** Whether two contacts may have the same e-mail or phone. */
	allowDuplicateContact: boolean;
	/** ISO 3166-1 alpha-2; numbers without calling code are read as of this country. */
	country?: string;
	companyId?: string;
}

export interface CustomField {
	id: string;
	name: string;
	/** Such as `contact.budget`. */
	fieldKey: string;
	/** TEXT, LARGE_TEXT, NUMERICAL, MONETORY (as HighLevel spells it), DATE, SINGLE_OPTIONS, … */
	dataType: string;
	picklistOptions?: string[];
	model?: string;
}

/** Settings change rarely; a change made in HighLevel is seen after this long. */
const KEPT_MS = 10 * 60_000;

/** Keeps what was read from a location for a while, with one read in flight at a time. */
class LocationCache<T> {
	private readonly entries = new Map<string, { value: Promise<T>; readAt: number }>();

	/** @param maxAgeMs an older value is read again */
	async get(api: HighLevelClient, read: () => Promise<T>, maxAgeMs = KEPT_MS): Promise<T> {
		const { budgetKey, grantedScopes = [] } = api.access;
		// What one connection of an app may read, another may not, nor itself before it was connected again.
		const key = [budgetKey, ...grantedScopes].join(' ');
		let entry = this.entries.get(key);
		if (!entry || Date.now() - entry.readAt > maxAgeMs) {
			entry = { value: read(), readAt: Date.now() };
			this.entries.set(key, entry);
		}
		const { value } = entry;
		return await value.catch(async (error: unknown) => {
			if (this.entries.get(key)?.value === value) this.entries.delete(key);
			// The read belonged to an execution that was cancelled; this one was not.
			if (error instanceof Cancelled && !api.signal?.aborted) return await this.get(api, read, maxAgeMs);
			throw error;
		});
	}
}

const settingsCache = new LocationCache<LocationSettings | undefined>();
/** Holds a refusal as well, so that a token without the scope does not cost a request for each item. */
const customFieldsCache = new LocationCache<CustomField[] | Failure>();

/** The location's settings, or `undefined` when the token may not read them (scope `locations.readonly`). */
export async function locationSettings(api: HighLevelClient): Promise<LocationSettings | undefined> {
	return await settingsCache.get(api, async () => {
		const answer = await api
			.get<{ location?: LocationAnswer }>(path`/locations/${api.locationId}`)
			.catch(undefinedWhenRefused);
		if (!answer?.location) return undefined;
		const { settings, country, companyId } = answer.location;
		// Without a clear "no", duplicates are looked for before anything is created.
		return { allowDuplicateContact: settings?.allowDuplicateContact !== false, country, companyId };
	});
}

/** For reads that make work easier but are not needed: a token without their scope works all the same. */
export function undefinedWhenRefused(error: unknown): undefined {
	refusalIn(error);
}

/** The failure when the token may not read this; throws any other error. */
function refusalIn(error: unknown): Failure {
	if (error instanceof Failure && [401, 403].includes(error.details.httpCode ?? 0)) return error;
	throw error;
}

interface LocationAnswer {
	settings?: { allowDuplicateContact?: boolean };
	country?: string;
	companyId?: string;
}

/**
 * The custom fields of contacts. Needs the scope `locations/customFields.readonly`.
 *
 * @param maxAgeMs how long ago they may have been read
 */
export async function contactCustomFields(api: HighLevelClient, maxAgeMs?: number): Promise<CustomField[]> {
	const read = async () => {
		const { customFields } = await api.get<{ customFields?: CustomField[] }>(
			path`/locations/${api.locationId}/customFields`,
			{ model: 'contact' },
		);
		if (!customFields) throw api.notHighLevel();
		return customFields.filter(({ model }) => model === undefined || model === 'contact');
	};
	const answer = await customFieldsCache.get(
		api,
		async () => await read().catch((error: unknown) => refusalIn(error)),
		maxAgeMs,
	);
	if (answer instanceof Failure) throw answer;
	return answer;
}
