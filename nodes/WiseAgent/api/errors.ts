import type { FailureDetails } from '../../core/failure';
import { Failure } from '../../core/failure';
import type { Answer } from '../../core/sending/http';
import { isId, refusalIn, refusalInGarbled } from './reading/answers';
import type { Reading } from './reading/parse';
import { readBody } from './reading/parse';

/** Whom a refusal is explained to. */
export interface ErrorContext {
	/** Scopes that the operation needs. */
	scopes: string[];
	/** Scopes that the connection was given; `undefined` where Wise Agent did not tell. */
	grantedScopes?: string[];
	/** As the API names it. */
	requestType: string;
}

const LONGEST_TEXT = 300;

/** The text of an answer that refuses something; `undefined` when it refuses nothing. */
export function refusalOf(status: number, reading: Reading): string | undefined {
	const text = refusalTextIn(status, reading) ?? (status >= 400 ? '' : undefined);
	return text === undefined ? undefined : presentable(text);
}

/** Words by which a text that is no JSON refuses something; of others, such as "OK", it is not known what they mean. */
const REFUSING =
	/\b(denied|refused|invalid|missing|required|unknown|not|cannot|unable|must|expired|locked|duplicate|unauthorized|forbidden)\b/i;

function refusalTextIn(status: number, reading: Reading): string | undefined {
	switch (reading.kind) {
		case 'value':
			return refusalIn(reading.value);
		case 'garbled':
			return refusalInGarbled(reading.text);
		case 'text':
			return status >= 400 || REFUSING.test(reading.text) ? reading.text : undefined;
		default:
			return undefined;
	}
}

/** Without control characters and without anything that could be a token. */
function presentable(text: string): string {
	return text
		.replace(/[\0-\x1f]+/g, ' ')
		.replace(/[\w.~+/=-]{32,}/g, '…')
		.trim()
		.slice(0, LONGEST_TEXT);
}

/** The words of an answer of whatever status, for texts about it. */
export function wordsOf({ status, body }: Answer): string {
	return refusalOf(status, readBody(body)) ?? '';
}

/** Texts that say that the record is not there. */
const NOT_THERE =
	/Invalid Field (clientID|noteID|TaskID|CallId|propertyID)\b|not found|not exist|no \w+ was found/i;

/** What is asked of the operator, by what Wise Agent's text says. The first one that fits counts. */
const REMEDIES: Array<[text: RegExp, message: string, remedy: string]> = [
	[
		/permission denied/i,
		'Wise Agent refused access',
		'Connect the credential again, and choose the scopes that this operation needs.',
	],
	[
		/\blocked\b/i,
		'Wise Agent refused the change',
		'The note is locked. Unlock it in Wise Agent, or leave it.',
	],
	[
		/invalid field/i,
		'Wise Agent refused the data',
		'Correct the field that is named, or leave it empty. Status and rank must be spelled as Wise Agent does.',
	],
	[
		/requestType|request method/i,
		'Wise Agent does not know this request',
		'Check the Base URL in the credential; it must end before /http/.',
	],
];

/** Turns a refusal into what the operator has to know. Contains no token and no record. */
export function failureOf(status: number, text: string, context: ErrorContext): Failure {
	const { requestType, scopes } = context;
	const details: FailureDetails = { requestType, ...(status >= 400 ? { httpCode: status } : {}) };
	if (/scope/i.test(text)) {
		const missing = missingScopes(context);
		return new AccessRefused(
			`Wise Agent refused this operation: ${text}`,
			`The connection lacks the scope ${missing.join(', ')}. Choose it under Scopes in the credential, connect again, and leave it switched on when Wise Agent asks.`,
			{ ...details, scopes: missing },
		);
	}
	if (status === 401) {
		return new TokenRefused(
			`Wise Agent does not accept the token: ${text || 'unauthorized'}`,
			`Open the credential and click Reconnect. This operation needs the scope ${scopes.join(', ')}.`,
			{ ...details, scopes },
		);
	}
	if (status === 429) {
		return new Failure(
			'Wise Agent is receiving too many requests from this account',
			'Wait some minutes, and run the remaining items again.',
			details,
		);
	}
	if (NOT_THERE.test(text)) {
		return new NotFound(`Wise Agent does not know this record: ${text}`, CHECK_ID, details);
	}
	const known = REMEDIES.find(([pattern]) => pattern.test(text));
	const [, message, remedy] = known ?? [undefined, 'Wise Agent refused the request', undefined];
	const reason = text || (status >= 400 ? `status ${status}` : 'no reason given');
	const isDenied = /permission denied/i.test(text);
	const Refused = isDenied || status === 403 ? AccessRefused : Failure;
	return new Refused(`${message}: ${reason}`, remedy ?? remedyFor(status), {
		...details,
		field: /Invalid Field (\w+)/i.exec(text)?.[1],
		...(isDenied ? { scopes } : {}),
	});
}

function remedyFor(status: number): string {
	return status === 403
		? 'Connect the credential again, and choose the scopes that this operation needs.'
		: 'Correct what is named, and run the item again.';
}

/** Scopes that the operation needs and the connection was not given; all of them where that cannot be known. */
function missingScopes({ scopes, grantedScopes }: ErrorContext): string[] {
	const missing = grantedScopes ? scopes.filter((scope) => !grantedScopes.includes(scope)) : [];
	return missing.length > 0 ? missing : scopes;
}

const CHECK_ID = 'Check the id: it may be deleted or belong to another account.';

/** The connection may not do this, though its token is accepted. */
export class AccessRefused extends Failure {}

/** The token is not accepted, and no other one is given for it. */
export class TokenRefused extends Failure {}

/** A record is not there. */
export class NotFound extends Failure {}

/** A read of one record answered another one. */
export class OtherRecord extends Failure {}

export function otherRecord(record: string, id: string, returned: unknown): OtherRecord {
	const got = isId(returned) ? String(returned) : 'one without an ID';
	return new OtherRecord(
		`Wise Agent returned another record: ${record} ${id} was asked for, and ${got} came`,
		'Run the item again. If it stays like this, report it to Wise Agent.',
		{ id },
	);
}

/** @param record what it is, as in texts: "Contact" */
export function notFound(record: string, id: string): NotFound {
	return new NotFound(`${record} ${id} was not found`, CHECK_ID);
}
