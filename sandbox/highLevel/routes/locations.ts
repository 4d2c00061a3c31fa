import type { ApiRoute, Call } from '../wire/apiRoute';
import { badRequest, notFound } from '../wire/errors';
import type { TagRecord } from '../state/records';
import { tagBody } from '../schemas/location';
import { locationView } from '../views/location';
import { locationOf } from './lookups';

/** A location and what belongs to it: tags, time zones. */
export const locationRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/locations/:locationId',
		scope: 'locations.readonly',
		audience: 'any',
		answer: (call) => ({ location: locationView(locationOf(call)) }),
	},
	{
		method: 'GET',
		path: '/locations/:locationId/timezones',
		scope: 'locations.readonly',
		// The specifications give no shape; the list is shorter than the product's own.
		answer: () => ({ timeZones: TIME_ZONES }),
	},
	{
		method: 'GET',
		path: '/locations/:locationId/tags',
		scope: 'locations/tags.readonly',
		answer: (call) => ({ tags: call.state.tags.inGroup(locationOf(call).id) }),
	},
	{
		method: 'POST',
		path: '/locations/:locationId/tags',
		scope: 'locations/tags.write',
		body: tagBody,
		answer: (call) => {
			const tag = { id: call.state.newId(), name: freeTagName(call), locationId: locationOf(call).id };
			call.state.tags.set(tag.id, tag);
			return { tag };
		},
	},
	{
		method: 'GET',
		path: '/locations/:locationId/tags/:tagId',
		scope: 'locations/tags.readonly',
		answer: (call) => ({ tag: tagOf(call) }),
	},
	{
		method: 'PUT',
		path: '/locations/:locationId/tags/:tagId',
		scope: 'locations/tags.write',
		body: tagBody,
		answer: (call) => {
			const before = tagOf(call);
			const tag = { ...before, name: freeTagName(call, before.id) };
			call.state.tags.set(tag.id, tag);
			replaceOnContacts(call, before.name, tag.name);
			return { tag };
		},
	},
	{
		method: 'DELETE',
		path: '/locations/:locationId/tags/:tagId',
		scope: 'locations/tags.write',
		answer: (call) => {
			const tag = tagOf(call);
			call.state.tags.delete(tag.id);
			replaceOnContacts(call, tag.name);
			// Misspelt under v3 as well.
			return { succeded: true };
		},
	},
];

const TIME_ZONES = [
	'Pacific/Honolulu',
	'America/Anchorage',
	'America/Los_Angeles',
	'America/Denver',
	'America/Phoenix',
	'America/Chicago',
	'America/New_York',
	'America/Toronto',
	'America/Sao_Paulo',
	'Europe/London',
	'Europe/Paris',
	'Europe/Berlin',
	'Africa/Johannesburg',
	'Asia/Dubai',
	'Asia/Kolkata',
	'Asia/Singapore',
	'Asia/Tokyo',
	'Australia/Sydney',
];

function tagOf(call: Call): Readonly<TagRecord> {
	const id = call.params['tagId'] ?? '';
	const tag = call.state.tags.get(id);
	if (tag?.locationId !== locationOf(call).id) throw notFound('Tag', id);
	return tag;
}

/** A second tag of the same name is refused; the text of the refusal is ours. */
function freeTagName(call: Call, exceptId?: string): string {
	const name = String(call.body['name']).trim().toLowerCase();
	const taken = call.state.tags
		.inGroup(locationOf(call).id)
		.some((tag) => tag.name === name && tag.id !== exceptId);
	if (taken) throw badRequest(`Tag with name ${name} already exists`);
	return name;
}

/** Renames a tag on the location's contacts, or takes it off them. */
function replaceOnContacts(call: Call, name: string, newName?: string): void {
	for (const contact of call.state.contacts.inGroup(locationOf(call).id)) {
		if (!contact.tags.includes(name)) continue;
		const tags = contact.tags.flatMap((tag) => (tag !== name ? [tag] : newName ? [newName] : []));
		call.state.updateContact(contact.id, { tags });
	}
}
