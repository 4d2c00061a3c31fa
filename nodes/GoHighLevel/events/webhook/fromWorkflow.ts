import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { Received } from '../../../core/webhook/deliveries';
import { isObject } from '../../../core/values/objects';
import { jsonObjectIn } from '../../../core/webhook/jsonBody';
import { isOfLocation } from './filters';
import { itemOfWorkflow } from './items';
import { filtersOf } from './settings';
import type { SharedSecret } from './sharedSecret';
import { carriesSecret, secretProblem } from './sharedSecret';

/** A delivery from a workflow in HighLevel: not signed, without an id, and never repeated. */
export async function receiveFromWorkflow(context: IWebhookFunctions): Promise<Received> {
	const shared = await context.getCredentials<SharedSecret & IDataObject>('goHighLevelWebhookApi');
	const headers = context.getHeaderData() as Record<string, unknown>;
	if (!carriesSecret(headers, shared)) return { rejectedBecause: secretProblem(headers, shared) };
	const payload = payloadOf(context);
	if (!payload) return { status: 400 };
	if (!isOfLocation(payload, filtersOf(context))) return { status: 200 };
	return { item: itemOfWorkflow(payload) };
}

/** The body as HighLevel sent it; of a form, the fields that n8n has read. */
function payloadOf(context: IWebhookFunctions): IDataObject | undefined {
	const { rawBody, headers } = context.getRequestObject();
	const type = String(headers['content-type'] ?? '').toLowerCase();
	const body: unknown = context.getBodyData();
	if (type.startsWith('multipart/')) return isObject(body) && isObject(body.data) ? body.data : undefined;
	if (type.startsWith('application/x-www-form-urlencoded')) return isObject(body) ? { ...body } : undefined;
	if (!Buffer.isBuffer(rawBody) || rawBody.length === 0) return {};
	return jsonObjectIn(rawBody);
}
