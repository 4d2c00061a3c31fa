import { closedObject, filledText } from '../../shared/jsonSchema';
import type { Resource } from '../kit/resource';
import type { Call } from '../wire/apiRoute';
import { badRequest } from '../wire/errors';

/** A tag that a location knows. */
export interface TagRecord {
	id: string;
	name: string;
	locationId: string;
}

const body = closedObject({ name: filledText }, ['name']);

/** Source: official specifications, locations. */
export const tags: Resource<TagRecord> = {
	called: 'Tag',
	path: '/locations/:locationId/tags',
	parameter: 'tagId',
	scope: 'locations/tags',
	under: 'locationId',
	answers: {
		one: (tag) => ({ tag }),
		many: (tags) => ({ tags }),
		// Misspelt under v3 as well.
		deleted: () => ({ succeded: true }),
	},
	list: {},
	get: {},
	create: { body, status: 200, fields: freeName },
	update: { body, fields: freeName, then: (call, after, before) => onContacts(call, before, after.name) },
	delete: { then: (call, tag) => onContacts(call, tag) },
};

/** A second tag of the same name is refused; the text of the refusal is ours. */
function freeName(call: Call, { id, locationId }: Readonly<TagRecord>): Partial<TagRecord> {
	const name = String(call.body['name']).trim().toLowerCase();
	if (call.state.tags.inGroup(locationId).some((tag) => tag.name === name && tag.id !== id)) {
		throw badRequest(`Tag with name ${name} already exists`);
	}
	return { name };
}

/** Renames a tag on the location's contacts, or takes it off them. */
function onContacts({ state }: Call, { name, locationId }: Readonly<TagRecord>, newName?: string): void {
	for (const contact of state.contacts.inGroup(locationId)) {
		if (!contact.tags.includes(name)) continue;
		const tags = contact.tags.flatMap((tag) => (tag !== name ? [tag] : newName ? [newName] : []));
		state.updateContact(contact.id, { tags });
	}
}
