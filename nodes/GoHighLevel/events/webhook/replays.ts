import { createHash } from 'crypto';

import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { claimDelivery as claim } from '../../../core/webhook/deliveries';
import type { Claim } from '../../../core/webhook/replayMemory';
import { ReplayMemory } from '../../../core/webhook/replayMemory';

/** One for the whole process: repeats of a delivery meet here, whichever request they come with. */
const replays = new ReplayMemory();

/** Claims a delivery until it has been answered; `undefined` for a repeat of one that was accepted. */
export async function claimDelivery(
	context: IWebhookFunctions,
	payload: IDataObject,
	body: Buffer,
): Promise<Claim | undefined> {
	return await claim(context, replays, idOf(payload, body));
}

/** What repeats of a delivery have in common; `undefined` when another event may look just the same. */
function idOf({ webhookId, timestamp }: IDataObject, body: Buffer): string | undefined {
	if (typeof webhookId === 'string' && webhookId !== '') return webhookId;
	return timestamp === undefined ? undefined : createHash('sha256').update(body).digest('base64');
}
