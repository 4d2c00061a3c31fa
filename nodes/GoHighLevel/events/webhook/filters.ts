import type { IDataObject } from 'n8n-workflow';

import { isObject } from './payload';
import type { Filters } from './settings';

/** Whether a delivery is from one of the locations; all are let through where none is named. */
export function isOfLocation(payload: IDataObject, { locationIds }: Filters): boolean {
	return locationIds.length === 0 || locationsOf(payload).some((id) => locationIds.includes(id));
}

/**
 * The locations that a payload names: its own, of an invoice or an order the one that it was made in, of a location
 * itself, of an appointment's, of a user all that it belongs to.
 */
function locationsOf(payload: IDataObject): string[] {
	const { locationId, altId, altType, location, locations, type, id } = payload;
	const named = [
		locationId,
		altType === 'location' ? altId : undefined,
		isObject(location) ? location.id : undefined,
		String(type).startsWith('Location') ? id : undefined,
		...(Array.isArray(locations) ? (locations as unknown[]) : []),
	];
	return named.filter((one): one is string => typeof one === 'string' && one !== '');
}
