import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { Cancelled } from '../failure';
import type { BinaryFile } from '../values/files';
import type { Account } from '../account/account';
import { credentialId } from '../account/credentialTexts';
import { PART } from '../account/masking';
import { multipart } from './multipart';

/** The n8n contexts from which requests are sent. */
export type RequestContext =
	IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

export interface HttpRequest {
	method: IHttpRequestMethods;
	url: string;
	headers: Record<string, string>;
	query?: IDataObject;
	body?: unknown;
	/** Send the body as a form instead of JSON. */
	asForm?: boolean;
	/** Send this file, and the body as form fields beside it. */
	file?: BinaryFile;
	/** What the part of the file is called: as the file unless told. */
	filePart?: string;
	/** Take the answer as it comes, for services whose JSON cannot be parsed as such. */
	asBytes?: boolean;
	/** The answer holds a token that is wanted. */
	answersToken?: boolean;
	timeoutMs: number;
}

/**
 * An HTTP answer of whatever status. `body` is parsed JSON, or text where it was no JSON; a Buffer where bytes were
 * asked for.
 */
export interface Answer {
	kind: 'answer';
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: unknown;
}

/** The connection could not be made, or a new token was not to be had: the request was certainly not carried out. */
export interface Unsent {
	kind: 'unsent';
	/** The operating system's code, such as ECONNREFUSED; NO_NEW_TOKEN when no new token came for now. */
	code: string;
}

/** The request was sent and no answer came: the service may have carried it out. */
export interface Lost {
	kind: 'lost';
	/** The code of the failure, such as ECONNRESET or ETIMEDOUT. */
	code: string;
}

export type Outcome = Answer | Unsent | Lost;

/** n8n could not use the credential: it is not connected, or a new token was refused. */
export class CredentialProblem extends Error {
	override readonly name = 'CredentialProblem';

	constructor(
		message: string,
		/** What the service answered when a new token was asked for: parsed JSON, or text where it was no JSON. */
		readonly answer?: unknown,
	) {
		super(message);
	}
}

/** Failures that happen before a byte of the request is sent. */
const BEFORE_SENDING = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'EPROTO',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** The parts of an HTTP client's error that are looked at; n8n puts it under `cause`. */
interface RawHttpError {
	code?: string;
	httpCode?: string;
	message?: string;
	isAxiosError?: boolean;
	config?: { url?: string };
	/** Of an error of n8n's OAuth2 client. */
	body?: unknown;
	status?: number;
	response?: { status?: number; headers?: Record<string, unknown>; data?: unknown };
	context?: { data?: unknown };
	cause?: RawHttpError;
}

export interface TransmitOptions {
	/** Whose answers these are: they come without the secrets of its credentials. */
	account: Account;
	signal?: AbortSignal;
}

/**
 * Sends one request with n8n's own HTTP helper and credential, and says what became of it. Never throws for an
 * HTTP status or a network failure; throws `Cancelled` when the execution was cancelled meanwhile, and
 * `CredentialProblem` when n8n could not use the credential. A redirect is an answer like any other.
 *
 * @param refreshOn401 let n8n get a new token (OAuth2) and send again when the service answers 401. For any other
 * credential n8n would only send the same request again.
 */
export async function transmit(
	context: RequestContext,
	credentialType: string,
	request: HttpRequest,
	{ refreshOn401 = false, account, signal }: TransmitOptions & { refreshOn401?: boolean },
): Promise<Outcome> {
	const ignoreHttpStatusErrors = refreshOn401 ? { ignore: true as const, except: [401] } : true;
	const outcome = outcomeOf(request, signal, async () => {
		return await context.helpers.httpRequestWithAuthentication.call(context, credentialType, {
			...helperOptions(request),
			ignoreHttpStatusErrors,
		});
	});
	// The token may have been renewed since the credential was opened, by another process too.
	const learn = async () => {
		const credential = await context.getCredentials(credentialType).catch(() => undefined);
		account.secrets.learn(credential, credentialId(context, credentialType));
	};
	return await masked(request, outcome, account, { learn, isRenewed: refreshOn401 });
}

/** The way of requests with the credential of a node, as it is, to the account that it opens. */
export function transmitter(
	context: RequestContext,
	credentialType: string,
	account: Account,
): (request: HttpRequest, signal?: AbortSignal) => Promise<Outcome> {
	return async (request, signal) => await transmit(context, credentialType, request, { account, signal });
}

/** The same with a token that n8n does not keep, such as one that was exchanged for an account. */
export async function transmitAs(
	context: RequestContext,
	bearer: string,
	request: HttpRequest,
	{ account, signal }: TransmitOptions,
): Promise<Outcome> {
	account.secrets.learn(bearer, 'exchanged');
	const options = helperOptions(request);
	const outcome = outcomeOf(request, signal, async () => {
		return await context.helpers.httpRequest({
			...options,
			headers: { ...options.headers, Authorization: `Bearer ${bearer}` },
			abortSignal: signal,
			ignoreHttpStatusErrors: true,
		});
	});
	return await masked(request, outcome, account);
}

/**
 * Services repeat tokens in their texts.
 *
 * @param learn makes known what the credential holds now; for a refusal, and where the token `isRenewed` by this request
 */
async function masked(
	{ answersToken }: HttpRequest,
	outcome: Promise<Outcome>,
	{ secrets }: Account,
	{
		learn = async () => undefined,
		isRenewed = false,
	}: { learn?: () => Promise<void>; isRenewed?: boolean } = {},
): Promise<Outcome> {
	const ended = await outcome.catch(async (error: unknown) => {
		if (!(error instanceof CredentialProblem)) throw error;
		await learn();
		throw new CredentialProblem(secrets.removeFrom(error.message), secrets.removeFrom(error.answer));
	});
	if (ended.kind !== 'answer' || (answersToken && ended.status < 300)) return ended;
	const isResult = ended.status < 400;
	if (!isResult || isRenewed) await learn();
	return { ...ended, body: secrets.removeFrom(ended.body, isResult ? PART.ofResult : PART.ofRefusal) };
}

function helperOptions({
	method,
	url,
	headers,
	query,
	body,
	asForm,
	file,
	filePart,
	asBytes,
	timeoutMs,
}: HttpRequest): IHttpRequestOptions {
	return {
		method,
		url,
		// Another host would get the token, and with 307 and 308 the record too.
		disableFollowRedirect: true,
		qs: query,
		// One entry alone is still a list.
		arrayFormat: 'brackets',
		...(body === undefined ? { headers } : encoded(headers, body, { asForm, file, filePart })),
		...(asBytes ? { encoding: 'arraybuffer' } : { json: true }),
		timeout: timeoutMs,
		returnFullResponse: true,
	};
}

/** As text, or as bytes: of an object, n8n would send nothing at all when it is empty. */
function encoded(
	headers: Record<string, string>,
	body: unknown,
	{ asForm, file, filePart }: Pick<HttpRequest, 'asForm' | 'file' | 'filePart'>,
): { headers: Record<string, string>; body: string | Buffer } {
	if (file) {
		const { contentType, content } = multipart(body as Record<string, string>, file, filePart);
		return { headers: { ...headers, 'Content-Type': contentType }, body: content };
	}
	const type = asForm ? 'application/x-www-form-urlencoded' : 'application/json';
	return {
		headers: { ...headers, 'Content-Type': type },
		body: asForm ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body),
	};
}

interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

async function outcomeOf(
	request: HttpRequest,
	signal: AbortSignal | undefined,
	send: () => Promise<unknown>,
): Promise<Outcome> {
	try {
		const { statusCode, headers, body } = (await send()) as FullResponse;
		return answer(statusCode, headers, body);
	} catch (error) {
		if (signal?.aborted) throw cancelled();
		return failedOutcome(error as RawHttpError, request);
	}
}

function cancelled(): Cancelled {
	return new Cancelled();
}

function failedOutcome(error: RawHttpError, { url }: HttpRequest): Outcome {
	const raw = error.cause ?? error;
	if (isOfTokenRequest(raw, url)) return withoutNewToken(raw);
	const status = raw.response?.status ?? Number(error.httpCode);
	// n8n reports a response that broke off as an error with the status that it began with.
	if (status >= 100 && status < 400) return { kind: 'lost', code: 'TRUNCATED' };
	if (status >= 400 && status < 600) {
		return answer(status, raw.response?.headers, raw.response?.data ?? error.context?.data);
	}
	const code = raw.code ?? error.code;
	if (code === undefined && !raw.isAxiosError) {
		throw new CredentialProblem(raw.message ?? error.message ?? 'unknown');
	}
	return { kind: BEFORE_SENDING.has(code ?? '') ? 'unsent' : 'lost', code: code ?? 'UNKNOWN' };
}

/** Codes of n8n's OAuth2 client, for an answer to a request for a new token. */
const NO_TOKEN_IN_ANSWER = new Set(['EAUTH', 'ESTATUS']);

/** n8n throws what became of its request for a new token in place of what became of ours. */
function isOfTokenRequest({ code, isAxiosError, config }: RawHttpError, url: string): boolean {
	if (isAxiosError) return config?.url !== undefined && config.url !== url;
	return NO_TOKEN_IN_ANSWER.has(code ?? '');
}

/** Too many requests, a server error or no answer pass by; every other answer is a refusal. */
function withoutNewToken({ isAxiosError, response, status, code, body, message }: RawHttpError): Unsent {
	if (isAxiosError && !response) return { kind: 'unsent', code: code ?? 'UNKNOWN' };
	if (isAxiosError || status === 429) return { kind: 'unsent', code: 'NO_NEW_TOKEN' };
	throw new CredentialProblem(message ?? 'unknown', typeof body === 'string' ? parsed(body) : body);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function answer(status: number, headers: Record<string, unknown> = {}, body: unknown = undefined): Answer {
	const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
	return { kind: 'answer', status, headers: Object.fromEntries(named) as Record<string, string>, body };
}
