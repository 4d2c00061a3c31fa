import type { FailureDetails } from '../../../core/failure';
import { Failure } from '../../../core/failure';
import { ownValue } from '../../../core/values/ownValue';
import { isObject } from '../../../core/values/objects';
import type { Product } from '../endpoints';
import { PRODUCT_NAMES } from '../endpoints';
import { remedyFor } from './remedies';

/** As much of an answer as tells a refusal. */
export interface RefusedAnswer {
	status: number;
	body: unknown;
}

/** Whom an error is explained to. */
export interface ErrorContext {
	/** Whose keys the endpoint takes. */
	product?: Product;
	/** Whose key was used; `unknown` when WhatsAble does not know it, `undefined` when that was not asked. */
	keyProduct?: Product | 'unknown';
}

/** WhatsAble's own shape, Xano's, and that of the Notifier. */
interface ErrorBody {
	error?: unknown;
	code?: unknown;
	message?: unknown;
	description?: unknown;
	details?: unknown;
	payload?: unknown;
}

/** Under these names, the texts of an error may be one level deeper. */
const DEEPER = [
	'error',
	'errors',
	'whatsapp_response_info',
	'error_data',
	'details',
	'data',
	'response',
	'result',
];

/** The text of an error answer, from wherever one of the shapes holds it; empty for a web page. */
export function errorText(body: unknown): string {
	if (typeof body === 'string') return isPage(body) ? '' : body.trim().slice(0, 300);
	const { error, code, message, description, details, payload } = fieldsOf(body);
	const first = textIn(fieldsOf(error).message, message, description, error) ?? deeperText(body);
	const more = [details, payload].map((part) => textIn(part)).find((part) => part?.includes(' '));
	const text = first && more && more !== first ? `${first} (${more})` : (first ?? more);
	return (text ?? textIn(code) ?? '').slice(0, 300);
}

function deeperText(body: unknown, depth = 0): string | undefined {
	if (depth > 5) return undefined;
	if (Array.isArray(body)) return firstOf(body as unknown[], (entry) => deeperText(entry, depth + 1));
	if (!isObject(body)) return depth > 0 ? textIn(body) : undefined;
	const own = textIn(body.error_user_msg, ...(depth > 0 ? [body.message, body.description] : []));
	if (own !== undefined) return own;
	return firstOf(DEEPER, (name) =>
		ownValue(body, name) === undefined ? undefined : deeperText(ownValue(body, name), depth + 1),
	);
}

function firstOf<T>(values: T[], read: (value: T) => string | undefined): string | undefined {
	for (const value of values) {
		const text = read(value);
		if (text !== undefined) return text;
	}
	return undefined;
}

function fieldsOf(body: unknown): ErrorBody {
	return isObject(body) ? body : {};
}

/** An HTML page, as a proxy, a gateway or a login sends it. */
export function isPage(body: unknown): boolean {
	return typeof body === 'string' && body.trimStart().startsWith('<');
}

function textIn(...parts: unknown[]): string | undefined {
	return parts.find((part): part is string => typeof part === 'string' && part.trim() !== '')?.trim();
}

/** `invalid_template`, `ERROR_CODE_ACCESS_DENIED`, … */
export function errorCode(body: unknown): string | undefined {
	const { error, code, details } = fieldsOf(body);
	const words = [fieldsOf(error).code, code, details];
	return words.find((part): part is string => typeof part === 'string' && /^\w+$/.test(part));
}

/** Whether a refusal may come from the key: then it is worth asking whose key it is. */
export function isAboutKey({ status, body }: RefusedAnswer): boolean {
	if (status === 401 || status === 403) return true;
	const code = errorCode(body) ?? '';
	return /unauthorized|forbidden|access_denied/i.test(code) || /\bapi key\b/i.test(errorText(body));
}

/** Turns a refusal into what the operator has to know. Contains no key and no record. */
export function failureOf(answer: RefusedAnswer, context: ErrorContext): Failure {
	const { status, body } = answer;
	const text = errorText(body);
	const code = errorCode(body);
	const details: FailureDetails = {
		...(status >= 400 ? { httpCode: status } : {}),
		...(code ? { code } : {}),
		...fieldOf(body),
	};
	if (isAboutKey(answer)) return keyFailure(text, context, details);
	const reason = text || `status ${status} without a text`;
	return new Failure(
		status === 429 ? `WhatsAble refuses further requests: ${reason}` : `WhatsAble refused: ${reason}`,
		remedyFor(status, code, text),
		details,
	);
}

function keyFailure(text: string, { product, keyProduct }: ErrorContext, details: FailureDetails): Failure {
	if (keyProduct === 'unknown') {
		return new Failure(
			'WhatsAble does not know the API key of the credential',
			'Copy the key again into the credential, without blanks and without "Bearer".',
			details,
		);
	}
	if (product && keyProduct && keyProduct !== product) {
		return new Failure(
			`The API key belongs to ${ownValue(PRODUCT_NAMES, keyProduct) ?? keyProduct}, and this operation is of ${PRODUCT_NAMES[product]}`,
			`Choose an operation of ${ownValue(PRODUCT_NAMES, keyProduct) ?? keyProduct}, or a credential with a key of ${PRODUCT_NAMES[product]}.`,
			details,
		);
	}
	const isRight = keyProduct !== undefined;
	return new Failure(
		`WhatsAble refused access: ${text || 'no reason given'}`,
		isRight
			? 'The API key itself is right. If the text names no other reason, look at the plan: integrations need Pro or Agency.'
			: 'Check the API key in the credential, and that the plan is Pro or Agency.',
		details,
	);
}

/** Xano names the parameter that it refuses. */
function fieldOf(body: unknown): { field?: string } {
	const { payload } = fieldsOf(body);
	const { param } = isObject(payload) ? payload : {};
	return typeof param === 'string' && param !== '' ? { field: param } : {};
}
