import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { answerTo } from './answering';
import { logRejection } from './rejections';
import type { Claim } from './replayMemory';
import { ReplayMemory } from './replayMemory';

/**
 * What comes of a delivery: the item or items that the workflow starts with, or nothing but an HTTP status. One that is
 * rejected, since it does not show whose it is, says why: "because …", without a secret.
 */
export type Received =
	{ item: IDataObject } | { items: IDataObject[] } | { rejectedBecause: string } | { status: number };

/**
 * Receives a delivery. Never throws: n8n would make a failed execution of it. What goes wrong before the delivery is
 * accepted is answered with 500, so that the service delivers it again.
 *
 * @param trigger the node, for n8n's log
 */
export async function receiveDelivery(
	context: IWebhookFunctions,
	trigger: string,
	look: () => Promise<Received>,
): Promise<IWebhookResponseData> {
	const received = await look().catch((error: unknown): Received => {
		context.logger.error(`${trigger} could not look at a delivery: ${(error as Error).message}`);
		return { status: 500 };
	});
	if ('item' in received) return { workflowData: [[{ json: received.item }]] };
	if ('items' in received) return { workflowData: [received.items.map((json) => ({ json }))] };
	const response = context.getResponseObject();
	if ('rejectedBecause' in received) logRejection(context, trigger, received.rejectedBecause);
	response.statusCode = 'rejectedBecause' in received ? 401 : received.status;
	response.end();
	return { noWebhookResponse: true };
}

/** One for the whole process and all services: repeats of a delivery meet here, whichever request they come with. */
const replays = new ReplayMemory();

const NOT_REMEMBERED: Claim = { accept: () => undefined, forget: () => undefined };

/**
 * Claims a delivery until it has been answered; `undefined` for a repeat of one that was accepted. webhook() returns
 * before there is an execution: only when n8n has answered is it known whether there is one, and when it answers with
 * an error, the service delivers again. In a test run, an operator sends the same event again on purpose.
 *
 * @param id what repeats of the delivery have in common; `undefined` when another event may look just the same
 */
export async function claimDelivery(
	context: IWebhookFunctions,
	id: string | undefined,
): Promise<Claim | undefined> {
	if (id === undefined || context.getMode() === 'manual') return NOT_REMEMBERED;
	const claim = await replays.claim(`${context.getWorkflow().id} ${context.getNode().id}`, id);
	if (claim) void settleWhenAnswered(claim, context);
	return claim;
}

async function settleWhenAnswered(claim: Claim, context: IWebhookFunctions): Promise<void> {
	const status = await answerTo(context.getResponseObject());
	if (status !== undefined && status >= 200 && status < 300) claim.accept();
	else claim.forget();
}
