import { Failure } from '../../../core/failure';
import { making, optional } from '../../../core/operation/request';
import { isObject } from '../../../core/values/objects';
import type { Reading } from '../answers';
import { done, OtherRecord } from '../answers';
import type { HighLevelClient } from '../client';
import type { Conversation } from '../conversations/conversation';
import { firstConversations, searchConversations } from '../conversations/search';
import { heldBackUpdate, readInDryRun } from '../dryRun';
import { request } from '../request';
import { kindOf } from './kit';

const conversation = kindOf<Conversation, 'conversationId'>({
	path: '/conversations/',
	id: 'conversationId',
	written: 'conversation',
	read: 'conversations.readonly',
	write: 'conversations.write',
});

const ofContact = making(
	firstConversations,
	[],
	async (api: HighLevelClient, { contactId }: { contactId: string }): Promise<Conversation[]> =>
		await firstConversations(api, { contactId, limit: 20 }),
);

const post = conversation.create<{ contactId: string }>({
	list: ofContact,
	listed: ({ contactId }) => ({ contactId }),
	among: ({ contactId }) => contactId,
	isSame: (found, sent) => found.contactId === sent.contactId,
	isUnique: true,
});

/** Of a contact that has none. Throws a `Failure` with the ID of the one that is there. */
const create = making(
	post,
	[],
	async (api: HighLevelClient, sent: { contactId: string }): Promise<Conversation> =>
		await post(api, sent).catch(async (error: unknown) => {
			if (!isRefusedAsSecond(error)) throw error;
			const [existing] = await ofContact(api, sent).catch(() => []);
			throw existingConversation(error, existing?.id);
		}),
);

/** Source: refusals as publicly reported, which do not name the conversation. */
function isRefusedAsSecond(error: unknown): error is Failure {
	return error instanceof Failure && /conversation .*already exists/i.test(error.message);
}

function existingConversation({ details }: Failure, conversationId?: string): Failure {
	const which = conversationId === undefined ? '' : `: ${conversationId}`;
	return new Failure(
		`The contact already has a conversation${which}`,
		'A contact has one at most. Use that one: Get Many with the filter Contact returns it.',
		{ ...details, field: 'contactId', ...(conversationId === undefined ? {} : { conversationId }) },
	);
}

/** The conversation after a change. Its ID is described as that of the contact. */
function changedIn(wanted: string): Reading<Conversation> {
	return (answer) => {
		const found = isObject(answer) && done(answer) ? answer.conversation : undefined;
		if (!isObject(found)) return undefined;
		const { id: named, contactId } = found as Partial<Conversation>;
		const id = typeof named === 'string' && named.trim() !== '' ? named : wanted;
		if (id !== wanted && id !== contactId) {
			throw new OtherRecord(`record ${id.slice(0, 60)}`, `record ${wanted}`, { id: wanted });
		}
		return { ...(found as Conversation), id: wanted };
	};
}

const get = conversation.get();

/** Conversations of a location. */
export const conversations = {
	search: searchConversations,
	ofContact,
	get,
	create,
	/** The one of a contact; a new one where it has none. */
	withContact: making(
		ofContact,
		[create],
		async (api: HighLevelClient, sent: { contactId: string }): Promise<Conversation> => {
			const [found] = await ofContact(api.needing(ofContact), sent);
			return found ?? (await create(api.needing(create), sent));
		},
	),
	change: request(
		{
			endpoint: 'PUT /conversations/{conversationId}',
			scopes: ['conversations.write'],
			further: [optional(get)],
		},
		(path) =>
			async (
				api: HighLevelClient,
				{ conversationId, ...changes }: { conversationId: string; unreadCount?: number; starred?: boolean },
			): Promise<Conversation> => {
				const existing = await readInDryRun(api, get, { conversationId });
				if (existing) throw heldBackUpdate(existing, changes);
				const body = { locationId: api.locationId, ...changes };
				return await api.put(path({ conversationId }), changedIn(conversationId), body);
			},
	),
	delete: conversation.delete(get),
};
