import { contactOf, conversationOf, locationOf } from '../routes/lookups';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { badRequest } from '../wire/errors';
import type { ConversationRecord } from './records';
import { createConversationBody, updateConversationBody } from './schemas';
import { findConversation } from './store';
import { changedConversationView, createdConversationView } from './views';

/** Source: official specifications, conversations. */
export const conversationWriteRoutes: ApiRoute[] = [
	{
		method: 'POST',
		path: '/conversations/',
		scope: 'conversations.write',
		body: createConversationBody,
		status: 201,
		answer: (call) => ({ success: true, conversation: createdConversationView(create(call)) }),
	},
	{
		method: 'PUT',
		path: '/conversations/:conversationId',
		scope: 'conversations.write',
		body: updateConversationBody,
		answer: (call) => ({ success: true, conversation: changedConversationView(update(call)) }),
	},
];

/** A contact has one at most; the refusal is as publicly reported:
 * https://github.com/GoHighLevel/highlevel-api-docs/issues/5 */
function create(call: Call): Readonly<ConversationRecord> {
	const { id: contactId, locationId } = contactOf(call, String(call.body['contactId']));
	if (findConversation(call.state, contactId, locationId)) {
		throw badRequest(`Conversation with the contact id:${contactId} already exists!`);
	}
	return call.state.add('conversations', {
		locationId,
		contactId,
		lastMessageDate: call.state.clock.nextMs(),
	});
}

function update(call: Call): Readonly<ConversationRecord> {
	const { id } = conversationOf(call);
	locationOf(call);
	const { locationId: _, ...changes } = call.body;
	return call.state.change('conversations', id, changes as Partial<ConversationRecord>);
}
