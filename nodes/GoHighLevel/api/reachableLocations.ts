import type { IDataObject } from 'n8n-workflow';

import { path } from '../../core/path';
import type { HighLevelClient } from './client';

/** A location as HighLevel answers it; only what this package looks at is named. */
export interface Location extends IDataObject {
	id: string;
	name?: string;
	companyId?: string;
}

/** The location that the connection is opened for. */
export async function getLocation(api: HighLevelClient): Promise<Location> {
	const { location } = await api.get<{ location?: Location }>(path`/locations/${api.locationId}`);
	if (!location) throw api.notHighLevel();
	return location;
}
