import type { FastifyInstance } from 'fastify';
import type { JsonSchema } from '../shared/jsonSchema';
import { closedObject, filledText, flag, text, texts } from '../shared/jsonSchema';
import type { Hub } from './hub';
import type { IncomingMessage, TeammateMessage } from './messages/chat';
import { receive, writeAsTeammate } from './messages/chat';
import { recipientDigits } from './phone';
import type { ContactRecord, DeliveryStatus, TemplateRecord } from './records';

/** Enough for a video of the size that WhatsApp takes, as base64. */
const MAX_MESSAGE_BYTES = 24 * 1024 * 1024;

const number: JsonSchema = { type: 'number' };

const chatMessage = {
	phone: filledText,
	type: { type: 'string', enum: ['text', 'image', 'video', 'audio', 'document', 'location'] },
	text,
	file: {
		anyOf: [
			closedObject({ link: filledText, name: text }, ['link']),
			closedObject({ name: filledText, mimeType: filledText, contentBase64: text }, [
				'name',
				'mimeType',
				'contentBase64',
			]),
		],
	},
	location: closedObject({ latitude: number, longitude: number, name: text }, [
		'latitude',
		'longitude',
		'name',
	]),
};

const incomingBody = closedObject(
	{
		...chatMessage,
		product: { type: 'string', enum: ['notifyer', 'whatsable', 'notifier'] },
		name: text,
		referral: { anyOf: [{ const: true }, { type: 'object' }] },
	},
	['phone'],
);

const teammateBody = closedObject({ ...chatMessage, sendBy: filledText }, ['phone']);

const statusBody = closedObject(
	{
		id: filledText,
		status: { type: 'string', enum: ['sent', 'delivered', 'read', 'failed'] },
		reason: filledText,
	},
	['id', 'status'],
);

const contactBody = closedObject(
	{ phone: filledText, name: text, labels: texts, note: text, isOnWhatsApp: flag },
	['phone'],
);

const templateBody = closedObject(
	{ templateId: filledText, status: { type: 'string', enum: ['APPROVED', 'PENDING', 'REJECTED'] } },
	['templateId', 'status'],
);

/** The part of the controls that does what people do: write, read, and keep the account. */
export function serveChatControls(controls: FastifyInstance, hub: Hub): void {
	const config = { ownControl: true };
	const { state } = hub;
	const writing = (body: JsonSchema) => ({ config, bodyLimit: MAX_MESSAGE_BYTES, schema: { body } });

	controls.post('/messages/incoming', writing(incomingBody), (request, reply) =>
		reply.code(201).send(receive(hub, request.body as IncomingMessage)),
	);
	controls.post('/messages/outgoing', writing(teammateBody), (request, reply) =>
		reply.code(201).send(writeAsTeammate(hub, request.body as TeammateMessage)),
	);
	controls.post('/messages/status', { config, schema: { body: statusBody } }, (request) => {
		const { id, status, reason } = request.body as { id: string; status: DeliveryStatus; reason?: string };
		return hub.outbox.setStatus(id, status, reason);
	});
	controls.post('/contacts', { config, schema: { body: contactBody } }, (request, reply) => {
		const { phone, ...fields } = request.body as Partial<ContactRecord> & { phone: string };
		const { id } = state.ensureContact('notifyer', recipientDigits(phone));
		return reply.code(201).send(state.updateContact(id, fields));
	});
	controls.post(
		'/labels',
		{ config, schema: { body: closedObject({ label: filledText }, ['label']) } },
		(request, reply) => {
			state.labels.add((request.body as { label: string }).label);
			return reply.code(201).send({ labels: [...state.labels] });
		},
	);
	controls.patch('/templates', { config, schema: { body: templateBody } }, (request) => {
		const { templateId, status } = request.body as Pick<TemplateRecord, 'templateId' | 'status'>;
		const template = state.templates.get(templateId);
		if (!template) throw new Error(`The sandbox has no template ${templateId}`);
		const changed = { ...template, status };
		state.templates.set(templateId, changed);
		return changed;
	});
}
