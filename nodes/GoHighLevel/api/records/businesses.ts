import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { record, records } from '../answers';
import type { HighLevelClient } from '../client';
import { createOnce } from '../creating';
import { readNumbered } from '../pages';

/** A business (company) as HighLevel answers it; only what this package looks at is named. */
export interface Business extends IDataObject {
	id: string;
	name: string;
	/** ISO 8601 */
	createdAt?: string;
}

/** The writable fields of a business, under the API's own names; all of them are text. */
export type BusinessFields = Partial<Record<BusinessField, string>>;

export const BUSINESS_FIELDS = [
	'name',
	'phone',
	'email',
	'website',
	'address',
	'city',
	'state',
	'postalCode',
	'country',
	'description',
] as const;

type BusinessField = (typeof BUSINESS_FIELDS)[number];

const PAGE_SIZE = 100;

/** HighLevel misspells the key in its answers to writes. Source: official specifications, businesses. */
const WRITTEN = 'buiseness';

/**
 * Businesses of the location.
 *
 * @param limit `Infinity` for all
 */
export async function listBusinesses(api: HighLevelClient, limit: number): Promise<Business[]> {
	return await readNumbered(
		limit,
		PAGE_SIZE,
		async (skip, pageSize) => await readBusinesses(api, { skip, limit: pageSize }),
	);
}

/** A page of the location's businesses. */
export async function readBusinesses(
	api: HighLevelClient,
	{ skip, limit }: { skip: number; limit: number },
): Promise<Business[]> {
	return await api.get(path`/businesses/`, records<Business>('businesses'), {
		locationId: api.locationId,
		limit: String(limit),
		skip: String(skip),
	});
}

export async function getBusiness(api: HighLevelClient, businessId: string): Promise<Business> {
	return await api.get(path`/businesses/${businessId}`, record<Business>('business', businessId));
}

/** Creates a business, once. */
export async function createBusiness(
	api: HighLevelClient,
	fields: BusinessFields & { name: string },
): Promise<Business> {
	return await createOnce<Business>(api, {
		path: path`/businesses/`,
		body: { ...fields, locationId: api.locationId },
		recordIn: record<Business>(WRITTEN),
		list: async () => await listBusinesses(api, Infinity),
		isSame: ({ name }) => name === fields.name,
		addedAt: ({ createdAt }) => createdAt,
	});
}

/** Writes the given fields and leaves all others as they are. */
export async function putBusiness(
	api: HighLevelClient,
	businessId: string,
	fields: BusinessFields,
): Promise<Business> {
	return await api.put(path`/businesses/${businessId}`, record<Business>(WRITTEN, businessId), { ...fields });
}

export async function deleteBusiness(api: HighLevelClient, businessId: string): Promise<void> {
	await api.delete(path`/businesses/${businessId}`);
}
