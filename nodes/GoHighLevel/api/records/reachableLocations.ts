import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { installedLocations } from '../access/agency';
import { record, records } from '../answers';
import type { HighLevelClient } from '../client';
import { readNumbered } from '../pages';

/** A location as HighLevel answers it; only what this package looks at is named. */
export interface Location extends IDataObject {
	id: string;
	name?: string;
	companyId?: string;
}

/** The location that the connection is opened for. */
export async function getLocation(api: HighLevelClient): Promise<Location> {
	return await api.get(path`/locations/${api.locationId}`, record<Location>('location', api.locationId));
}

const PAGE_SIZE = 50;

/**
 * The locations that the token may see; for an agency, those in which its app is installed, of which HighLevel tells
 * less: the name and the whole address.
 *
 * @param limit `Infinity` for all
 */
export async function listLocations(api: HighLevelClient, limit: number): Promise<Location[]> {
	const { agency } = api.access;
	return await readNumbered(limit, PAGE_SIZE, async (skip, pageSize) => {
		if (!agency) return await searchLocations(api, skip, pageSize);
		const locations = await installedLocations(agency, { skip, limit: pageSize }, api.options);
		return locations.map(({ _id: id, ...others }) => ({ id, ...others }));
	});
}

async function searchLocations(api: HighLevelClient, skip: number, limit: number): Promise<Location[]> {
	return await api.get(path`/locations/search`, records<Location>('locations'), {
		skip: String(skip),
		limit: String(limit),
	});
}
