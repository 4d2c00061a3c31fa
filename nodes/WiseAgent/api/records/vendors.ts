import type { IDataObject } from 'n8n-workflow';

import { listIn } from '../answers';
import type { WiseAgentClient } from '../client';
import { findContact } from '../contacts/contacts';
import { notFound } from '../errors';
import { readPages } from '../pages';

/** What vendors are looked for by. Wise Agent heeds the first one alone, in this order. */
export interface VendorQuery {
	email?: string;
	phone?: string;
	/** Types of which one suffices. */
	types?: string[];
	nameQuery?: string;
}

/** Business partners, page after page. */
export async function listVendors(
	api: WiseAgentClient,
	{ types, ...query }: VendorQuery,
	limit: number,
): Promise<IDataObject[]> {
	return await readPages({
		limit,
		id: 'VendorID',
		readPage: async (page) => {
			const answer = await api.read('getVendors', { ...query, types: types?.join(','), ...page });
			const vendors = listIn(answer, 'data');
			if (!vendors || vendors.some((vendor) => !('VendorID' in vendor))) throw api.notWiseAgent();
			return vendors;
		},
	});
}

/**
 * One vendor. Throws a `Failure` when it is not there.
 *
 * @param id with or without the V in front
 */
export async function readVendor(api: WiseAgentClient, id: string): Promise<IDataObject> {
	const vendorId = /^v/i.test(id) ? id.toUpperCase() : `V${id}`;
	const vendor = await findContact(api, vendorId);
	if (!vendor) throw notFound('Vendor', vendorId);
	return vendor;
}
