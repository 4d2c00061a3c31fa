import type { ApiRoute, Call } from '../wire/apiRoute';
import { Rejection } from '../wire/errors';
import { attachmentOf } from '../messages/attachment';
import { recipientDigits } from '../phone';

/** The WhatsAble product: its bot writes to the account's own numbers, and to groups. */

function numbers({ hub }: Call): object[] {
	return [...hub.state.whatsableNumbers].map((phone_number) => ({ phone_number }));
}

/** Source: public API description; published n8n node. */
function send({ hub, body }: Call, sendBy: string): object {
	const phone = recipientDigits(body.requiredText('to'));
	const text = body.requiredText('text');
	if (!hub.state.whatsableNumbers.has(`+${phone}`)) {
		throw new Rejection('not_found', 'The number is not among your verified numbers');
	}
	const contact = hub.state.ensureContact('whatsable', phone);
	const draft = { ...attachmentOf(body, true), text, template: null, sendBy, wasByHuman: false };
	const { id } = hub.outbox.send(contact, draft);
	return {
		success: true,
		message: 'Message sent successfully',
		details: { messages: [{ id, message_status: 'accepted' }] },
	};
}

function groups({ hub }: Call): object {
	const { id, name, session } = hub.state.home.group;
	return { groups: [{ label_name: name, value_for: id, session_id: session }] };
}

/** Groups are not part of WhatsApp's official API. */
function sendToGroup({ hub, body }: Call): object {
	const groupId = body.requiredText('groupId');
	const text = body.requiredText('message');
	if (body.requiredText('session') !== hub.state.home.group.session) {
		throw new Rejection('not_found', 'Session not found');
	}
	const group = hub.state.contact('whatsable', groupId);
	if (!group?.isGroup) throw new Rejection('not_found', 'Group not found');
	const draft = {
		type: 'text',
		text,
		media: null,
		template: null,
		sendBy: 'n8n',
		wasByHuman: false,
	} as const;
	hub.outbox.send(group, draft);
	return { success: true, message: 'Message sent successfully' };
}

const dashboard = { family: 'dashboard', product: 'whatsable' } as const;
const integration = { family: 'integration', product: 'whatsable' } as const;

export const whatsableRoutes: readonly ApiRoute[] = [
	{ method: 'GET', path: '/api:gncnl2D6/get-whatsable-numbers', ...integration, answer: numbers },
	{
		method: 'POST',
		path: '/api:gncnl2D6/whatsable-send-message',
		...integration,
		answer: (call) => send(call, 'n8n'),
	},
	{
		method: 'POST',
		path: '/api/whatsapp/messages/v2.0.0/send',
		...dashboard,
		answer: (call) => send(call, 'API'),
	},
	{ method: 'GET', path: '/api/groups/automation/groups', ...dashboard, answer: groups },
	{ method: 'POST', path: '/api/whatsapp/messages/v2.0.0/group-send', ...dashboard, answer: sendToGroup },
];
