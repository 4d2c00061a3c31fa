import { Failure } from '../../../core/failure';
import { making, optional } from '../../../core/operation/request';
import { isObject } from '../../../core/values/objects';
import type { BinaryFile } from '../../../core/values/files';
import type { Reading } from '../answers';
import type { HighLevelClient } from '../client';
import { getContact } from '../contacts/contacts';
import { nameOf } from '../conversations/channels';
import type { Readers } from '../conversations/lost';
import { candidatesFor, isOther, isOtherInbound, isSame, isSameInbound } from '../conversations/lost';
import type { EmailMessage, Incoming, Message, Outgoing, Sent } from '../conversations/message';
import { namedOrWhole } from '../conversations/message';
import { messagesOfConversation, messagesOfLocation, newestMessages } from '../conversations/pages';
import { sendOnce } from '../conversations/sendOnce';
import { request } from '../request';
import { conversations } from './conversations';

/** `messages` of the path belong to a location, and are no part of a conversation. */
const get = request(
	{ endpoint: 'GET /conversations/messages/{messageId}', scopes: ['conversations/message.readonly'] },
	(path) =>
		async (api: HighLevelClient, { messageId }: { messageId: string }): Promise<Message> =>
			await api.get(path({ messageId }), namedOrWhole<Message>('message', messageId)),
);

/** In v2 of the specification, it has neither a version nor a scope; in v3 it has both. */
const getEmail = request(
	{
		endpoint: 'GET /conversations/messages/email/{emailMessageId}',
		scopes: ['conversations/message.readonly'],
	},
	(path) =>
		async (api: HighLevelClient, { emailMessageId }: { emailMessageId: string }): Promise<EmailMessage> =>
			await api.get(path({ emailMessageId }), namedOrWhole<EmailMessage>('emailMessage', emailMessageId)),
);

/** Where a message is looked for whose response was lost. */
const LOOKED_IN = [optional(conversations.ofContact), optional(newestMessages), optional(getEmail)];

/** As many as may have been added since, on all channels. */
const LOOKED_AT = 50;

function readersOf(api: HighLevelClient): Readers {
	return {
		newest: async (contactId) => {
			const found = await conversations.ofContact(api, { contactId });
			const lists = found.map(async ({ id }) => {
				return await newestMessages(api, { conversationId: id, limit: LOOKED_AT });
			});
			return (await Promise.all(lists)).flat();
		},
		email: async (emailMessageId) => await getEmail(api, { emailMessageId }),
	};
}

/** Sends a message; see `sendOnce`. */
const send = request(
	{
		endpoint: 'POST /conversations/messages',
		scopes: ['conversations/message.write'],
		further: LOOKED_IN,
	},
	(path) =>
		async (api: HighLevelClient, message: Outgoing): Promise<Sent> => {
			const { contactId, type } = message;
			const began = Date.now();
			return await sendOnce(api, {
				path: path(),
				body: { ...message },
				effect: 'send',
				mayBe: `the ${nameOf(type)} message to contact ${contactId} may have been sent`,
				list: async () => await candidatesFor(api, message, began, readersOf(api)),
				isSame: (found) => isSame(found, message),
				isOther: (found) => isOther(found, message),
			});
		},
);

/**
 * Adds a message that came by another way; see `sendOnce`. It is known again by the ID that it has there, or, without
 * one, by its text; of one that is dated back, nothing tells whether it was there before.
 */
const addInbound = request(
	{
		endpoint: 'POST /conversations/messages/inbound',
		scopes: ['conversations/message.write'],
		further: LOOKED_IN,
	},
	(path) =>
		async (api: HighLevelClient, message: Incoming): Promise<Sent> => {
			const { contactId, type, altId, date } = message;
			const began = Date.now();
			const isDatedBack = date !== undefined && altId === undefined;
			return await sendOnce(api, {
				path: path(),
				body: { direction: 'inbound', ...message },
				effect: 'create',
				mayBe: `the ${nameOf(type)} message from contact ${contactId} may have been added`,
				list: async () => (isDatedBack ? [] : await candidatesFor(api, message, began, readersOf(api))),
				isSame: (found) => isSameInbound(found, message),
				isOther: (found) => isOtherInbound(found, message),
				...(altId === undefined ? {} : { addedAt: () => new Date().toISOString() }),
			});
		},
);

/** HighLevel answers with the status in the body. */
const canceled: Reading<true> = (answer) => {
	const status = isObject(answer) ? Number(answer.status) : NaN;
	return status >= 200 && status < 300 ? true : undefined;
};

/** The addresses of what was uploaded. */
const uploadedIn: Reading<string[]> = (answer) => {
	const { uploadedFiles } = isObject(answer) ? answer : {};
	const urls: unknown[] = isObject(uploadedFiles) ? Object.values(uploadedFiles) : [];
	const texts = urls.filter((url): url is string => typeof url === 'string' && url !== '');
	return texts.length > 0 ? texts : undefined;
};

/** Messages of the conversations of a location. */
export const messages = {
	get,
	getEmail,
	ofConversation: messagesOfConversation,
	ofLocation: messagesOfLocation,
	send,
	addInbound,
	/** Nothing is said of one that is gone after a lost response. */
	cancel: request(
		{
			endpoint: 'DELETE /conversations/messages/{messageId}/schedule',
			scopes: ['conversations/message.write'],
		},
		(path) =>
			async (api: HighLevelClient, { messageId }: { messageId: string }): Promise<true> =>
				await api.deletePart(path({ messageId }), canceled, true),
	),
	cancelEmail: request(
		{
			endpoint: 'DELETE /conversations/messages/email/{emailMessageId}/schedule',
			scopes: ['conversations/message.write'],
		},
		(path) =>
			async (api: HighLevelClient, { emailMessageId }: { emailMessageId: string }): Promise<true> =>
				await api.deletePart(path({ emailMessageId }), canceled, true),
	),
	/** Uploads a file for a message of a conversation; answers its address. A second copy harms nobody. */
	upload: request(
		{ endpoint: 'POST /conversations/messages/upload', scopes: ['conversations/message.write'] },
		(path) =>
			async (
				api: HighLevelClient,
				{ contactId, conversationId }: { contactId: string; conversationId: string },
				file: BinaryFile,
			): Promise<string[]> => {
				const fields = { conversationId, contactId, locationId: api.locationId };
				return await api.postFile(path(), uploadedIn, fields, file, 'fileAttachment');
			},
	),
};

/**
 * A contact's messages, which are in its conversation. One without is looked at, since the search says nothing of a
 * contact that is not there.
 */
export const messagesOfContact = making(
	messagesOfConversation,
	[conversations.ofContact, optional(getContact)],
	async (
		api: HighLevelClient,
		{ contactId, types }: { contactId: string; types?: string[] },
		wanted: { limit?: number },
	): Promise<Message[]> => {
		const found = await conversations.ofContact(api, { contactId });
		if (found.length === 0) await getContact(api, contactId).catch(unlessUnreadable);
		const all: Message[] = [];
		for (const { id } of found) {
			if (typeof id !== 'string') throw withoutId();
			all.push(...(await messagesOfConversation(api, { conversationId: id, types }, wanted)));
		}
		return all.slice(0, wanted.limit);
	},
);

function withoutId(): Failure {
	return new Failure(
		'HighLevel returned a conversation whose ID cannot be read',
		'Run the item again. If it stays like this, ask HighLevel about the conversations of this contact.',
	);
}

/** A token that may not read contacts may have found that there is no message all the same. */
function unlessUnreadable(error: unknown): undefined {
	if (!(error instanceof Failure) || error.details.httpCode !== 401) throw error;
}
