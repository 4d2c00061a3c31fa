import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { enveloped } from '../../../core/events/envelope';
import { ownValue } from '../../../core/values/ownValue';
import { shortHash } from '../../../core/values/shortHash';
import type { Received } from '../../../core/webhook/deliveries';
import { claimDelivery, receiveDelivery } from '../../../core/webhook/deliveries';
import { tokenProblem } from '../../../core/webhook/registration';
import { WISE_AGENT_SERVICE } from '../../api/service';
import type { Delivery } from './delivery';
import { deliveryIn } from './delivery';
import type { WebhookEvent } from './events';
import { eventOf, generalEventOf, isChosen } from './events';
import type { Read } from './records';
import { readRecords } from './records';
import { settingsOf } from './settings';

/** Receives a delivery of Wise Agent. Never throws. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await receiveDelivery(context, 'Wise Agent Trigger', async () => await look(context));
}

async function look(context: IWebhookFunctions): Promise<Received> {
	const rejectedBecause = tokenProblem(context);
	if (rejectedBecause !== undefined) return { rejectedBecause };
	const { rawBody } = context.getRequestObject();
	const delivery = Buffer.isBuffer(rawBody) ? deliveryIn(rawBody) : undefined;
	if (!delivery) return { status: 400 };
	const { events, readRecords: reads } = settingsOf(context);
	const event = generalEventOf(delivery.eventType);
	if (!event || delivery.ids.length === 0 || !isChosen(delivery.eventType, event, events)) {
		return { status: 200 };
	}
	const claim = await claimDelivery(context, delivery.repeatKey);
	if (!claim) return { status: 200 };
	return { items: await itemsOf(context, event, delivery, reads) };
}

/** One item for each record that the event is about. */
async function itemsOf(
	context: IWebhookFunctions,
	general: WebhookEvent,
	delivery: Delivery,
	reads: boolean,
): Promise<IDataObject[]> {
	const { record: kind } = general;
	const records = reads && kind ? await readRecords(context, kind, delivery.ids) : undefined;
	const event = eventOf(delivery.eventType, general);
	return delivery.ids.map((id) => itemOf(event, delivery, id, records?.get(id)));
}

function itemOf(
	{ event, isOnce, contactField }: WebhookEvent,
	{ eventType, eventCreated, repeatKey }: Delivery,
	id: number | string,
	read: Read | undefined,
): IDataObject {
	const record = read && 'record' in read ? read.record : {};
	const contactId = contactField !== null && ownValue(record, contactField);
	const happening = {
		...{ event, isOnce, at: eventCreated, recordId: id },
		contactId: event.startsWith('contact') ? id : contactId,
		change: repeatKey && shortHash(repeatKey, KEY_LENGTH),
	};
	return enveloped(WISE_AGENT_SERVICE.name, happening, { eventType, eventCreated, id, ...read });
}

/** 96 bits. */
const KEY_LENGTH = 16;
