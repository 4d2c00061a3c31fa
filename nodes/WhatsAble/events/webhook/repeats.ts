import { createHash } from 'crypto';

import type { MessageEvent } from './message';
import { latestMoment } from './message';

/**
 * What repeats of a message have in common. WhatsAble sends no id, so it is made of what tells two messages apart: who,
 * when, which way, and what. `undefined` when the time is missing: two messages of the same text would look the same.
 */
export function messageKey(message: MessageEvent): string | undefined {
	const { phone_number: phone, direction, message_type: type, text, message_time: time } = message;
	if (time === null) return undefined;
	// The list has the milliseconds that the time of the message lacks.
	const moment = latestMoment(message);
	const parts = [phone, direction, type, time, moment, text, message.attachment_url ?? ''];
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
