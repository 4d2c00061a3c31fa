import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../../core/values/objects';

/**
 * The locations that a payload names: its own, that of an invoice or an order, the location itself where the event is
 * about one, all that a user belongs to.
 */
export function locationsOf(payload: IDataObject): string[] {
	const { locationId, altId, altType, location, locations, type, id } = payload;
	const named = [
		locationId,
		altType === 'location' ? altId : undefined,
		isObject(location) ? location.id : undefined,
		type === 'LocationCreate' || type === 'LocationUpdate' ? id : undefined,
		...(Array.isArray(locations) ? (locations as unknown[]) : []),
	];
	return named.filter((one): one is string => typeof one === 'string' && one !== '');
}

/** The location that a payload is from, its own before all others; `undefined` where it names none or several. */
export function onlyLocationOf(payload: IDataObject): string | undefined {
	const { locationId } = payload;
	if (typeof locationId === 'string' && locationId !== '') return locationId;
	const [first, ...others] = [...new Set(locationsOf(payload))];
	return others.length === 0 ? first : undefined;
}
