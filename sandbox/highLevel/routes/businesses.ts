import type { ApiRoute, Call } from '../wire/apiRoute';
import { notFound, wrongLocation } from '../wire/errors';
import type { BusinessRecord } from '../state/records';
import { businessesQuery, createBusinessBody, updateBusinessBody } from '../schemas/business';
import { withoutNulls } from '../views/withoutNulls';
import { locationOf } from './lookups';

/** Businesses (companies) of a location. Source: official specifications, businesses. */
export const businessRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/businesses/',
		scope: 'businesses.readonly',
		locationInQuery: true,
		query: businessesQuery,
		answer: (call) => {
			// The specification has both as text, with 100 and 0 where they are left out.
			const { limit = '100', skip = '0' } = call.query as { limit?: string; skip?: string };
			const businesses = call.state.businesses.inGroup(locationOf(call).id);
			return { businesses: businesses.slice(Number(skip), Number(skip) + Number(limit)).map(view) };
		},
	},
	{
		method: 'POST',
		path: '/businesses/',
		scope: 'businesses.write',
		body: createBusinessBody,
		status: 201,
		answer: (call) => {
			const fields = { ...sent(call), locationId: locationOf(call).id } as CreateFields;
			return { success: true, buiseness: view(call.state.addBusiness(fields)) };
		},
	},
	{
		method: 'GET',
		path: '/businesses/:businessId',
		scope: 'businesses.readonly',
		answer: (call) => ({ business: view(businessOf(call)) }),
	},
	{
		method: 'PUT',
		path: '/businesses/:businessId',
		scope: 'businesses.write',
		body: updateBusinessBody,
		answer: (call) => {
			const updatedAt = call.state.clock.nextIso();
			const business: BusinessRecord = { ...businessOf(call), ...sent(call), updatedAt };
			call.state.businesses.set(business.id, business);
			return { success: true, buiseness: view(business) };
		},
	},
	{
		method: 'DELETE',
		path: '/businesses/:businessId',
		scope: 'businesses.write',
		answer: (call) => {
			const { id, locationId } = businessOf(call);
			for (const contact of call.state.contacts.inGroup(locationId)) {
				if (contact.businessId === id) call.state.updateContact(contact.id, { businessId: null });
			}
			call.state.businesses.delete(id);
			return { success: true };
		},
	},
];

type CreateFields = Parameters<Call['state']['addBusiness']>[0];

/** An empty text empties the field; the sources are silent on it. */
function sent({ body }: Call): Partial<BusinessRecord> {
	return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value === '' ? null : value]));
}

function businessOf(call: Call): Readonly<BusinessRecord> {
	const id = call.params['businessId'] ?? '';
	const business = call.state.businesses.get(id);
	if (!business) throw notFound('Business', id);
	if (business.locationId !== call.token.locationId) throw wrongLocation();
	return business;
}

/** Source: official specifications, `BusinessDto`. Empty values are left out, and so are `createdBy` and `updatedBy`,
 * in which nothing is documented. */
function view(business: Readonly<BusinessRecord>): object {
	return withoutNulls({ ...business });
}
