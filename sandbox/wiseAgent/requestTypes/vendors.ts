import { phoneKey } from '../contacts/identifiers';
import { sameName } from '../contacts/input';
import type { VendorRecord } from '../records';
import type { RequestType } from '../requestType';
import type { Parameters } from '../wire/parameters';
import { pageOf } from '../wire/paging';

/** Business partners. One of them is read by getSingleContact. */
export const vendorTypes: RequestType[] = [
	{
		name: 'getVendors',
		verb: 'GET',
		scopes: ['contacts'],
		answer: ({ state, parameters }) => {
			const fits = vendorFilter(parameters);
			return pageOf([...state.vendors.values()].filter(fits), parameters, null);
		},
	},
];

/** Of the filters, only the first that is sent counts. */
function vendorFilter(parameters: Parameters): (vendor: Readonly<VendorRecord>) => boolean {
	const email = parameters.text('email');
	if (email !== '') return (vendor) => sameName(vendor.Email, email);
	const phone = phoneKey(parameters.text('phone'));
	if (phone !== '') {
		return ({ Phone, ContactPhone }) => [Phone, ContactPhone].some((own) => phoneKey(own) === phone);
	}
	const types = parameters.list('types');
	if (types.length > 0) return ({ Type }) => types.some((type) => sameName(type, Type));
	const name = parameters.text('nameQuery').toLowerCase();
	return ({ Company, ContactName, AlternateContact }) =>
		[Company, ContactName, AlternateContact].some((own) => own.toLowerCase().includes(name));
}
