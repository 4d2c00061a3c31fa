import type { SandboxSettings } from '../options';
import type { MessageRecord } from '../records';

/** A message's delivery, times in ms. `system_user` has the reason of a failure; the number is a number.
 * Source: sample of the published Zapier app, where what is not read is `unread` even before it is delivered. */
export function statusView(message: Readonly<MessageRecord>, words: SandboxSettings['statusWords']): object {
	const { id, status, deliveredAtMs, readAtMs, failure, sendBy, atMs, contactId } = message;
	const isUnread = words === 'unread' && (status === 'sent' || status === 'delivered');
	return {
		phone_number: Number(contactId.split('/')[1]),
		system_user: failure ?? '',
		message_id: id,
		delivered_time: deliveredAtMs,
		read_time: readAtMs,
		status: isUnread ? 'unread' : status,
		send_by: sendBy,
		send_time: atMs,
	};
}
