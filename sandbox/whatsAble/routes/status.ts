import type { ApiRoute, Call } from '../wire/apiRoute';
import { NotFound, Rejection } from '../wire/errors';
import type { MessageRecord, Product } from '../records';
import { statusView } from '../views/status';

function find({ hub }: Call, product: Product, id: string): Readonly<MessageRecord> | undefined {
	const message = hub.state.messages.get(id);
	const contact = message && hub.state.contacts.get(message.contactId);
	return contact?.product === product ? message : undefined;
}

/** Source: published Zapier app, with the shape in its sample. What an unknown id is answered with is not known. */
function notifyerStatus(call: Call): object {
	const message = find(call, 'notifyer', call.params['wamid'] ?? '');
	if (!message) throw new NotFound('Not Found.');
	return statusView(message, call.hub.settings.statusWords);
}

/** Source: an earlier state of the Zapier app. */
function whatsableStatus(call: Call): object {
	const message = find(call, 'whatsable', call.params['wamid'] ?? '');
	if (!message) throw new Rejection('not_found', 'Message not found');
	return {
		...statusView(message, call.hub.settings.statusWords),
		media_url: message.media?.link ?? null,
		type: message.type,
	};
}

export const statusRoutes: readonly ApiRoute[] = [
	{
		method: 'GET',
		path: '/api:5l-RgW1B/conversation/{wamid}',
		family: 'integration',
		product: 'notifyer',
		answer: notifyerStatus,
	},
	{
		method: 'GET',
		path: '/api/whatsapp/messages/v2.0.0/{wamid}',
		family: 'dashboard',
		product: 'whatsable',
		keyForm: 'either',
		answer: whatsableStatus,
	},
];
