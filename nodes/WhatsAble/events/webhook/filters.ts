import { scalarText } from '../../api/responses/plain';
import type { MessageEvent } from './message';
import type { Settings } from './settings';

/** Whether a message is one that the operator wants. */
export function isWanted(message: MessageEvent, { kind, filters }: Settings): boolean {
	const { direction, messageTypes, labels, firstMessageOnly, sentBy } = filters;
	// An address that is registered twice may get more than this node asked for.
	if (kind === 'incoming' && message.direction === 'outgoing') return false;
	if (direction !== undefined && message.direction !== direction) return false;
	if (messageTypes.length > 0 && !messageTypes.includes(message.message_type)) return false;
	if (labels.length > 0 && !message.labels.some((label) => labels.includes(label.toLowerCase())))
		return false;
	if (firstMessageOnly && !message.is_first_message) return false;
	return sentBy === undefined || isSentBy(message, sentBy);
}

/** For what a contact has written it is no matter who of the business writes. */
function isSentBy(message: MessageEvent, sentBy: 'human' | 'automation'): boolean {
	if (message.direction === 'incoming') return true;
	const byHuman = ['true', '1', 'yes'].includes(scalarText(message.was_message_by_human).toLowerCase());
	return byHuman === (sentBy === 'human');
}
