import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../core/jsonBody';
import { isEmpty } from '../../core/params';
import { ownValue } from '../../core/ownValue';
import { isBlank, plainText } from './plain';

/** Under these names, responses carry another one within. */
const WITHIN = [
	'data',
	'error',
	'errors',
	'response',
	'result',
	'details',
	'whatsapp_response_info',
	'messages',
];

/** So deep is a refusal looked for. */
const DEEPEST = 6;

/** Texts that begin like this refuse; a text about something else may have the same words further on. */
const REFUSING_TEXT =
	/^\W*((message )?sending failed|failed\b|failure\b|error\b|invalid\b|unauthori[sz]ed\b|forbidden\b|access denied|permission denied|denied\b|refused\b|rejected\b|bad request\b|not found\b|missing\b|no such\b|too many requests\b)/i;

/** A text that comes with a success and speaks against it. */
const DOUBTFUL_TEXT =
	/\bfail(ed|ure|ing)?\b|\berrors?\b|refused|rejected|denied|invalid|unable to|cannot|\b(can|could|was|were|has|have|had|did|is)( not|n't)\b|\bnot (been )?(sent|delivered|queued|scheduled|updated)\b/i;

const REFUSING_STATUS = /^(error|fail(ed|ure)?|refused|rejected|denied|not_passed|undeliver(ed|able))$/i;

/**
 * The part of a response that refuses, wherever it stands: an object, or a text; `undefined` when nothing in it does.
 * WhatsAble answers `success: false` with status 200 when WhatsApp refuses, and the Notifier says "Message sending
 * failed".
 *
 * @param body with everything parsed that was JSON within a text
 */
export function refusingPart(body: unknown): IDataObject | string | undefined {
	if (typeof body === 'string') return REFUSING_TEXT.test(body) ? body : undefined;
	if (Array.isArray(body)) {
		const parts = (body as unknown[]).map((entry) => partIn(entry, 0));
		// In a list of records, one that tells of a failure is no refusal of the request.
		return parts.every((part) => part !== undefined) ? parts[0] : undefined;
	}
	return partIn(body, 0);
}

function partIn(value: unknown, depth: number): IDataObject | string | undefined {
	if (depth > DEEPEST) return undefined;
	if (Array.isArray(value)) return firstPart(value as unknown[], depth);
	if (!isObject(value)) return undefined;
	if (refuses(value)) return value;
	if (value.success !== undefined && value.success !== null) {
		// Where it says yes and no, it is not a refusal but a contradiction.
		return undefined;
	}
	return firstPart(
		WITHIN.map((name) => ownValue(value, name)),
		depth,
	);
}

function firstPart(values: unknown[], depth: number): IDataObject | string | undefined {
	for (const value of values) {
		const part = partIn(value, depth + 1);
		if (part !== undefined) return part;
	}
	return undefined;
}

function refuses({
	success,
	ok,
	code,
	error,
	errors,
	message,
	status,
	message_id: id,
}: IDataObject): boolean {
	if (success === false || /^false$/i.test(plainText(success))) return true;
	if (typeof code === 'string' && code.startsWith('ERROR_')) return true;
	if (/^\W*message sending failed/i.test(plainText(message))) return true;
	// A yes that comes with an error is no clear answer, neither way.
	if (success !== undefined && success !== null) return false;
	if (ok === false || !isBlank(error) || !isBlank(errors)) return true;
	if (isEmpty(id) && /^(error|failed|failure)$/i.test(plainText(status)) && plainText(message) !== '')
		return true;
	return REFUSING_TEXT.test(plainText(message));
}

/** Whether anything in a response speaks against a success that another part of it claims. */
export function speaksAgainst(body: unknown, depth = 0): boolean {
	if (depth > DEEPEST) return false;
	if (Array.isArray(body)) return (body as unknown[]).some((entry) => speaksAgainst(entry, depth + 1));
	if (!isObject(body)) return false;
	const { success, ok, code, type, error, errors, message, status, message_status: messageStatus } = body;
	const isDenied =
		/^false$/i.test(plainText(success)) ||
		/^false$/i.test(plainText(ok)) ||
		plainText(code).startsWith('ERROR_') ||
		isFailureNumber(code) ||
		/exception$/i.test(plainText(type)) ||
		!isBlank(error) ||
		!isBlank(errors) ||
		DOUBTFUL_TEXT.test(plainText(message)) ||
		[status, messageStatus].some((word) => REFUSING_STATUS.test(plainText(word)));
	return isDenied || WITHIN.some((name) => speaksAgainst(ownValue(body, name), depth + 1));
}

/** Numbers of Meta's errors, and statuses of HTTP. */
function isFailureNumber(code: unknown): boolean {
	return typeof code === 'number' && code >= 100 && !(code >= 200 && code < 300);
}
