import type { ApiRoute } from '../wire/apiRoute';
import { cleanTags, registerTags } from '../contactInput';
import { followersBody, tagsBody } from '../schemas/contact';
import { contactOf } from './lookups';

/** Tags and followers of a contact. Both kinds of DELETE take a body. */
export const contactTagRoutes: ApiRoute[] = [
	{
		method: 'POST',
		path: '/contacts/:contactId/tags',
		scope: 'contacts.write',
		body: tagsBody,
		status: 201,
		answer: (call) => {
			const contact = contactOf(call);
			const added = cleanTags(call.body['tags'] as string[]);
			registerTags(call.state, contact.locationId, added);
			const tags = [...new Set([...contact.tags, ...added])];
			return { tags: call.state.updateContact(contact.id, { tags }).tags };
		},
	},
	{
		method: 'DELETE',
		path: '/contacts/:contactId/tags',
		scope: 'contacts.write',
		body: tagsBody,
		answer: (call) => {
			const contact = contactOf(call);
			const removed = cleanTags(call.body['tags'] as string[]);
			const tags = contact.tags.filter((tag) => !removed.includes(tag));
			return { tags: call.state.updateContact(contact.id, { tags }).tags };
		},
	},
	{
		method: 'POST',
		path: '/contacts/:contactId/followers',
		scope: 'contacts.write',
		body: followersBody,
		status: 201,
		answer: (call) => {
			const contact = contactOf(call);
			const sent = new Set(call.body['followers'] as string[]);
			const followersAdded = [...sent].filter((id) => !contact.followers.includes(id));
			const followers = [...contact.followers, ...followersAdded];
			call.state.updateContact(contact.id, { followers });
			return { followers, followersAdded };
		},
	},
	{
		method: 'DELETE',
		path: '/contacts/:contactId/followers',
		scope: 'contacts.write',
		body: followersBody,
		answer: (call) => {
			const contact = contactOf(call);
			const sent = call.body['followers'] as string[];
			const followersRemoved = contact.followers.filter((id) => sent.includes(id));
			const followers = contact.followers.filter((id) => !sent.includes(id));
			call.state.updateContact(contact.id, { followers });
			return { followers, followersRemoved };
		},
	},
];
