import type { IDataObject } from 'n8n-workflow';

import type { Memory } from '../../core/account/account';
import { making } from '../../core/operation/request';
import { Remembered } from '../../core/account/remembered';
import { record } from './answers';
import type { HighLevelClient } from './client';
import { undefinedWhenRefused } from './errors';
import { KEPT_MS, readerOf } from './knownList';
import { request } from './request';

/** What a location's settings say that matters when contacts are written. */
export interface LocationSettings {
	/** Whether two contacts may have the same e-mail or phone. */
	allowDuplicateContact: boolean;
	/** ISO 3166-1 alpha-2; numbers without calling code are read as of this country. */
	country?: string;
	companyId?: string;
	/** IANA name */
	timezone?: string;
}

/** A location as HighLevel answers it; only what this package looks at is named. */
export interface Location extends IDataObject {
	id: string;
	name?: string;
	companyId?: string;
	/** ISO 3166-1 alpha-2 */
	country?: string;
	/** IANA name */
	timezone?: string;
	settings?: { allowDuplicateContact?: boolean };
}

const SETTINGS: Memory<Remembered<LocationSettings | undefined>> = {
	name: 'settings of the location',
	create: () => new Remembered(),
};

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
			const { settings, country, companyId, timezone } = location;
			// Without a clear "no", duplicates are looked for before anything is created.
			return {
				allowDuplicateContact: settings?.allowDuplicateContact !== false,
				country,
				companyId,
				timezone,
			};
		};
		const remembered = api.account.memory(SETTINGS);
		return await remembered.read(readerOf(api), read, { keptMs: KEPT_MS, signal: api.signal });
	},
);
