import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { receiveDelivery } from '../../../core/webhook/deliveries';
import { receiveFromApp } from './fromApp';
import { receiveFromWorkflow } from './fromWorkflow';
import { sourceOf } from './settings';

/** Receives a delivery of an app, or a call of a HighLevel workflow. Never throws. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await receiveDelivery(context, 'GoHighLevel Trigger', async () =>
		sourceOf(context) === 'workflow' ? await receiveFromWorkflow(context) : await receiveFromApp(context),
	);
}
