import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { Received } from '../../../core/webhook/deliveries';
import { claimDelivery } from '../../../core/webhook/deliveries';
import { failureText } from '../../../core/failure';
import { jsonObjectIn } from '../../../core/webhook/jsonBody';
import { referenceOf } from '../../api/records/references';
import { ALL_EVENTS, webhookEvent } from './payloads/events';
import type { Completed } from './complete';
import { complete, contactOf } from './complete';
import { answersOf, answersOfContact, areMet, isOfLocation } from './filters';
import type { Recognised } from './payloads/recognised';
import { mayTurnOutAs, recognise } from './payloads/recognise';
import { RecordReader } from './recordReader';
import { itemOfApp } from './items';
import { deliveryKey } from './repeats';
import type { AppSettings } from './settings';
import { appSettingsOf } from './settings';
import { timeOf } from './payloads/payloadShapes';
import { isSigned, signatureProblem } from './signatures';

/**
 * A delivery to a Marketplace app. What the bytes say is looked at first, since it costs nothing; then whether it is a
 * repeat; then, where the operator wants the record, HighLevel is asked.
 */
export async function receiveFromApp(context: IWebhookFunctions): Promise<Received> {
	const settings = appSettingsOf(context);
	const { rawBody: body, headers } = context.getRequestObject();
	if (!Buffer.isBuffer(body)) return { rejectedBecause: 'it is a form, and HighLevel signs none' };
	if (!isSigned(body, headers, settings.keys)) {
		return { rejectedBecause: signatureProblem(body, headers, settings.keys) };
	}
	const payload = jsonObjectIn(body);
	if (!payload) return { status: 400 };

	const recognised = recognise(payload);
	if (!isWanted(payload, recognised, settings)) return { status: 200 };
	const repeatKey = deliveryKey(payload, body);
	const claim = await claimDelivery(context, repeatKey);
	if (!claim) return { status: 200 };
	const completed = await completedOf(context, payload, recognised, settings);
	if (completed) {
		const told = { ...payload, ...referenceIn(payload, completed) };
		return { item: itemOfApp(told, completed, repeatKey) };
	}
	claim.forget();
	return { status: 200 };
}

/** Notes and tasks tell which record of another system they are a copy of. */
function referenceIn(payload: IDataObject, { event }: Recognised): IDataObject {
	const isReferred = ['Note', 'Task'].includes(webhookEvent(event)?.family ?? '');
	return isReferred && typeof payload.body === 'string' ? { reference: referenceOf(payload) } : {};
}

/** Whether the payload by itself lets the event through, or does not tell yet. */
function isWanted(payload: IDataObject, recognised: Recognised, settings: AppSettings): boolean {
	const { filters, completeRecord, maxAgeMs } = settings;
	if (maxAgeMs !== undefined && ageMsOf(payload) > maxAgeMs) return false;
	const names = [...namesOf(recognised), ...(completeRecord ? mayTurnOutAs(payload) : [])];
	if (!isSelected(names, settings) || !isOfLocation(payload, filters)) return false;
	// Without the record there is nobody else to ask.
	return areMet(filters, answersOf(recognised.event, payload)) ?? completeRecord;
}

/** An event that does not say when it happened is of no age. */
function ageMsOf({ timestamp }: IDataObject): number {
	const ageMs = Date.now() - timeOf(timestamp);
	return Number.isNaN(ageMs) ? 0 : ageMs;
}

function namesOf({ event, possibleEvents }: Recognised): string[] {
	return possibleEvents ?? [event];
}

function isSelected(names: string[], { events }: AppSettings): boolean {
	return events.has(ALL_EVENTS) || names.some((name) => events.has(name));
}

/** The event with its record, if that is wanted; `undefined` when the record shows that the event is not for the workflow. */
async function completedOf(
	context: IWebhookFunctions,
	payload: IDataObject,
	recognised: Recognised,
	settings: AppSettings,
): Promise<Completed | undefined> {
	if (!settings.completeRecord) return recognised;
	const { locationId } = payload;
	const reader = new RecordReader(context, typeof locationId === 'string' ? locationId : '');
	const completed = await complete(reader, payload, recognised);
	if (!isSelected(namesOf(completed), settings)) return undefined;
	return await checkFilters(reader, payload, completed, settings);
}

/** Asks the contact where the payload did not answer a filter. An event that could not be checked is let through. */
async function checkFilters(
	reader: RecordReader,
	payload: IDataObject,
	completed: Completed,
	{ filters }: AppSettings,
): Promise<Completed | undefined> {
	const answers = answersOf(completed.event, payload);
	const verdict = areMet(filters, answers);
	if (verdict !== undefined) return verdict ? completed : undefined;
	try {
		const contact = await contactOf(reader, payload, completed);
		return areMet(filters, { ...answersOfContact(contact), ...answers }) ? completed : undefined;
	} catch (error) {
		const unchecked = `The filters could not be checked: ${failureText(error)}`;
		return { ...completed, recordError: [completed.recordError, unchecked].filter(Boolean).join('. ') };
	}
}
