import type { IDataObject } from 'n8n-workflow';

import { kindOf } from './kit';

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

const business = kindOf<Business, 'businessId'>({
	path: '/businesses/',
	id: 'businessId',
	one: 'business',
	many: 'businesses',
	// HighLevel misspells it in its answers to writes. Source: official specifications, businesses.
	written: 'buiseness',
	read: 'businesses.readonly',
	write: 'businesses.write',
});

const get = business.get();

const { page, list } = business.pages({ size: 100, skipped: 'skip' });

export const businesses = {
	page,
	list,
	get,
	create: business.create<BusinessFields & { name: string }>({
		list,
		isSame: ({ name }, sent) => name === sent.name,
		addedAt: ({ createdAt }) => createdAt,
	}),
	change: business.change<BusinessFields>(get),
	delete: business.delete(get),
};
