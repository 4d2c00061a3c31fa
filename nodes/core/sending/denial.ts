import { isObject } from '../values/objects';

export interface DenialOptions {
	/** What was sent: a text of it that comes back says nothing about what became of the request. */
	sent?: unknown;
	/** Reads a text that holds a value, such as JSON; `undefined` when it holds none. */
	parse?: (text: string) => unknown;
}

/** So deep is a denial looked for. */
const DEEPEST = 8;

/** Under these names, as `plainName` writes them, is what went wrong: a text, a code, a count or a flag. */
const ERROR_NAME = /error|exception|fail|refus|reject|denied|denial|undeliver|unsent/;

/** Flags and counts of what was done. What a service may truly leave undone, such as `scheduled`, is none of them. */
const FLAG_NAME =
	/^(is|was)?(success(ful|fully)?|succeeded|ok|okay|sent|delivered|accepted|done|updated|added|saved|stored|registered|affected|rowsaffected|affectedrows)$/;

const STATUS_NAME =
	/^(http|message|delivery|response|sending|send|whatsapp)?(status|statuses|state|code|statuscode|statustext|outcome)$/;

/** Under these names are sentences about the request. */
const TEXT_NAME =
	/^(message|messages|msg|description|result|results|response|details?|reason|info|data|body|payload|summary|title|type)$/;

const NEGATIVE =
	/\b(fail\w*|errors?|\w*exception|refus\w+|reject\w+|declin\w+|den(y|ied|ies|ial)|forbidden|unauthori[sz]ed|invalid|missing|expired|exceed\w*|blocked|locked|aborted|cancell?ed|unable|unsuccessful\w*|undeliver\w*|unsent|unknown|cannot|not|no|none|nothing|nobody|never|neither|\w+n['’]t)\b/i;

/** Takes the sting out of "sent without errors". */
const NO_ERRORS = /\b(no|without( any)?|0|zero) (errors?|failures?|exceptions?|fail(ed|s)?)\b/gi;

/** What says under the name of an error that there is none. */
const NOTHING = /^(|0+|false|none|null|nil|n\/a|ok|okay|success|no (errors?|failures?))[.!]?$/i;

const NO = /^(false|no|0+|n|off)$/i;

/**
 * Whether anything in an answer speaks against the success that another part of it claims: an error that is not empty,
 * a flag that says no, a status or code of a failure, or a text with negative words. Names count in any capitals.
 */
export function deniesSuccess(answer: unknown, options: DenialOptions = {}): boolean {
	return isDenial('', answer, options, 0);
}

/** Whether a flag, which may come as text, says no. */
export function isNo(flag: unknown): boolean {
	return typeof flag !== 'object' && NO.test(textOf(flag));
}

/** Whether the value of an error says that there is none: empty, 0, false, "none", or an object of only such. */
export function isNoError(value: unknown): boolean {
	if (Array.isArray(value)) return (value as unknown[]).every(isNoError);
	if (isObject(value)) return Object.values(value).every(isNoError);
	return NOTHING.test(textOf(value));
}

/** @param name of the field that holds the value, as `plainName` writes it; empty for the whole */
function isDenial(name: string, value: unknown, options: DenialOptions, depth: number): boolean {
	if (depth > DEEPEST) return false;
	if (ERROR_NAME.test(name)) return !isNoError(value);
	if (Array.isArray(value)) {
		return (value as unknown[]).some((entry) => isDenial(name, entry, options, depth + 1));
	}
	if (isObject(value)) {
		return Object.entries(value).some(([key, own]) => isDenial(plainName(key), own, options, depth + 1));
	}
	const text = textOf(value);
	if (text === '') return false;
	const parsed = /^[[{]/.test(text) ? options.parse?.(text) : undefined;
	if (parsed !== undefined) return isDenial(name, parsed, options, depth + 1);
	if (FLAG_NAME.test(name)) return NO.test(text) || isNegative(text);
	if (STATUS_NAME.test(name)) return isFailureNumber(text) || isNegative(text) || value === false;
	return TEXT_NAME.test(name) && typeof value === 'string' && isNegative(text) && !holds(options.sent, text);
}

function holds(sent: unknown, text: string): boolean {
	if (typeof sent === 'object' && sent !== null) return Object.values(sent).some((part) => holds(part, text));
	return textOf(sent) === text;
}

/** `Error_Message`, `errorMessage` -> `errormessage` */
function plainName(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The text of what is no list and no object, without surrounding blanks; empty for `null`. */
function textOf(value: unknown): string {
	return value === null || value === undefined ? '' : String(value).trim();
}

/** `failed_to_send` and `FailedToSend` have the same words. */
function isNegative(text: string): boolean {
	const words = text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ');
	return NEGATIVE.test(words.replace(NO_ERRORS, ''));
}

/** A status of HTTP, or the number of an error; 0 and small numbers may mean anything. */
function isFailureNumber(text: string): boolean {
	const number = /^-?\d+$/.test(text) ? Number(text) : 0;
	return number < 0 || (number >= 100 && !(number >= 200 && number < 300));
}
