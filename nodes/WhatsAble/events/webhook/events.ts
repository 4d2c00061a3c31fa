import type { Happening } from '../../../core/events/envelope';
import type { Direction, MessageEvent } from './message';

/** The item's `event`, for messages of contacts and of the business. */
export const MESSAGE_EVENTS: Record<Direction, string> = {
	incoming: 'messageReceived',
	outgoing: 'messageSent',
};

/**
 * A message in the envelope. WhatsAble gives messages no ID, and knows contacts by their phone number.
 *
 * @param repeatKey what repeats of the message have in common; `undefined` when another one may look just the same
 */
export function happeningOf(
	{ direction, message_time: at, phone_number: phone }: MessageEvent,
	repeatKey: string | undefined,
): Happening {
	return {
		...{ event: MESSAGE_EVENTS[direction], isOnce: true, change: repeatKey },
		...{ recordId: null, contactId: phone, at },
	};
}
