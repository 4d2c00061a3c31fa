import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Received } from '../../../core/webhook/deliveries';
import { claimDelivery, receiveDelivery } from '../../../core/webhook/deliveries';
import { tokenProblem } from '../../../core/webhook/registration';
import type { Delivery } from './delivery';
import { deliveryIn } from './delivery';
import type { WebhookEvent } from './events';
import { generalEventOf, isChosen } from './events';
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
	{ type: event, record: kind }: WebhookEvent,
	{ eventType, eventCreated, ids }: Delivery,
	reads: boolean,
): Promise<IDataObject[]> {
	const records = reads && kind ? await readRecords(context, kind, ids) : undefined;
	return ids.map((id) => ({ event, eventType, eventCreated, id, ...records?.get(id) }));
}
