import { createHash } from 'crypto';

import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { answerTo } from '../../../core/answering';
import type { Claim } from '../../../core/replayMemory';
import { ReplayMemory } from '../../../core/replayMemory';

/** One for the whole process: repeats of a delivery meet here, whichever request they come with. */
const replays = new ReplayMemory();

const NOT_REMEMBERED: Claim = { accept: () => undefined, forget: () => undefined };

/**
 * Claims a delivery until it has been answered; `undefined` for a repeat of one that was accepted. webhook() returns
 * before there is an execution: only when n8n has answered is it known whether there is one, and when it answers with
 * an error, HighLevel delivers again. In a test run, an operator sends the same event again on purpose.
 */
export async function claimDelivery(
	context: IWebhookFunctions,
	payload: IDataObject,
	body: Buffer,
): Promise<Claim | undefined> {
	const id = context.getMode() === 'manual' ? undefined : idOf(payload, body);
	if (id === undefined) return NOT_REMEMBERED;
	const claim = await replays.claim(`${context.getWorkflow().id} ${context.getNode().id}`, id);
	if (claim) void settleWhenAnswered(claim, context);
	return claim;
}

async function settleWhenAnswered(claim: Claim, context: IWebhookFunctions): Promise<void> {
	const status = await answerTo(context.getResponseObject());
	if (status !== undefined && status >= 200 && status < 300) claim.accept();
	else claim.forget();
}

/** What repeats of a delivery have in common; `undefined` when another event may look just the same. */
function idOf({ webhookId, timestamp }: IDataObject, body: Buffer): string | undefined {
	if (typeof webhookId === 'string' && webhookId !== '') return webhookId;
	return timestamp === undefined ? undefined : createHash('sha256').update(body).digest('base64');
}
