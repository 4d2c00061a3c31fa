import type { ApiRoute, Call } from '../wire/apiRoute';
import { contactFields, registerTags } from '../contactInput';
import { unprocessable } from '../wire/errors';
import { findMatch, refuseDuplicate, upsertChanges } from '../state/matching';
import type { ContactRecord } from '../state/records';
import { createContactBody, updateContactBody, upsertContactBody } from '../schemas/contact';
import { createdContact, fullContact } from '../views/contact';
import { succeeded } from '../views/success';
import { contactOf, locationOf } from './lookups';

/** One contact: create, read, update, delete, upsert. */
export const contactRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/contacts/:contactId',
		scope: 'contacts.readonly',
		answer: (call) => ({ contact: fullContact(contactOf(call), call.version) }),
	},
	{
		method: 'POST',
		path: '/contacts/',
		scope: 'contacts.write',
		body: createContactBody,
		status: 201,
		answer: (call) => {
			const location = locationOf(call);
			const fields = contactFields(call.state, location.id, call.body);
			refuseDuplicate(call.state, location, fields);
			return { contact: createdContact(store(call, fields), call.version) };
		},
	},
	{
		method: 'PUT',
		path: '/contacts/:contactId',
		scope: 'contacts.write',
		body: updateContactBody,
		answer: (call) => {
			const before = contactOf(call);
			const location = call.state.locations.get(before.locationId);
			const fields = contactFields(call.state, before.locationId, call.body, before);
			// Whether an update is refused like a create is not documented; letting it through would make the very
			// duplicates that the setting forbids.
			if (location) refuseDuplicate(call.state, location, fields, before.id);
			const contact = fullContact(change(call, before.id, fields), call.version);
			// Under v3 this is the one answer without the misspelt flag.
			return call.version === 'v3' ? { succeeded: true, contact } : { succeded: true, contact };
		},
	},
	{
		method: 'DELETE',
		path: '/contacts/:contactId',
		scope: 'contacts.write',
		answer: (call) => {
			call.state.removeContact(contactOf(call).id);
			return succeeded(call.version);
		},
	},
	{
		method: 'POST',
		path: '/contacts/upsert',
		scope: 'contacts.write',
		body: upsertContactBody,
		answer: upsert,
	},
];

/** Source: official specifications, upsert; side effects as publicly reported (see `upsertChanges`). */
function upsert(call: Call): object {
	const location = locationOf(call);
	const { createNewIfDuplicateAllowed, ...body } = call.body;
	const fields = contactFields(call.state, location.id, body);
	if (!fields.email && !fields.phone) {
		throw unprocessable(['email or phone should not be empty']);
	}
	const alwaysCreate = createNewIfDuplicateAllowed === true && location.allowDuplicateContact;
	const match = alwaysCreate ? undefined : findMatch(call.state, location, fields);
	let contact: Readonly<ContactRecord>;
	if (match) {
		// Read again on top of the stored contact: custom fields and dndSettings are merged with what it has.
		const merged = contactFields(call.state, location.id, body, match.contact);
		contact = change(call, match.contact.id, upsertChanges(call.state, match.contact, merged));
	} else {
		contact = store(call, fields);
	}
	return { new: !match, contact: fullContact(contact, call.version), traceId: call.traceId };
}

function store(call: Call, fields: Partial<ContactRecord>): Readonly<ContactRecord> {
	const location = locationOf(call);
	registerTags(call.state, location.id, fields.tags ?? []);
	return call.state.addContact({ country: location.country, ...fields, locationId: location.id });
}

function change(call: Call, id: string, fields: Partial<ContactRecord>): Readonly<ContactRecord> {
	const contact = call.state.updateContact(id, fields);
	registerTags(call.state, contact.locationId, fields.tags ?? []);
	return contact;
}
