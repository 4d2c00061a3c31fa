import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label, shortened } from '../../../core/editor/labels';
import { matching } from '../../../core/editor/lists';
import { plainText } from '../../../core/values/texts';
import type { Conversation } from '../../api/conversations/conversation';
import { firstConversations } from '../../api/conversations/search';
import { openForEditor } from '../openForEditor';

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
