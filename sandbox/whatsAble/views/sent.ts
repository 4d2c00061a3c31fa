import type { Outcome } from '../messages/sending';

/** What a send is answered with. Source: public pages on template messages and other messages; for a queued message,
 * sample of the published Zapier app. */
export function sendAnswer(outcome: Outcome): object {
	if ('scheduled' in outcome) return { success: true, message: 'Message scheduled successfully' };
	const { message, input } = outcome;
	return {
		success: true,
		whatsapp_response_info: {
			messaging_product: 'whatsapp',
			contacts: [{ input, wa_id: message.contactId.split('/')[1] }],
			messages: [{ id: message.id, message_status: 'accepted' }],
		},
	};
}
