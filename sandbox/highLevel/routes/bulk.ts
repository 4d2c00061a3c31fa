import type { ApiRoute, Call } from '../wire/apiRoute';
import { cleanTags, registerTags } from '../contactInput';
import { notFound, unprocessable } from '../wire/errors';
import { bulkBusinessBody, bulkTagsBody } from '../schemas/contact';
import { succeeded } from '../views/success';
import { locationOf } from './lookups';

/** Calls that change many contacts. The specifications declare no scope for them; writing needs `contacts.write`. */
export const bulkRoutes: ApiRoute[] = [
	{
		method: 'POST',
		path: '/contacts/bulk/tags/update/:type',
		scope: 'contacts.write',
		body: bulkTagsBody,
		status: 201,
		answer: updateTags,
	},
	{
		method: 'POST',
		path: '/contacts/bulk/business',
		scope: 'contacts.write',
		body: bulkBusinessBody,
		answer: updateBusiness,
	},
];

interface Outcome {
	contactId: string;
	message: string;
	type: 'success' | 'error';
	oldTags?: readonly string[];
	tagsAdded?: string[];
	tagsRemoved?: string[];
}

function updateTags(call: Call): object {
	const type = call.params['type'];
	if (type !== 'add' && type !== 'remove') {
		throw unprocessable(['type must be one of the following values: add, remove']);
	}
	const locationId = locationOf(call).id;
	const { contacts, tags, removeAllTags } = call.body as {
		contacts: string[];
		tags: string[];
		removeAllTags?: boolean;
	};
	if (removeAllTags && type === 'add') {
		throw unprocessable(['removeAllTags can only be used with type remove']);
	}
	const sent = cleanTags(tags);
	const responses = contacts.map((id) =>
		updateTagsOf(call, locationId, id, (before) => {
			if (type === 'add') return [...new Set([...before, ...sent])];
			return removeAllTags ? [] : before.filter((tag) => !sent.includes(tag));
		}),
	);
	const anyChanged = responses.some((response) => response.type === 'success');
	if (type === 'add' && anyChanged) registerTags(call.state, locationId, sent);
	const errorCount = responses.filter((response) => response.type === 'error').length;
	return { ...succeeded(call.version, errorCount === 0), errorCount, responses };
}

/** Texts of the errors: official specification, example of the answer; the one for an id that never existed is ours. */
function updateTagsOf(
	call: Call,
	locationId: string,
	contactId: string,
	change: (before: readonly string[]) => string[],
): Outcome {
	const failed = (message: string): Outcome => ({ contactId, message, type: 'error' });
	if (!/^[A-Za-z0-9]{20}$/.test(contactId)) return failed('contact id is not a valid firebase id');
	const contact = call.state.contacts.get(contactId);
	if (!contact) {
		return failed(call.state.deletedContacts.has(contactId) ? 'contact is deleted' : 'contact is not found');
	}
	if (contact.locationId !== locationId) return failed('contact does not belong to location');
	const tags = change(contact.tags);
	call.state.updateContact(contactId, { tags });
	return {
		contactId,
		message: 'Tags updated',
		type: 'success',
		oldTags: contact.tags,
		tagsAdded: tags.filter((tag) => !contact.tags.includes(tag)),
		tagsRemoved: contact.tags.filter((tag) => !tags.includes(tag)),
	};
}

/** Ids that the location does not have are passed over; `ids` lists what was changed. */
function updateBusiness(call: Call): object {
	const locationId = locationOf(call).id;
	const { ids, businessId } = call.body as { ids: string[]; businessId: string | null };
	if (businessId !== null && call.state.businesses.get(businessId)?.locationId !== locationId) {
		throw notFound('Business', businessId);
	}
	const own = ids.filter((id) => call.state.contacts.get(id)?.locationId === locationId);
	for (const id of own) call.state.updateContact(id, { businessId });
	return { success: true, ids: own };
}
