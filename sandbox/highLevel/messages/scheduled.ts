import type { ApiRoute, Call } from '../wire/apiRoute';
import { ApiError, notFound, wrongLocation } from '../wire/errors';
import { isWaiting } from './store';

/** Source: official specifications, conversations. What remains of a message that was canceled is not documented; here,
 * nothing. */
export const scheduleRoutes: ApiRoute[] = [
	{
		method: 'DELETE',
		path: '/conversations/messages/:messageId/schedule',
		scope: 'conversations/message.write',
		answer: (call) => {
			const message = call.state.messages.get(call.params['messageId'] ?? '');
			refuse(call, message, 'Message', 'messageId');
			call.state.messages.delete(message.id);
			for (const { id } of call.state.emailMessages.inGroup(message.id)) call.state.emailMessages.delete(id);
			return canceled('message');
		},
	},
	{
		method: 'DELETE',
		path: '/conversations/messages/email/:emailMessageId/schedule',
		scope: 'conversations/message.write',
		answer: (call) => {
			const email = call.state.emailMessages.get(call.params['emailMessageId'] ?? '');
			refuse(call, email, 'Email message', 'emailMessageId');
			call.state.emailMessages.delete(email.id);
			const isLast = call.state.emailMessages.inGroup(email.threadId).length === 0;
			if (isLast) call.state.messages.delete(email.threadId);
			return canceled('email message');
		},
	},
];

function refuse<T extends { locationId: string; scheduledMs: number | null }>(
	{ token, params }: Call,
	message: Readonly<T> | undefined,
	called: string,
	parameter: string,
): asserts message is Readonly<T> {
	if (!message) throw notFound(called, params[parameter] ?? '');
	if (message.locationId !== token.locationId) throw wrongLocation();
	if (!isWaiting(message)) {
		throw new ApiError(400, 'Failed cancel the scheduled message', { error: 'Bad Request' });
	}
}

function canceled(what: string): object {
	return { status: 200, message: `The scheduled ${what} was cancelled successfully` };
}
