import type { IDataObject } from 'n8n-workflow';

import type { Memory } from '../../core/account/account';
import { making } from '../../core/operation/request';
import type { Freshness } from '../../core/account/remembered';
import { Remembered } from '../../core/account/remembered';
import { Failure } from '../../core/failure';
import { record, records } from './answers';
import type { HighLevelClient } from './client';
import { refusalIn, undefinedWhenRefused } from './errors';
import { request } from './request';

/** What a location's settings say that matters when contacts are written. */
export interface LocationSettings {
	/** Whether two contacts may have the same e-mail or phone. */
	allowDuplicateContact: boolean;
	/** ISO 3166-1 alpha-2; numbers without calling code are read as of this country. */
	country?: string;
	companyId?: string;
}

/** A location as HighLevel answers it; only what this package looks at is named. */
export interface Location extends IDataObject {
	id: string;
	name?: string;
	companyId?: string;
	/** ISO 3166-1 alpha-2 */
	country?: string;
	settings?: { allowDuplicateContact?: boolean };
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

const SETTINGS: Memory<Remembered<LocationSettings | undefined>> = {
	name: 'settings of the location',
	create: () => new Remembered(),
};

/** Holds a refusal as well, so that a token without the scope does not cost a request for each item. */
const CUSTOM_FIELDS: Memory<Remembered<CustomField[] | Failure>> = {
	name: 'custom fields of contacts',
	create: () => new Remembered(),
};

/** What one connection of an app may read, another may not, nor itself before it was connected again. */
function readerOf({ access: { grantedScopes = [] } }: HighLevelClient): string {
	return grantedScopes.join(' ');
}

/** The location that the connection is opened for. */
export const getLocation = request(
	{ endpoint: 'GET /locations/{locationId}', scopes: ['locations.readonly'] },
	(path) =>
		async (api: HighLevelClient): Promise<Location> => {
			const { locationId } = api;
			return await api.get(path({ locationId }), record<Location>('location', locationId));
		},
);

/** The location's settings, or `undefined` when the token may not read them. */
export const locationSettings = making(
	getLocation,
	[],
	async (api: HighLevelClient): Promise<LocationSettings | undefined> => {
		const read = async () => {
			const location = await getLocation(api).catch(undefinedWhenRefused);
			if (!location) return undefined;
			const { settings, country, companyId } = location;
			// Without a clear "no", duplicates are looked for before anything is created.
			return { allowDuplicateContact: settings?.allowDuplicateContact !== false, country, companyId };
		};
		const remembered = api.account.memory(SETTINGS);
		return await remembered.read(readerOf(api), read, { keptMs: KEPT_MS, signal: api.signal });
	},
);

/**
 * The custom fields of a location; `model` says whose: `contact`, `opportunity` or `all`. Others have their requests in
 * `records/customFields`.
 */
export const readCustomFields = request(
	{ endpoint: 'GET /locations/{locationId}/customFields', scopes: ['locations/customFields.readonly'] },
	(path) =>
		async (api: HighLevelClient, query: { model: string }): Promise<CustomField[]> => {
			const { locationId } = api;
			return await api.get(path({ locationId }), records<CustomField>('customFields'), query);
		},
);

/**
 * The custom fields of contacts.
 *
 * @param maxAgeMs how long ago they may have been read
 */
export async function contactCustomFields(api: HighLevelClient, maxAgeMs = KEPT_MS): Promise<CustomField[]> {
	return await readContactCustomFields(api, { keptMs: maxAgeMs });
}

/** For whoever changes custom fields: contacts that are written next see the fields as they are then. */
export function forgetCustomFields(api: HighLevelClient): void {
	api.account.memory(CUSTOM_FIELDS).forget();
}

/**
 * The same, read again when what was read earlier is not enough: a field may have been made since. So an unknown field
 * costs a request every two seconds at most.
 */
export async function customFieldsWith(
	api: HighLevelClient,
	areEnough: (fields: CustomField[]) => boolean,
): Promise<CustomField[]> {
	return await readContactCustomFields(api, {
		keptMs: KEPT_MS,
		isEnough: (answer) => answer instanceof Failure || areEnough(answer),
		recentMs: JUST_MADE_MS,
	});
}

async function readContactCustomFields(
	api: HighLevelClient,
	freshness: Freshness<CustomField[] | Failure>,
): Promise<CustomField[]> {
	const read = async () => {
		const customFields = await readCustomFields(api, { model: 'contact' });
		return customFields.filter(({ model }) => model === undefined || model === 'contact');
	};
	const answer = await api.account
		.memory(CUSTOM_FIELDS)
		.read(readerOf(api), async () => await read().catch(refusalIn), {
			...freshness,
			signal: api.signal,
		});
	if (answer instanceof Failure) throw answer;
	return answer;
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
