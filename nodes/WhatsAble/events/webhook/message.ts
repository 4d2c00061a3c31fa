import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import { plainText } from '../../../core/values/texts';
import { ownValue } from '../../../core/values/ownValue';
import { labelIn } from '../../api/records/labels';
import { phoneFrom } from '../../api/phones';
import { expanded, isBlank, objectsIn, scalarText } from '../../api/responses/plain';
import { isoTimeOf } from '../../api/times';
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

/**
 * The message that a delivery tells of; `undefined` when it tells of none. What cannot be read of a field that this puts
 * into one form stands under `as_received` as it came.
 */
export function messageIn(payload: IDataObject): MessageEvent | undefined {
	const phone = phoneFrom(scalarText(onlyOne(payload.phone_number)));
	const listed = listIn(payload.last_messages);
	if (phone === '' && !tellsOfMessage(payload, listed)) return undefined;
	const direction = directionOf(payload, listed);
	const [text, time] =
		direction === 'incoming'
			? [payload.last_message_of_user, payload.user_last_message_time]
			: [payload.last_message_of_bot, payload.bot_last_message_time];
	const newest = newestOf(listed, direction);
	const referral = referralIn(payload);
	const labels = labelsIn(payload.labels);
	const odd = oddFields(payload, { last_messages: listed, labels, referral });
	// What a workflow is built on comes first, where a person sees it.
	const first = {
		text: scalarText(text) || scalarText(newest?.content),
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
		labels,
		user_last_message_time: isoTimeOf(payload.user_last_message_time),
		bot_last_message_time: isoTimeOf(payload.bot_last_message_time),
		...(referral ? { referral } : {}),
		...(odd ? { as_received: odd } : {}),
	};
}

/** A message without a number is one all the same when there is something in it. */
function tellsOfMessage(payload: IDataObject, listed: ListedMessage[]): boolean {
	const { last_message_of_user: byUser, last_message_of_bot: byBot, attachment_url: url } = payload;
	return listed.length > 0 || [byUser, byBot, url].some((part) => !isBlank(part));
}

/** The fields of which something would be lost in the form that they are put into. */
function oddFields(
	payload: IDataObject,
	{ last_messages: listed, labels, referral }: Forms,
): IDataObject | undefined {
	const isOddTime = (time: unknown) =>
		isoTimeOf(time) === null && !isBlank(time) && !['0', 0].includes(time as string);
	const isOdd: Record<string, (given: unknown) => boolean> = {
		phone_number: (given) => scalarText(onlyOne(given)) === '' && !isBlank(given),
		message_type: (given) => plainText(given) === '' && !isBlank(given),
		last_messages: (given) => isShortened(parsed(given), listed),
		labels: (given) => isShortened(given, labels),
		referral: (given) => referral !== undefined && !isObject(given) && !isBlank(given),
		user_last_message_time: isOddTime,
		bot_last_message_time: isOddTime,
	};
	const odd = Object.entries(isOdd).filter(([name, test]) => test(ownValue(payload, name)));
	return odd.length > 0
		? Object.fromEntries(odd.map(([name]) => [name, ownValue(payload, name)]))
		: undefined;
}

/** What some fields were put into. */
interface Forms {
	last_messages: ListedMessage[];
	labels: string[];
	referral: IDataObject | undefined;
}

/** Whether a list has fewer entries than there were, or none where something else came. */
function isShortened(given: unknown, read: unknown[]): boolean {
	if (Array.isArray(given)) return given.length > read.length;
	return read.length === 0 && !isBlank(given) && !(typeof given === 'string' && /^[\s,]*$/.test(given));
}

/** The entry of a list of one; everything else as it is. */
function onlyOne(given: unknown): unknown {
	return Array.isArray(given) && given.length === 1 ? (given[0] as unknown) : given;
}

/** When the latest message of one direction was sent, as the list has it: to the millisecond. */
export function latestMoment({ last_messages: listed, direction }: MessageEvent): string {
	return scalarText(newestOf(listed, direction)?.timestamp);
}

/** Only deliveries of incoming and outgoing messages say which it is; the others are of incoming ones. */
function directionOf({ incoming_message: incoming }: IDataObject, listed: ListedMessage[]): Direction {
	const word = scalarText(incoming).toLowerCase();
	if (word === '') return newestOf(listed)?.type === 'bot' ? 'outgoing' : 'incoming';
	return ['false', '0', 'no'].includes(word) ? 'outgoing' : 'incoming';
}

/** The latest message of the list, of one direction or of both. */
function newestOf(listed: ListedMessage[], direction?: Direction): ListedMessage | undefined {
	const sender = direction && (direction === 'incoming' ? 'user' : 'bot');
	const own = sender ? listed.filter(({ type }) => type === sender) : listed;
	return own.reduce<ListedMessage | undefined>(
		(newest, message) =>
			newest && plainText(newest.timestamp) >= plainText(message.timestamp) ? newest : message,
		undefined,
	);
}

function typeOf({ message_type: given }: IDataObject, newest: ListedMessage | undefined): string {
	return (scalarText(given) || scalarText(newest?.content_type) || 'text').toLowerCase();
}

function isFirst(listed: ListedMessage[]): boolean {
	return listed.length < MOST_LISTED && listed.filter(({ type }) => type === 'user').length === 1;
}

/** A list of messages, or the text of one; empty when it is neither. */
function listIn(given: unknown): ListedMessage[] {
	return objectsIn(parsed(given));
}

function parsed(given: unknown): unknown {
	return typeof given === 'string' ? expanded(given) : given;
}

/** Labels with commas between them, or a list, also of objects as the list of labels has them. */
function labelsIn(given: unknown): string[] {
	const entries = Array.isArray(given) ? (given as unknown[]) : plainText(given).split(',');
	return entries
		.map((entry) => (isObject(entry) ? labelIn(entry) : plainText(entry).trim()))
		.filter((label) => label !== '');
}
