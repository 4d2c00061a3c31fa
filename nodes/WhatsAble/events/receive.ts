import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Received } from '../../core/deliveries';
import { claimDelivery, receiveDelivery } from '../../core/deliveries';
import { jsonObjectIn } from '../../core/jsonBody';
import { ReplayMemory } from '../../core/replayMemory';
import { isSameSecret } from '../../core/secrets';
import { isWanted } from './filters';
import { messageIn } from './message';
import { TOKEN_PARAM, tokenOf } from './registration';
import { messageKey } from './repeats';
import type { Settings } from './settings';
import { settingsOf } from './settings';

/** One for the whole process: repeats of a message meet here, whichever request they come with. */
const replays = new ReplayMemory();

/** Receives a delivery of WhatsAble. Never throws. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await receiveDelivery(context, 'WhatsAble Trigger', async () => await look(context));
}

async function look(context: IWebhookFunctions): Promise<Received> {
	const settings = settingsOf(context);
	if (!hasToken(context, settings) || !(await hasSignature(context, settings))) return { status: 401 };
	const { rawBody } = context.getRequestObject();
	const payload = Buffer.isBuffer(rawBody) ? jsonObjectIn(rawBody) : undefined;
	if (!payload) return { status: 400 };
	const item = messageIn(payload);
	if (!item || !isWanted(item, settings)) return { status: 200 };
	const claim = await claimDelivery(context, replays, messageKey(item));
	return claim ? { item } : { status: 200 };
}

/** A URL that a person has entered has no token, and neither has the one of a test run. */
function hasToken(context: IWebhookFunctions, { registration }: Settings): boolean {
	if (registration === 'manual' || context.getMode() === 'manual') return true;
	const expected = tokenOf(context.getWorkflowStaticData('node'));
	const given = (context.getQueryData() as Record<string, unknown>)[TOKEN_PARAM];
	return expected !== undefined && typeof given === 'string' && isSameSecret(given, expected);
}

/** An expected value that is empty lets nothing through. */
async function hasSignature(context: IWebhookFunctions, { checksSignature }: Settings): Promise<boolean> {
	if (!checksSignature) return true;
	const credential = await context.getCredentials<{ signatureSecret?: string }>('whatsAbleSyncWebhookApi');
	const expected = (credential.signatureSecret ?? '').trim();
	const given = context.getHeaderData()['x-webhook-signature'];
	return expected !== '' && typeof given === 'string' && isSameSecret(given.trim(), expected);
}
