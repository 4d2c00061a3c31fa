import type { FailureDetails } from '../failure';
import { Failure } from '../failure';
import type { Outcome } from './http';
import { ownValue } from '../values/ownValue';
import type { IfLost } from './retry';

/** Where requests go, as the operator knows it. */
export interface Target {
	/** As in texts: "HighLevel". */
	service: string;
	baseUrl: string;
}

/** For a connection that could not be made. */
export function unreachable({ service, baseUrl }: Target, code: string): Failure {
	return new Failure(
		`${service} could not be reached (${hostOf(baseUrl)}): ${inWords(code)}`,
		'Nothing was sent for this item. Check the connection and the Base URL in the credential, then run it again.',
	);
}

/**
 * For an answer that the service would not give.
 *
 * @param mayHaveHappened whether a change was asked for, which may have been made all the same
 */
export function notTheService(
	{ service, baseUrl }: Target,
	status: number,
	mayHaveHappened = false,
): Failure {
	const isRedirect = status >= 300 && status < 400;
	const what = isRedirect ? `status ${status}, a redirect` : `status ${status}`;
	const remedies = [
		...(isRedirect ? ['The redirect was not followed.'] : []),
		'Check the Base URL in the credential; a proxy or a login page may be in between.',
		...(mayHaveHappened
			? [`Whether the change was made is not known: look in ${service} before you run this item again.`]
			: []),
	];
	return new Failure(`${hostOf(baseUrl)} did not answer like ${service} (${what})`, remedies.join(' '), {
		httpCode: status,
		...(mayHaveHappened ? { mayHaveHappened } : {}),
	});
}

/** How the attempts to get an answer ended. */
export interface GivenUp {
	rule: IfLost['rule'];
	last: Outcome;
	/** The last answer was an HTML page, as a proxy, a gateway or a login sends it. */
	isPage: boolean;
	/** Whether the request may have been carried out. */
	mayHaveHappened: boolean;
	/** What the last answer says, where there was one. */
	text: string;
	details: FailureDetails;
}

/** For a request that never got an answer that speaks for itself. */
export function gaveUp(target: Target, givenUp: GivenUp): Failure {
	const { service, baseUrl } = target;
	const { rule, last, mayHaveHappened, text, details } = givenUp;
	const isPage = givenUp.isPage || (last.kind === 'lost' && last.code === 'PAGE');
	const reason = isPage ? `a web page from ${hostOf(baseUrl)}` : reasonOf(last, text);
	const checkHost = isPage ? ' If it stays like this, check the Base URL in the credential.' : '';
	if (!mayHaveHappened) {
		const remedy = `Nothing was changed. Run the item again later.${checkHost}`;
		return new Failure(`${service} did not answer: ${reason}`, remedy, details);
	}
	if (rule === 'repeat') {
		return new Failure(
			`${service} did not answer: ${reason}`,
			`Run the item again later; if it was carried out after all, that does no harm.${checkHost}`,
			{ ...details, mayHaveHappened: true },
		);
	}
	return new Failure(
		`${service}'s answer was lost (${reason}): ${ANY_CHANGE}`,
		`Look in ${service} whether it is there before you run this item again.${checkHost}`,
		{ ...details, mayHaveHappened: true },
	);
}

function hostOf(url: string): string {
	return new URL(url).host;
}

function reasonOf(last: Outcome, text: string): string {
	if (last.kind !== 'answer') return inWords(last.code);
	return `status ${last.status}${text ? ` (${text})` : ''}`;
}

/** n8n replaces texts that contain such a code, so it is said in words. */
function inWords(code: string): string {
	const words: Record<string, string> = {
		ECONNREFUSED: 'the connection was refused',
		ENOTFOUND: 'the host name is not known',
		EAI_AGAIN: 'the host name could not be looked up',
		ECONNRESET: 'the connection was closed',
		ECONNABORTED: 'no answer in time',
		ETIMEDOUT: 'no answer in time',
		TRUNCATED: 'the answer was cut off',
		EMPTY: 'the answer was empty',
		UNREADABLE: 'the answer could not be read',
		UNCLEAR: 'the answer does not say what was done',
		REFUSED: 'the answer says that it failed, and its status that it did not',
		PAGE: 'a web page came in place of the answer',
		EPROTO: 'no secure connection could be made',
		CERT_HAS_EXPIRED: 'the certificate has expired',
		DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is not trusted',
		SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is not trusted',
		UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate is not trusted',
		UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is not trusted',
		ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate belongs to another host',
	};
	return ownValue(words, code) ?? 'the connection failed';
}

/** What may have been done all the same, in the words of its kind. */
export interface MayBe {
	/** "the message may have been sent" */
	mayBe: string;
	/** What to do now. */
	remedy: string;
}

/** As `gaveUp` says it of any change. */
const ANY_CHANGE = 'the change may have happened';
const LOOK = /^Look in .*? before you run this item again\./;

/** The failure of something that was sent and whose response says nothing certain, in the words of its kind. */
export function perhapsSent(
	{ message, remedy = '', details }: Failure,
	{ mayBe, remedy: own }: MayBe,
): Failure {
	if (message.includes(ANY_CHANGE)) {
		// What it says of the host stays.
		return new Failure(message.replace(ANY_CHANGE, mayBe), remedy.replace(LOOK, own), details);
	}
	const first = mayBe.charAt(0).toUpperCase() + mayBe.slice(1);
	return new Failure(message, `${remedy} ${first}. ${own}`.trim(), { ...details, mayHaveHappened: true });
}

/** What is said of a message that may have been sent: it is for the operator to look. @param where "in the chat" */
export function notSentAgain(where: string): string {
	return `It was not sent again. Look ${where} whether it is there before you run this item again.`;
}
