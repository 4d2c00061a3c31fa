import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { enveloped } from '../../../core/events/envelope';
import type { Received } from '../../../core/webhook/deliveries';
import { claimDelivery, receiveDelivery } from '../../../core/webhook/deliveries';
import { jsonObjectIn } from '../../../core/webhook/jsonBody';
import { tokenProblem } from '../../../core/webhook/registration';
import { isSameSecret } from '../../../core/webhook/secrets';
import { WHATSABLE_SERVICE } from '../../api/service';
import { withCommand } from './commands';
import { isWanted } from './filters';
import { messageIn } from './message';
import { happeningOf } from './events';
import { messageKey } from './repeats';
import type { Settings } from './settings';
import { settingsOf } from './settings';

/** Receives a delivery of WhatsAble. Never throws. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await receiveDelivery(context, 'WhatsAble Trigger', async () => await look(context));
}

async function look(context: IWebhookFunctions): Promise<Received> {
	const settings = settingsOf(context);
	const rejectedBecause = problemOfToken(context, settings) ?? (await problemOfSignature(context, settings));
	if (rejectedBecause !== undefined) return { rejectedBecause };
	const { rawBody } = context.getRequestObject();
	const payload = Buffer.isBuffer(rawBody) ? jsonObjectIn(rawBody) : undefined;
	if (!payload) return { status: 400 };
	const message = messageIn(payload);
	if (!message || !isWanted(message, settings)) return { status: 200 };
	const repeatKey = messageKey(message);
	const claim = await claimDelivery(context, repeatKey);
	if (!claim) return { status: 200 };
	const shown = settings.commands ? withCommand(message, settings.commands, context) : message;
	return { item: enveloped(WHATSABLE_SERVICE.name, happeningOf(message, repeatKey), shown) };
}

/** A URL that a person has entered has no token, and neither has the one of a test run. */
function problemOfToken(context: IWebhookFunctions, { registration }: Settings): string | undefined {
	if (registration === 'manual' || context.getMode() === 'manual') return undefined;
	return tokenProblem(context);
}

/** An expected value that is empty lets nothing through. */
async function problemOfSignature(
	context: IWebhookFunctions,
	{ checksSignature }: Settings,
): Promise<string | undefined> {
	if (!checksSignature) return undefined;
	const credential = await context.getCredentials<{ signatureSecret?: string }>('whatsAbleSyncWebhookApi');
	const expected = (credential.signatureSecret ?? '').trim();
	if (expected === '') return 'the credential has no expected value for the header X-Webhook-Signature';
	const given = context.getHeaderData()['x-webhook-signature'];
	if (given === undefined || given === '') return 'the header X-Webhook-Signature is missing';
	const isRight = typeof given === 'string' && isSameSecret(given.trim(), expected);
	return isRight ? undefined : 'the header X-Webhook-Signature is not the value in the credential';
}
