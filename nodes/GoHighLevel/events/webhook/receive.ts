import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { receiveFromApp } from './fromApp';
import { receiveFromWorkflow } from './fromWorkflow';
import { sourceOf } from './settings';

/** What comes of a delivery: the item that the workflow starts with, or nothing but an HTTP status. */
export type Received = { item: IDataObject } | { status: number };

/**
 * Receives a delivery. Never throws: n8n would make a failed execution of it. What goes wrong before the delivery is
 * accepted is answered with 500, so that HighLevel delivers it again.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const received = await receiveFromSource(context).catch((error: unknown): Received => {
		context.logger.error(`GoHighLevel Trigger could not look at a delivery: ${(error as Error).message}`);
		return { status: 500 };
	});
	if ('item' in received) return { workflowData: [[{ json: received.item }]] };
	const response = context.getResponseObject();
	response.statusCode = received.status;
	response.end();
	return { noWebhookResponse: true };
}

async function receiveFromSource(context: IWebhookFunctions): Promise<Received> {
	return sourceOf(context) === 'workflow'
		? await receiveFromWorkflow(context)
		: await receiveFromApp(context);
}
