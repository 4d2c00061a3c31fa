import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label, shortened } from '../../../core/editor/labels';
import { matching } from '../../../core/editor/lists';
import { locator, required } from '../../../core/editor/locator';
import { plainText } from '../../../core/values/texts';
import type { Conversation } from '../../api/conversations/conversation';
import { firstConversations } from '../../api/conversations/search';
import { openForEditor } from '../openForEditor';
import { addressOf } from './addresses';

/** Where a conversation is one of several ways to name somebody, it is not required. */
export const anyConversationLocator = locator({
	displayName: 'Conversation',
	name: 'conversationId',
	description:
		'The conversation, by its contact or last message from the list, by its ID, or by the address of its page',
	record: 'conversation',
	searchListMethod: 'searchConversations',
	exampleId: 'tDtDnQdgm2LXpyiqYvZ6',
	address: addressOf('conversation', 'conversations/conversations', '[A-Za-z0-9]+'),
});

export const conversationLocator = required(anyConversationLocator);

/** The list of a location has no end, and the operations on a message do not ask for its conversation. */
export const messageLocator = required(
	locator({
		displayName: 'Message',
		name: 'messageId',
		description: 'The message, by the messageId that Send returns, or the ID that Get Many returns',
		record: 'message',
		exampleId: 't22c6DQcTDf3MjRhwf77',
	}),
);

export const emailMessageLocator = required(
	locator({
		displayName: 'Email',
		name: 'emailMessageId',
		description:
			'The email, by the emailMessageId that Send returns, or an ID in meta.email.messageIds of a message',
		record: 'email',
		exampleId: 'rnGyqh2F6uBrIkfhFo9A',
	}),
);

/** The most that HighLevel gives at once; who looks for an older one searches for it. */
const SHOWN = 100;

/** The conversations with the latest messages, searched on HighLevel's side. */
export async function searchConversations(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [firstConversations], async (api) => {
		const found = await firstConversations(api, { limit: SHOWN, ...(filter ? { query: filter } : {}) });
		return { results: matching(found.map(optionOf)) };
	});
}

/** The contact and, in brackets, what was said last. */
function optionOf(conversation: Conversation): { name: string; value: string } {
	const { id, contactName, fullName, email, phone, lastMessageBody } = conversation;
	const who = [fullName, contactName, email, phone].map(plainText).find((text) => text !== '');
	return { name: label(who, shortened(plainText(lastMessageBody)), id), value: id };
}
