import { Rejection } from '../wire/errors';
import type { Hub } from '../hub';
import type { Input } from '../wire/input';
import { recipientDigits } from '../phone';
import type { ContactRecord, Draft, MessageRecord, Product } from '../records';
import { contentOf, windowClosed } from './freeForm';
import { checkLabels, withLabels } from './labels';
import { scheduleOf } from './schedule';
import { renderTemplate } from './template';

/** What was sent, or queued. */
export type Outcome = { message: Readonly<MessageRecord>; input: string } | { scheduled: true };

/** Sends a template of Notifyer, or queues it, and notes labels and note on the contact, which is made if need be.
 * @param sendBy the program, as webhooks name it
 * @throws Rejection when anything does not fit; then nothing is changed */
export function sendTemplate(
	hub: Hub,
	body: Input,
	{ templateParam, sendBy }: { templateParam: string; sendBy: string },
): Outcome {
	const id = body.requiredText(templateParam);
	const input = body.requiredText('phone_number');
	const phone = recipientDigits(input);
	const template = hub.state.template(id);
	if (!template) throw new Rejection('template_not_found', `Template with ID '${id}' not found`);
	if (template.status !== 'APPROVED') {
		throw new Rejection(
			'invalid_template',
			'The template ID provided does not exist or is not approved',
			'whatsApp',
		);
	}
	const { type, media, rendered } = renderTemplate(template, body.requiredObject('variables'));
	const draft = { type, text: rendered.body, media, template: rendered, sendBy, wasByHuman: false };
	return sendOrQueue(hub, body, { product: 'notifyer', phone, input }, draft);
}

/** Sends a text or a file of Notifyer, or queues it; see `sendTemplate`.
 * @throws Rejection when anything does not fit, or the 24 hours are over; then nothing is changed */
export function sendFreeForm(hub: Hub, body: Input, { sendBy }: { sendBy: string }): Outcome {
	const input = body.requiredText('to');
	const phone = recipientDigits(input);
	const draft = { ...contentOf(body), template: null, sendBy, wasByHuman: false };
	return sendOrQueue(hub, body, { product: 'notifyer', phone, input }, draft);
}

/** Whether a text or a file may not go to this number now. */
export function isWindowClosed(hub: Hub, product: Product, phone: string): boolean {
	const contact = hub.state.contact(product, phone);
	return !contact || hub.state.windowEndsAtMs(contact) === null;
}

function sendOrQueue(
	hub: Hub,
	body: Input,
	{ product, phone, input }: { product: Product; phone: string; input: string },
	draft: Draft,
): Outcome {
	const labels = checkLabels(hub, body.texts('labels'));
	const note = body.text('note');
	const schedule = body.flag('is_schedule') ? scheduleOf(body, hub.clock.nowMs) : undefined;
	const mustBeOpen = draft.template === null && !schedule && hub.settings.closedWindow === 'refused';
	if (mustBeOpen && isWindowClosed(hub, product, phone)) throw windowClosed();

	const contact = noteDown(hub, hub.state.ensureContact(product, phone), labels, note);
	if (schedule) {
		hub.schedule.add(contact, draft, schedule);
		return { scheduled: true };
	}
	return { message: hub.outbox.send(contact, draft), input };
}

/** Adds labels, and replaces the note unless it is empty. */
function noteDown(
	hub: Hub,
	contact: Readonly<ContactRecord>,
	labels: readonly string[],
	note: string,
): Readonly<ContactRecord> {
	if (labels.length === 0 && note === '') return contact;
	return hub.state.updateContact(contact.id, {
		labels: withLabels(contact.labels, labels),
		...(note === '' ? {} : { note }),
	});
}
