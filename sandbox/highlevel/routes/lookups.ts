import type { Call } from '../api-route';
import { contactNotFound, notFound, wrongLocation } from '../errors';
import type { ContactRecord, LocationRecord } from '../records';

/** The contact that the path names.
 * @throws ApiError 400 when it does not exist, 403 when it belongs to another location */
export function contactOf(call: Call, id = call.params['contactId'] ?? ''): Readonly<ContactRecord> {
	const contact = call.state.contacts.get(id);
	if (!contact) throw contactNotFound(id);
	if (contact.locationId !== call.token.locationId) throw wrongLocation();
	return contact;
}

/** The location that the request names; access was checked before.
 * @throws ApiError 400 when it does not exist */
export function locationOf(call: Call): Readonly<LocationRecord> {
	const id = String(call.params['locationId'] ?? call.query['locationId'] ?? call.body['locationId']);
	const location = call.state.locations.get(id);
	if (!location) throw notFound('Location', id);
	return location;
}
