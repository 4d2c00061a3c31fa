import type { IDataObject } from 'n8n-workflow';

import { collection, options } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import type { OperationInput } from '../../../core/operation/operation';
import { optional } from '../../../core/operation/request';
import type { HighLevelClient } from '../../api/client';
import { getContact } from '../../api/contacts/contacts';
import { disturbanceOf, REFUSED_DISTURBANCE } from '../../api/conversations/doNotDisturb';
import { conversations } from '../../api/records/conversations';
import { messages } from '../../api/records/messages';
import { operation } from '../operation';
import type { Attachments } from './attachments';
import { attachmentsOf, MADE_FOR_FILES, uploaded } from './attachments';
import { additionalFields, contentFields, ignoreDoNotDisturb, recipientFields } from './fields';
import type { Content } from './outgoing';
import { contentOf, refuseEmpty } from './outgoing';

export const send = operation({
	name: 'Send',
	action: 'Send a message',
	description:
		'Send a message to a contact, by SMS, email, WhatsApp or another channel. A contact with Do Not Disturb on gets none: the output then has the reason. Each message takes one more request, to read that.',
	requests: [messages.send, getContact, optional(conversations.get), ...MADE_FOR_FILES.map(optional)],
	fields: [
		...recipientFields,
		...contentFields,
		collection('Additional Fields', 'additionalFields', additionalFields),
		options(ignoreDoNotDisturb),
	],
	async execute(input) {
		const { params, api } = input;
		const content = contentOf(params);
		const attachments = await attachmentsOf(params);
		refuseEmpty(params, content, attachments.urls.length + attachments.files.length);
		if (params.text('sendTo') !== 'conversation') {
			return await sendInTurn(input, { contactId: params.id('contactId') }, content, attachments);
		}
		const conversationId = params.id('conversationId');
		// Messages of one conversation keep their order also while it is read whose it is.
		return await api.alone(`conversation ${conversationId}`, async () => {
			const { contactId } = await conversations.get(api.needing(conversations.get), { conversationId });
			if (typeof contactId !== 'string') throw api.notHighLevel();
			return await sendInTurn(input, { contactId, conversationId }, content, attachments);
		});
	},
});

interface Recipient {
	contactId: string;
	conversationId?: string;
}

/** Messages to one contact are sent in the order of the items. */
async function sendInTurn(
	{ api, params }: OperationInput<HighLevelClient>,
	to: Recipient,
	content: Content,
	attachments: Attachments,
): Promise<IDataObject> {
	const { ignoreDoNotDisturb: isIgnored = false } = params.collection('options');
	return await api.alone(`messages to ${to.contactId}`, async () => {
		const { contactId } = to;
		const about = { contactId, type: content.type };
		// Read right before each message: a contact may have answered STOP to the last one.
		const disturbance = disturbanceOf(await getContact(api, contactId), content.type);
		if (disturbance !== undefined && !isIgnored) return notSent(about, disturbance);
		const urls = await uploaded(api, attachments, to);
		const message = { ...content, contactId, ...(urls.length > 0 ? { attachments: urls } : {}) };
		const result: IDataObject = await messages.send(api, message).catch((error: unknown) => {
			if (isIgnored || !isRefusedDisturbance(error)) throw error;
			return notSent(about, error.message);
		});
		if (result.sent === false) return result;
		const { id: _, ...sent } = result;
		return { ...about, sent: true, doNotDisturb: disturbance !== undefined, ...sent };
	});
}

function notSent(about: IDataObject, reason: string): IDataObject {
	return { ...about, sent: false, doNotDisturb: true, reason };
}

/** Since the contact was read, or by a list of HighLevel's own. */
function isRefusedDisturbance(error: unknown): error is Failure {
	return (
		error instanceof Failure && error.details.httpCode === 400 && REFUSED_DISTURBANCE.test(error.message)
	);
}
