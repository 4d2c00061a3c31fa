import { DEMO, locationId } from '../support';
import type { SdkCall } from './call';
import { nobody, NO_CONTACT } from './call';

const { businesses } = DEMO;

/** One contact, lists of them, and calls that change many. */
export const contactCalls: SdkCall[] = [
	{
		name: 'createContact',
		succeed: (contacts, _, options) =>
			contacts.createContact({ locationId, email: 'new@x.example', tags: ['VIP'] }, options),
		gives: { contact: { email: 'new@x.example', tags: ['vip'] } },
		fail: (contacts, _, options) => contacts.createContact({ locationId, email: 'ada@x.example' }, options),
		refusal: { statusCode: 400, message: 'This location does not allow duplicated contacts.' },
	},
	{
		name: 'getContact',
		succeed: (contacts, { contactId }, options) => contacts.getContact({ contactId }, options),
		gives: { contact: { email: 'ada@x.example' } },
		fail: (contacts, _, options) => contacts.getContact({ contactId: nobody }, options),
		refusal: NO_CONTACT,
	},
	{
		name: 'updateContact',
		succeed: (contacts, { contactId }, options) =>
			contacts.updateContact({ contactId }, { city: 'Hoboken' }, options),
		gives: { succeded: true, contact: { city: 'Hoboken' } },
		fail: (contacts, { contactId }, options) =>
			contacts.updateContact({ contactId }, { email: 'no address' }, options),
		refusal: { statusCode: 422, message: 'email must be an email' },
	},
	{
		name: 'upsertContact',
		succeed: (contacts, _, options) =>
			contacts.upsertContact({ locationId, email: 'ada@x.example', city: 'Boston' }, options),
		gives: { new: false, contact: { city: 'Boston' } },
		fail: (contacts, _, options) => contacts.upsertContact({ locationId, firstName: 'Ada' }, options),
		refusal: { statusCode: 422, message: 'email or phone should not be empty' },
	},
	{
		name: 'deleteContact',
		succeed: (contacts, { contactId }, options) => contacts.deleteContact({ contactId }, options),
		gives: { succeded: true },
		fail: (contacts, _, options) => contacts.deleteContact({ contactId: nobody }, options),
		refusal: NO_CONTACT,
	},
	{
		name: 'searchContactsAdvanced',
		succeed: (contacts, _, options) =>
			// Its type says that the body is empty.
			contacts.searchContactsAdvanced({ locationId, pageLimit: 10, query: 'ada' } as object, options),
		gives: { total: 1, contacts: [{ email: 'ada@x.example' }] },
		fail: (contacts, _, options) => contacts.searchContactsAdvanced({ locationId } as object, options),
		refusal: {
			statusCode: 422,
			message:
				'pageLimit should not be empty, pageLimit must be a number conforming to the specified constraints',
		},
	},
	{
		name: 'getDuplicateContact',
		succeed: (contacts, _, options) =>
			contacts.getDuplicateContact({ locationId, email: 'ada@x.example' }, options),
		gives: { contact: { email: 'ada@x.example' } },
		fail: (contacts, _, options) => contacts.getDuplicateContact({ locationId }, options),
		refusal: { statusCode: 422, message: 'email or number should not be empty' },
	},
	{
		name: 'getContacts',
		succeed: (contacts, _, options) => contacts.getContacts({ locationId }, options),
		gives: { count: 1, contacts: [{ email: 'ada@x.example' }] },
		fail: (contacts, _, options) => contacts.getContacts({ locationId, limit: 101 }, options),
		refusal: { statusCode: 422, message: 'limit must not be greater than 100' },
	},
	{
		name: 'getContactsByBusinessId',
		succeed: (contacts, _, options) =>
			contacts.getContactsByBusinessId({ businessId: businesses.northPier, locationId }, options),
		gives: { count: 1, contacts: [{ email: 'ada@x.example' }] },
		fail: (contacts, _, options) =>
			contacts.getContactsByBusinessId({ businessId: 'x', locationId, limit: '101' }, options),
		refusal: { statusCode: 422, message: 'limit must not be greater than 100' },
	},
	{
		name: 'createAssociation',
		succeed: (contacts, { contactId }, options) =>
			contacts.createAssociation(
				{ type: 'add' },
				{ locationId, contacts: [contactId], tags: ['x'] },
				options,
			),
		gives: { succeded: true, errorCount: 0 },
		fail: (contacts, _, options) =>
			contacts.createAssociation({ type: 'swap' }, { locationId, contacts: [], tags: [] }, options),
		refusal: { statusCode: 422, message: 'type must be one of the following values: add, remove' },
		sendsNoOAuthToken: true,
	},
	{
		name: 'addRemoveContactFromBusiness',
		succeed: (contacts, { contactId }, options) =>
			contacts.addRemoveContactFromBusiness(
				{ locationId, ids: [contactId], businessId: businesses.northPier },
				options,
			),
		gives: { success: true },
		fail: (contacts, _, options) =>
			contacts.addRemoveContactFromBusiness({ locationId, ids: [], businessId: nobody }, options),
		refusal: { statusCode: 400, message: 'Business with id nobody not found' },
		sendsNoOAuthToken: true,
	},
];
