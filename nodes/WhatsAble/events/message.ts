import type { IDataObject } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { isObject } from '../../core/jsonBody';
import { phoneFrom } from '../api/phones';
import { isoTimeOf } from '../api/times';
import { referralIn } from './referral';

export type Direction = 'incoming' | 'outgoing';

/** A message of the conversation, as WhatsAble lists the latest ones; only what is looked at. */
export interface ListedMessage extends IDataObject {
	/** `user` for the contact, `bot` for the business. */
	type?: string;
	content?: string;
	/** ISO 8601 */
	timestamp?: string;
	content_type?: string;
}

/** A message as the workflow gets it: WhatsAble's fields, put into one form, and what they say. */
export interface MessageEvent extends IDataObject {
	direction: Direction;
	/** `text`, `image`, `video`, `audio`, `document`, `location` */
	message_type: string;
	/** The text of the message itself, or the caption of its file. */
	text: string;
	/** When it was sent, ISO 8601; `null` where WhatsAble does not tell. */
	message_time: string | null;
	/** E.164; the id of a group as it is. */
	phone_number: string;
	/** Whether it is the first message that the contact has written, as far as the conversation shows. */
	is_first_message: boolean;
	/** The latest messages of the conversation, in the order of WhatsAble. */
	last_messages: ListedMessage[];
	labels: string[];
	user_last_message_time: string | null;
	bot_last_message_time: string | null;
}

/** WhatsAble lists about so many messages; what came before them is not known. */
const MOST_LISTED = 20;

/** The message that a delivery tells of; `undefined` when it tells of none. */
export function messageIn(payload: IDataObject): MessageEvent | undefined {
	const phone = phoneFrom(payload.phone_number);
	if (phone === '') return undefined;
	const listed = listIn(payload.last_messages);
	const direction = directionOf(payload, listed);
	const [text, time] =
		direction === 'incoming'
			? [payload.last_message_of_user, payload.user_last_message_time]
			: [payload.last_message_of_bot, payload.bot_last_message_time];
	const newest = newestOf(listed, direction);
	const referral = referralIn(payload);
	// What a workflow is built on comes first, where a person sees it.
	const first = {
		text: textOf(text) || textOf(newest?.content),
		direction,
		message_time: isoTimeOf(time) ?? isoTimeOf(newest?.timestamp),
		is_first_message: direction === 'incoming' && isFirst(listed),
		message_type: typeOf(payload, newest),
		phone_number: phone,
	};
	return {
		...first,
		...payload,
		...first,
		last_messages: listed,
		labels: labelsIn(payload.labels),
		user_last_message_time: isoTimeOf(payload.user_last_message_time),
		bot_last_message_time: isoTimeOf(payload.bot_last_message_time),
		...(referral ? { referral } : {}),
	};
}

/** When the latest message of one direction was sent, as the list has it: to the millisecond. */
export function latestMoment({ last_messages: listed, direction }: MessageEvent): string {
	return textOf(newestOf(listed, direction)?.timestamp);
}

/** Only deliveries of incoming and outgoing messages say which it is; the others are of incoming ones. */
function directionOf({ incoming_message: incoming }: IDataObject, listed: ListedMessage[]): Direction {
	if (incoming === undefined || incoming === null) {
		return newestOf(listed)?.type === 'bot' ? 'outgoing' : 'incoming';
	}
	return incoming === false || incoming === 'false' ? 'outgoing' : 'incoming';
}

/** The latest message of the list, of one direction or of both. */
function newestOf(listed: ListedMessage[], direction?: Direction): ListedMessage | undefined {
	const sender = direction && (direction === 'incoming' ? 'user' : 'bot');
	const own = sender ? listed.filter(({ type }) => type === sender) : listed;
	return own.reduce<ListedMessage | undefined>(
		(newest, message) => (newest && String(newest.timestamp) >= String(message.timestamp) ? newest : message),
		undefined,
	);
}

function typeOf({ message_type: given }: IDataObject, newest: ListedMessage | undefined): string {
	return (textOf(given) || textOf(newest?.content_type) || 'text').toLowerCase();
}

function isFirst(listed: ListedMessage[]): boolean {
	return listed.length < MOST_LISTED && listed.filter(({ type }) => type === 'user').length === 1;
}

/** A list of messages, or the text of one; empty when it is neither. */
function listIn(given: unknown): ListedMessage[] {
	const list = typeof given === 'string' ? jsonParse<unknown>(given, { fallbackValue: [] }) : given;
	return Array.isArray(list) ? (list as unknown[]).filter(isObject) : [];
}

/** Labels with commas between them, or a list. */
function labelsIn(given: unknown): string[] {
	const entries = Array.isArray(given) ? (given as unknown[]) : textOf(given).split(',');
	return entries.map((label) => textOf(label).trim()).filter((label) => label !== '');
}

function textOf(given: unknown): string {
	return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
}
