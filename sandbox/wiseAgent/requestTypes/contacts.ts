import { filteredContacts } from '../contacts/filter';
import type { ContactRecord } from '../records';
import type { Call, RequestType } from '../requestType';
import { contactView } from '../views/contact';
import { pageOf } from '../wire/paging';
import { lowerError } from '../wire/refusal';
import { updateContact } from './updateContact';
import { webcontact } from './webcontact';

/** Contacts: reading, creating, changing. There is no way to delete one. */
export const contactTypes: RequestType[] = [
	{
		name: 'getContacts',
		verb: 'GET',
		scopes: ['contacts'],
		answer: (call) => pageOf(listed(call), call.parameters, null).map((contact) => shown(call, contact)),
	},
	{
		name: 'getContactsCount',
		verb: 'GET',
		scopes: ['contacts'],
		answer: ({ state, parameters }) => ({ count: filteredContacts(state, parameters).length }),
	},
	{ name: 'webcontact', verb: 'POST', scopes: ['contacts'], answer: webcontact },
	{ name: 'updateContact', verb: 'POST', scopes: ['contacts'], answer: updateContact },
	{
		name: 'getSingleContact',
		verb: 'GET',
		scopes: ['contacts'],
		answer: (call) => {
			const id = call.parameters.text('clientID');
			if (id === '') throw lowerError('Missing ClientID');
			const vendor = call.state.vendors.get(id.toUpperCase());
			if (vendor) return [vendor];
			const contact = call.state.contacts.get(id) ?? survivorOf(call, id);
			// No source shows what an unknown id gets; a query without a result is an empty list elsewhere.
			return contact ? [shown(call, contact)] : [];
		},
	},
];

function survivorOf({ state, settings }: Call, id: string): Readonly<ContactRecord> | undefined {
	if (settings.mergedContact === 'notFound') return undefined;
	return [...state.contacts.values()].find(({ mergedIds }) => mergedIds.includes(Number(id)));
}

function listed({ state, settings, parameters }: Call): Array<Readonly<ContactRecord>> {
	const contacts = filteredContacts(state, parameters);
	if (settings.contactOrder === 'id') return contacts;
	return contacts.sort((a, b) => a.updatedAt.localeCompare(b.updatedAt) || a.ClientID - b.ClientID);
}

function shown({ state, settings }: Call, contact: Readonly<ContactRecord>): object {
	return contactView(contact, state.customData.inGroup(String(contact.ClientID)), settings);
}
