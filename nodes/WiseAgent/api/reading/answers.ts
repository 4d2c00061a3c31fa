import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import { deniesSuccess, isNo, isNoError } from '../../../core/sending/denial';
import { ownValue } from '../../../core/values/ownValue';
import { parseNested, readText } from './parse';

/** A field whatever its capitals: the API writes `Success` and `success`, `Data` and `data`. */
export function fieldOf(record: IDataObject, name: string): unknown {
	const isSame = (own: string) => own.toLowerCase() === name.toLowerCase();
	const key = Object.hasOwn(record, name) ? name : Object.keys(record).find(isSame);
	return key === undefined ? undefined : ownValue(record, key);
}

/** Whether it can be the id of a record: a number, or a text that is not empty. */
export function isId(value: unknown): value is number | string {
	return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

/** Whether an id is told, and another one; `V` marks the ids of vendors, and 0 tells none. */
export function isOtherId(id: unknown, wanted: string): boolean {
	if (!isId(id) || String(id).trim() === '0') return false;
	return plainId(String(id)) !== plainId(wanted);
}

function plainId(id: string): string {
	return id.trim().replace(/^v/i, '');
}

/** The names in a list of objects that have one, such as a contact's categories. */
export function namesIn(list: unknown): string[] {
	const entries = Array.isArray(list) ? (list as unknown[]) : [];
	return entries.flatMap((entry) => {
		const name = isObject(entry) ? entry.name : undefined;
		return typeof name === 'string' || typeof name === 'number' ? [String(name)] : [];
	});
}

/** A number of records, also as text; `undefined` for anything else. */
export function countIn(value: unknown): number | undefined {
	const isCount = typeof value === 'number' || (typeof value === 'string' && /^\s*\d+\s*$/.test(value));
	return isCount && Number.isSafeInteger(Number(value)) && Number(value) >= 0 ? Number(value) : undefined;
}

/** Lists of one stand for what is in them. */
export function single(value: unknown): unknown {
	return Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value;
}

/**
 * The records of an answer: a list, or an object with the list under one of these names; `undefined` when there is
 * none.
 */
export function listIn(value: unknown, ...names: string[]): IDataObject[] | undefined {
	const list = Array.isArray(value) ? (value as unknown[]) : listUnder(single(value), names);
	return list?.every(isObject) ? list : undefined;
}

function listUnder(value: unknown, names: string[]): unknown[] | undefined {
	if (!isObject(value)) return undefined;
	return names.map((name) => fieldOf(value, name)).find((part): part is unknown[] => Array.isArray(part));
}

/** The record of an answer: an object, or a list of one; `undefined` when there is none. */
export function recordIn(value: unknown): IDataObject | undefined {
	const record = single(value);
	return isObject(record) ? record : undefined;
}

/**
 * What an answer refuses, as its text; `undefined` when it refuses nothing. The API tells failures with status 200, as
 * `{"Error":…}`, `{"error":…}` with or without `error_description`, `{"status":"error","data":{"message":…}}` or
 * `{"success":false,"message":…}`, also in a list of one, and the flag as text. Source: official API page.
 */
export function refusalIn(value: unknown): string | undefined {
	const record = recordIn(value);
	if (!record) return undefined;
	const failed = isNo(fieldOf(record, 'success')) || isError(fieldOf(record, 'status'));
	const told = textIn(fieldOf(record, 'error'));
	const error = isNoError(told) ? '' : told;
	if (!failed && error === '') return undefined;
	const texts = [
		textIn(fieldOf(record, 'message')),
		textIn(fieldOf(record, 'error_description')),
		textIn(fieldOf(record, 'data')),
		error,
	];
	return texts.find((text) => text !== '') ?? '';
}

function isError(status: unknown): boolean {
	return typeof status === 'string' && /^error$/i.test(status.trim());
}

/** A text, or the message of an object, also of one that comes as text. */
function textIn(value: unknown): string {
	if (typeof value === 'string') {
		const reading = /^\s*\{/.test(value) ? readText(value) : undefined;
		if (reading?.kind === 'value') return textIn(reading.value);
		// As the page prints it: "{message": "Property not found"}
		return (/^\s*\{?\s*"?message"?\s*:\s*"([^"]*)"/.exec(value)?.[1] ?? value).trim();
	}
	const message = isObject(value) ? fieldOf(value, 'message') : undefined;
	return typeof message === 'string' ? message.trim() : '';
}

/** The texts of a refusal in an answer that is no JSON, as the API page prints some. */
export function refusalInGarbled(text: string): string | undefined {
	if (!/"status"\s*:\s*"error"/i.test(text)) return undefined;
	return /message"?\s*:\s*"([^"]*)"/i.exec(text)?.[1] ?? '';
}

/**
 * Whether an answer says clearly that something was done: by a flag, also as text, or in the words of Wise Agent, as
 * `{"Success":"1854784 updated"}`; and nothing in it speaks against that, wherever it stands.
 */
export function saysDone(value: unknown): boolean {
	const list = Array.isArray(value) ? (value as unknown[]) : [value];
	const [first] = list;
	if (!isObject(first) || list.some((part) => refusalIn(part) !== undefined)) return false;
	if (deniesSuccess(value, { parse: parseNested }) || namesNoRecord(value)) return false;
	const flag = fieldOf(first, 'success');
	if (flag !== undefined && flag !== null && flag !== '') return isYes(flag);
	const status = fieldOf(first, 'status');
	return typeof status === 'string' && SUCCESSFUL.test(status.trim());
}

function isYes(flag: unknown): boolean {
	if (typeof flag !== 'string') return flag === true || flag === 1;
	return [YES, SUCCESSFUL, DONE].some((words) => words.test(flag.trim()));
}

/** Source: official API page, which prints the flag as a text and as a flag; "yes" and 1 are those of its parameters. */
const YES = /^(true|yes|1)$/i;

/** Source: official API page, `{"status":"success","data":…}` of properties. */
const SUCCESSFUL = /^success(ful|fully)?[.!]?$/i;

/**
 * What was done, with nothing else said. Source: official API page, "1854784 updated" of updateContact and "property
 * search profile added"; the other records and verbs are those of its other requests.
 */
const DONE =
	/^(the )?(v?\d*[1-9]\d* )?((address|call|category|client|contact|custom data|event|note|property|property photo|property search profile|record|task|vendor|webhook)(e?s)? )?((was|were|has been|have been) )?(successfully )?(added|changed|created|deleted|removed|saved|updated)( successfully)?[.!]?$/i;

/** So deep are ids in what answers a write. */
const DEEPEST = 4;

const ID_NAME =
	/^(id|callid|clientid|clientaddressid|clientcustomid|noteid|plannerid|propertyid|searchid|taskid|webhookid)$/i;

/** Whether an answer names a record by an id that none has: 0, or less. */
function namesNoRecord(value: unknown, depth = 0): boolean {
	if (typeof value !== 'object' || value === null || depth > DEEPEST) return false;
	return Object.entries(value).some(([name, own]: [string, unknown]) =>
		isId(own) && ID_NAME.test(name)
			? /^v?(-.*|0+)$/i.test(String(own).trim())
			: namesNoRecord(own, depth + 1),
	);
}

/** A field of an answer, also inside its `data`. */
export function answeredField(value: unknown, name: string): unknown {
	const record = recordIn(value);
	if (!record) return undefined;
	const own = fieldOf(record, name);
	if (own !== undefined) return own;
	const data = recordIn(fieldOf(record, 'data'));
	return data ? fieldOf(data, name) : undefined;
}
