import type { IDataObject } from 'n8n-workflow';

import { isSamePhone } from '../../../core/values/phones';
import { isSameText } from '../../../core/values/sameText';
import type { Fields, WiseAgentClient } from '../client';
import { findContact } from '../contacts/contacts';
import { searchedDigits } from '../contacts/identity';
import { notFound } from '../errors';
import { readPages } from '../pages';
import { making } from '../../../core/operation/request';
import { reading } from '../request';

const getVendors = reading('getVendors', 'contacts');

/** What vendors are looked for by; all of it must apply. */
export interface VendorQuery {
	email?: string;
	/** In whatever way it is written. */
	phone?: string;
	/** Types of which one suffices. */
	types?: string[];
	/** A part of the name of the company or of a contact there. */
	nameQuery?: string;
}

/** Business partners, page after page. */
export const listVendors = making(
	getVendors,
	[],
	async (api: WiseAgentClient, query: VendorQuery, limit: number): Promise<IDataObject[]> => {
		const filter = firstOf(query);
		return await readPages({
			limit,
			id: 'VendorID',
			isWanted: (vendor) => fits(vendor, query),
			readPage: async (page) => {
				const answer = await getVendors(api, { ...filter, ...page });
				return api.recordsIn(answer, 'VendorID', 'data');
			},
		});
	},
);

/** Wise Agent heeds the first filter alone, in this order. */
function firstOf({ email, phone, types, nameQuery }: VendorQuery): Fields {
	if (email) return { email };
	if (phone) return { phone: searchedDigits(phone)[0] };
	return types ? { types: types.join(',') } : { nameQuery };
}

function fits(vendor: IDataObject, { email, phone, types, nameQuery }: VendorQuery): boolean {
	const names = [vendor.Company, vendor.ContactName, vendor.AlternateContact];
	const phones = [vendor.Phone, vendor.ContactPhone];
	return (
		(!email || isSameText(vendor.Email, email)) &&
		(!phone || phones.some((own) => isSamePhone(String(own ?? ''), phone))) &&
		(!types || types.some((type) => isSameText(type, vendor.Type))) &&
		(!nameQuery ||
			names.some((own) =>
				String(own ?? '')
					.toLowerCase()
					.includes(nameQuery.toLowerCase()),
			))
	);
}

/**
 * One vendor. Throws a `Failure` when it is not there.
 *
 * @param id with or without the V in front
 */
export const readVendor = making(
	findContact,
	[],
	async (api: WiseAgentClient, id: string): Promise<IDataObject> => {
		const vendorId = /^v/i.test(id) ? id.toUpperCase() : `V${id}`;
		const vendor = await findContact(api, vendorId);
		if (!vendor) throw notFound('Vendor', vendorId);
		return vendor;
	},
);
