import { createHash } from 'crypto';

import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { answerTo } from '../../../core/answering';
import type { Claim } from '../../../core/replayMemory';
import { ReplayMemory } from '../../../core/replayMemory';
import { ALL_EVENTS } from './catalogue';
import { isOfLocation } from './filters';
import { jsonObjectIn } from './payload';
import type { Recognised } from './recognise';
import { recognise } from './recognise';
import type { AppSettings } from './settings';
import { appSettingsOf } from './settings';
import { isSigned } from './signatures';

/** One for the whole process: deliveries of the same event meet here, whichever request they come with. */
const replays = new ReplayMemory();

/** Receives a delivery to a Marketplace app. */
export async function receiveFromApp(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = appSettingsOf(context);
	const { rawBody: body, headers } = context.getRequestObject();
	if (!Buffer.isBuffer(body) || !isSigned(body, headers, settings.keys)) return answer(context, 401);
	const payload = jsonObjectIn(body);
	if (!payload) return answer(context, 400);
	const recognised = recognise(payload);
	if (isTooOld(payload, settings) || !isSelected(recognised, settings)) return answer(context, 200);
	if (!isOfLocation(payload, settings.filters)) return answer(context, 200);

	if (!(await claimOf(context, payload, body))) return answer(context, 200);
	const { event, possibleEvents } = recognised;
	const item = { ...payload, event, ...(possibleEvents ? { possibleEvents } : {}) };
	return { workflowData: [[{ json: item }]] };
}

/** Answers with nothing but a status, and starts nothing. */
function answer(context: IWebhookFunctions, status: number): IWebhookResponseData {
	const response = context.getResponseObject();
	response.statusCode = status;
	response.end();
	return { noWebhookResponse: true };
}

function isSelected({ event, possibleEvents = [event] }: Recognised, { events }: AppSettings): boolean {
	return events.has(ALL_EVENTS) || possibleEvents.some((one) => events.has(one));
}

/** An event that does not say when it happened is of no age. */
function isTooOld({ timestamp }: IDataObject, { maxAgeMs }: AppSettings): boolean {
	if (maxAgeMs === undefined || typeof timestamp !== 'string') return false;
	return Date.now() - Date.parse(timestamp) > maxAgeMs;
}

/**
 * Claims the delivery, until n8n has answered it: webhook() returns before there is an execution, and when n8n cannot
 * make one, HighLevel delivers again. `undefined` for a repeat of one that was accepted. In a test run, an operator
 * sends the same event again on purpose.
 */
async function claimOf(
	context: IWebhookFunctions,
	payload: IDataObject,
	body: Buffer,
): Promise<Claim | undefined> {
	const id = context.getMode() === 'manual' ? undefined : idOf(payload, body);
	if (id === undefined) return { accept: () => undefined, forget: () => undefined };
	const claim = await replays.claim(`${context.getWorkflow().id} ${context.getNode().id}`, id);
	if (claim) {
		void answerTo(context.getResponseObject()).then((status = 0) =>
			status >= 200 && status < 300 ? claim.accept() : claim.forget(),
		);
	}
	return claim;
}

/** What repeats of a delivery have in common; `undefined` when another event may look just the same. */
function idOf({ webhookId, timestamp }: IDataObject, body: Buffer): string | undefined {
	if (typeof webhookId === 'string' && webhookId !== '') return webhookId;
	return timestamp === undefined ? undefined : createHash('sha256').update(body).digest('base64');
}
