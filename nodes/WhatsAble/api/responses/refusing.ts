import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import { isEmpty } from '../../../core/values/texts';
import { ownValue } from '../../../core/values/ownValue';
import { isBlank, scalarText } from './plain';

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
	if (success === false || /^false$/i.test(scalarText(success))) return true;
	if (typeof code === 'string' && code.startsWith('ERROR_')) return true;
	if (/^\W*message sending failed/i.test(scalarText(message))) return true;
	// A yes that comes with an error is no clear answer, neither way.
	if (success !== undefined && success !== null) return false;
	if (ok === false || !isBlank(error) || !isBlank(errors)) return true;
	if (isEmpty(id) && /^(error|failed|failure)$/i.test(scalarText(status)) && scalarText(message) !== '')
		return true;
	return REFUSING_TEXT.test(scalarText(message));
}
