import type { IDataObject } from 'n8n-workflow';

import { Cancelled, Failure } from '../../core/failure';
import { path } from '../../core/sending/path';
import { record, records } from './answers';
import type { HighLevelClient } from './client';

/** What a location's settings say that matters when contacts are written. */
export interface LocationSettings {
	/** Whether two contacts may have the same e-mail or phone. */
	allowDuplicateContact: boolean;
	/** ISO 3166-1 alpha-2; numbers without calling code are read as of this country. */
	country?: string;
	companyId?: string;
}

/** A custom field as HighLevel answers it; only what this package looks at is named. */
export interface CustomField extends IDataObject {
	id: string;
	name: string;
	/** Such as `contact.budget`. */
	fieldKey: string;
	/** TEXT, LARGE_TEXT, NUMERICAL, MONETORY (as HighLevel spells it), DATE, SINGLE_OPTIONS, … */
	dataType: string;
	/** Choices; the boxes of a text box list. */
	picklistOptions?: Array<string | { id?: string; label: string }>;
	/** Of a field for files. */
	isMultiFileAllowed?: boolean;
	maxFileLimit?: number;
	model?: string;
}

/** Settings change rarely; a change made in HighLevel is seen after this long. */
const KEPT_MS = 10 * 60_000;

/** Something that a person has just made in HighLevel is there when it is asked for. */
export const JUST_MADE_MS = 2_000;

/** Keeps what was read from a location for a while, with one read in flight at a time. */
class LocationCache<T> {
	private readonly entries = new Map<string, { value: Promise<T>; readAt: number }>();

	/** @param maxAgeMs an older value is read again */
	async get(api: HighLevelClient, read: () => Promise<T>, maxAgeMs = KEPT_MS): Promise<T> {
		const key = this.keyOf(api);
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

	/** What is read from now on is read anew; a read in flight, which may be older, serves those who wait for it. */
	forget({ access: { budgetKey } }: HighLevelClient): void {
		for (const key of this.entries.keys()) if (key.split(' ')[0] === budgetKey) this.entries.delete(key);
	}

	/** What one connection of an app may read, another may not, nor itself before it was connected again. */
	private keyOf({ access: { budgetKey, grantedScopes = [] } }: HighLevelClient): string {
		return [budgetKey, ...grantedScopes].join(' ');
	}
}

const settingsCache = new LocationCache<LocationSettings | undefined>();
/** Holds a refusal as well, so that a token without the scope does not cost a request for each item. */
const customFieldsCache = new LocationCache<CustomField[] | Failure>();

/** The location's settings, or `undefined` when the token may not read them (scope `locations.readonly`). */
export async function locationSettings(api: HighLevelClient): Promise<LocationSettings | undefined> {
	return await settingsCache.get(api, async () => {
		const location = await api
			.get(path`/locations/${api.locationId}`, record<LocationAnswer>('location', api.locationId))
			.catch(undefinedWhenRefused);
		if (!location) return undefined;
		const { settings, country, companyId } = location;
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
 * The custom fields of a location. Needs the scope `locations/customFields.readonly`.
 *
 * @param model whose fields: `contact`, `opportunity` or `all`
 */
export async function readCustomFields(api: HighLevelClient, model: string): Promise<CustomField[]> {
	const fields = records<CustomField>('customFields');
	return await api.get(path`/locations/${api.locationId}/customFields`, fields, { model });
}

/**
 * The custom fields of contacts. Needs the scope `locations/customFields.readonly`.
 *
 * @param maxAgeMs how long ago they may have been read
 */
export async function contactCustomFields(api: HighLevelClient, maxAgeMs?: number): Promise<CustomField[]> {
	const read = async () => {
		const customFields = await readCustomFields(api, 'contact');
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

/** For whoever changes custom fields: contacts that are written next see the fields as they are then. */
export function forgetCustomFields(api: HighLevelClient): void {
	customFieldsCache.forget(api);
}

/**
 * The same, read again when what was read earlier is not enough: a field may have been made since. So an unknown field
 * costs a request every two seconds at most.
 */
export async function customFieldsWith(
	api: HighLevelClient,
	areEnough: (fields: CustomField[]) => boolean,
): Promise<CustomField[]> {
	const known = await contactCustomFields(api);
	return areEnough(known) ? known : await contactCustomFields(api, JUST_MADE_MS);
}

/** The choices of a field by name, whether HighLevel gives them as texts or as objects with a label. */
export function choiceNamesOf({ picklistOptions }: Pick<CustomField, 'picklistOptions'>): string[] {
	const options: unknown[] = Array.isArray(picklistOptions) ? picklistOptions : [];
	return options.flatMap((option) => {
		const { label, name, value } = (option ?? {}) as IDataObject;
		const text = typeof option === 'object' ? (label ?? name ?? value) : option;
		return typeof text === 'string' || typeof text === 'number' ? [String(text)] : [];
	});
}
