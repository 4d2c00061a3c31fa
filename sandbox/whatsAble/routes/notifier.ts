import type { ApiRoute, Call } from '../wire/apiRoute';
import { attachmentOf } from '../messages/attachment';
import { recipientDigits } from '../phone';

/** The older product Notifier. Source: public API description; published n8n node. */
function send({ hub, body }: Call, sendBy: string): object {
	const phone = recipientDigits(body.requiredText('phone'));
	const text = body.requiredText('text');
	const contact = hub.state.ensureContact('notifier', phone);
	hub.outbox.send(contact, { ...attachmentOf(body), text, template: null, sendBy, wasByHuman: false });
	return { message: 'Message sent successfully' };
}

const common = { method: 'POST', family: 'notifier', product: 'notifier' } as const;

export const notifierRoutes: readonly ApiRoute[] = [
	{ ...common, path: '/api:gncnl2D6/n8n/send-message', answer: (call) => send(call, 'n8n') },
	{ ...common, path: '/api:-GWQv5aM/zapier/send-message', answer: (call) => send(call, 'Zapier') },
	{ ...common, path: '/api:-GWQv5aM/send', keyForm: 'either', answer: (call) => send(call, 'API') },
];
