import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { Account } from '../../core/account/account';
import type { DailyLimitReached } from '../../core/account/requestBudget';
import { Failure } from '../../core/failure';
import type { Request } from '../../core/operation/request';
import { scopesOf } from '../../core/operation/request';
import { exchange } from '../../core/sending/exchange';
import type { Answer, HttpRequest, Outcome } from '../../core/sending/http';
import type { Effect } from '../../core/heldBack';
import type { Channel } from '../../core/sending/pacing';
import type { Path } from '../../core/sending/path';
import type { IfLost, ReadBack } from '../../core/sending/retry';
import type { Target } from '../../core/sending/unanswered';
import { notTheService } from '../../core/sending/unanswered';
import { isObject } from '../../core/values/objects';
import type { BinaryFile } from '../../core/values/files';
import type { Access } from './access/access';
import type { Reading } from './answers';
import { done, OtherRecord, refuses } from './answers';
import { errorText, failureOf, isNotFound, otherRecord, traceIdOf } from './errors';
import { rateLimitReport } from './rateLimit';
import type { ApiVersion } from './versions';
import { versionOf } from './versions';

export interface ClientOptions {
	/** Named when the token lacks one of them. */
	scopes: string[];
	timeoutMs: number;
	signal?: AbortSignal;
	/** The panel's name of a property that HighLevel refuses. */
	labelOf?: (path: string[]) => string | undefined;
	/** What would change something is not sent; see `HeldBack`. */
	isDryRun?: boolean;
}

export interface CallOptions {
	query?: IDataObject;
	body?: unknown;
	/** The body goes as a form instead of JSON. */
	asForm?: boolean;
	/** The answer holds a token that is wanted. */
	answersToken?: boolean;
	/** Goes with the body as a multipart form. */
	file?: BinaryFile;
	/** What the part of the file is called: as the file unless told. */
	filePart?: string;
	/** What it changes; none where it only reads, so that a lost answer leaves nothing to look for. */
	effect?: Effect;
	/** In place of the version that the table has for the route. */
	version?: ApiVersion;
}

interface RequestOptions<T> extends CallOptions {
	/** What is looked for in the answer. A change whose answer does not have it counts as lost. */
	read: Reading<T>;
	/** Of a DELETE: what to answer when the record is gone. */
	gone?: T;
	/** The answer says what became of each part, so that one that failed is no reason to doubt the others. */
	tellsEach?: boolean;
}

/**
 * Talks to HighLevel for one item: adds the Version header, keeps to the request budget, repeats what may be
 * repeated, and turns refusals into a `Failure`. Bodies are HighLevel's JSON as it is.
 */
export class HighLevelClient {
	constructor(
		readonly access: Access,
		readonly options: ClientOptions,
	) {}

	get account(): Account {
		return this.access.account;
	}

	/** Reading, comparing and writing one record is one step: runs `work` when nothing else is at this record. */
	async alone<T>(record: string, work: () => Promise<T>): Promise<T> {
		return await this.account.alone(record, work, this.signal);
	}

	/** Whether writes are held back. */
	get isDryRun(): boolean {
		return this.options.isDryRun ?? false;
	}

	get locationId(): string {
		return this.access.locationId;
	}

	/** Fires when the execution is cancelled. */
	get signal(): AbortSignal | undefined {
		return this.options.signal;
	}

	/** The same for requests beside those of the operation, so that a refusal names their scopes. */
	needing(...requests: Request[]): HighLevelClient {
		const scopes = [...this.options.scopes, ...scopesOf({ requests })];
		return new HighLevelClient(this.access, { ...this.options, scopes });
	}

	async get<T>(path: Path, read: Reading<T>, query?: IDataObject): Promise<T> {
		return await this.request('GET', path, { query, read }, { rule: 'repeat' });
	}

	async put<T>(path: Path, read: Reading<T>, body: IDataObject): Promise<T> {
		return await this.request('PUT', path, { body, read, effect: 'update' }, { rule: 'repeat' });
	}

	/** A POST that only reads, such as a search. */
	async postRead<T>(path: Path, read: Reading<T>, body: IDataObject): Promise<T> {
		return await this.request('POST', path, { body, read }, { rule: 'repeat' });
	}

	/** A POST that done twice is the same as once, such as adding tags. */
	async postRepeatable<T>(path: Path, read: Reading<T>, body: IDataObject): Promise<T> {
		return await this.request('POST', path, { body, read, effect: 'update' }, { rule: 'repeat' });
	}

	/** The same for many at once, where the answer says what became of each. */
	async postForEach<T>(path: Path, read: Reading<T>, body: IDataObject): Promise<T> {
		return await this.request(
			'POST',
			path,
			{ body, read, effect: 'update', tellsEach: true },
			{ rule: 'repeat' },
		);
	}

	/** A form that only reads, which the OAuth endpoints want: they answer with a token. */
	async postForm<T>(path: Path, read: Reading<T>, body: Record<string, string>): Promise<T> {
		const asked = { body, read, asForm: true, answersToken: true };
		return await this.request('POST', path, asked, { rule: 'repeat' });
	}

	/**
	 * A file with form fields beside it. It is repeated when its answer is lost: a second copy of a file that nothing
	 * refers to harms nobody.
	 */
	async postFile<T>(
		path: Path,
		read: Reading<T>,
		fields: Record<string, string>,
		file: BinaryFile,
		filePart?: string,
	): Promise<T> {
		return await this.request(
			'POST',
			path,
			{ body: fields, file, filePart, read, effect: 'update' },
			{ rule: 'repeat' },
		);
	}

	/**
	 * A POST that creates a record. When its answer is lost, `find` looks whether the record is there; the time it
	 * gets is when the first attempt began, by this machine's clock.
	 */
	async postCreate<T>(
		path: Path,
		read: Reading<T>,
		body: IDataObject,
		find: (startedAt: number) => Promise<ReadBack>,
		effect: Effect = 'create',
	): Promise<T> {
		return await this.request('POST', path, { body, read, effect }, { rule: 'readBack', find });
	}

	/** A POST that sends, enrols or creates what cannot be looked for: never done twice. */
	async postOnce<T>(path: Path, read: Reading<T>, body: IDataObject, effect: Effect = 'send'): Promise<T> {
		return await this.request('POST', path, { body, read, effect }, { rule: 'never' });
	}

	/**
	 * DELETE of a record, with a body where the API takes one.
	 *
	 * @param effect `update` where only a part of a record goes
	 */
	async delete(path: Path, body?: IDataObject, effect: Effect = 'delete'): Promise<void> {
		const asked = { body, read: done, gone: true as const, effect };
		await this.request<true>('DELETE', path, asked, { rule: 'repeat' });
	}

	/**
	 * DELETE of a part, of which the answer says what remains.
	 *
	 * @param gone what to answer when a lost delete is repeated and the record is gone
	 */
	async deletePart<T>(path: Path, read: Reading<T>, gone: T, body?: IDataObject): Promise<T> {
		return await this.request('DELETE', path, { body, read, gone, effect: 'update' }, { rule: 'repeat' });
	}

	/** Any call, for which the caller says whether it may be repeated when its answer is lost. */
	async call(
		method: IHttpRequestMethods,
		path: Path,
		options: CallOptions,
		repeatable: boolean,
	): Promise<unknown> {
		const rule = repeatable ? 'repeat' : 'never';
		return await this.request(
			method,
			path,
			// What an endpoint means that this package does not know, the operator knows.
			{ ...options, read: options.effect ? givenOrEmpty : given, tellsEach: true },
			{ rule },
		);
	}

	private async request<T>(
		method: IHttpRequestMethods,
		path: Path,
		options: RequestOptions<T>,
		ifLost: IfLost,
	): Promise<T> {
		const read: Reading<T> = (answer) => this.readIn(options, answer);
		const exchanged = await exchange(this.channel, {
			request: this.httpRequest(method, path, options),
			ifLost,
			effect: options.effect,
			written: writtenIn(options.body),
			record: options.effect && recordOf(path),
			read: (answer) => lostIn(answer, { ...options, read }),
			told: ({ status, body }) => ({
				isPage: isPage(body),
				text: errorText(body),
				details: { httpCode: status, traceId: traceIdOf(body) },
			}),
		});
		if ('found' in exchanged) return exchanged.found as T;
		return this.accept({ ...options, read }, exchanged.answer, exchanged.repeated);
	}

	private accept<T>(options: RequestOptions<T>, answer: Answer, repeated: boolean): T {
		const { read, effect, gone, query, body: sent, asForm } = options;
		const { status, body } = answer;
		if (isSuccess(status)) {
			const found = isText(body) ? undefined : read(body);
			if (found === undefined) throw this.notHighLevel(status);
			return found;
		}
		if (isPage(body) || status < 400)
			throw notTheService(this.target, status, effect !== undefined && status < 400);
		if (gone !== undefined && repeated && isNotFound(answer)) return gone;
		const { scopes, labelOf } = this.options;
		// Forms carry what the OAuth endpoints ask for: nothing of that is told.
		const values = asForm ? {} : { ...query, ...(sent as IDataObject | undefined) };
		throw failureOf(answer, { access: this.access, scopes, sent: { values, labelOf } });
	}

	/** Throws a `Failure` when the answer has another record than the one that was asked for. */
	private readIn<T>({ read, effect }: RequestOptions<T>, body: unknown): T | undefined {
		try {
			return read(body);
		} catch (error) {
			throw error instanceof OtherRecord ? otherRecord(error, effect !== undefined) : error;
		}
	}

	/** For a creation whose answer was lost, where what is there leaves it open. */
	unclear(): Failure {
		return new Failure(
			"HighLevel's answer was lost: the change may have happened",
			'Look in HighLevel whether it is there before you run this item again.',
			{ mayHaveHappened: true },
		);
	}

	/** For an answer that HighLevel would not give. */
	notHighLevel(status = 200): Failure {
		return notTheService(this.target, status);
	}

	private get target(): Target {
		return { service: 'HighLevel', baseUrl: this.access.baseUrl };
	}

	private get channel(): Channel {
		const { access, options } = this;
		return {
			target: this.target,
			account: access.account,
			budget: access.account.budget(),
			send: access.send,
			reportOf: (answer) => {
				access.account.learnTime(answer.headers.date);
				return rateLimitReport(answer);
			},
			refusedFailure: (answer) => failureOf(answer, { access, scopes: options.scopes }),
			dailyLimitFailure,
			isDryRun: options.isDryRun,
			signal: options.signal,
		};
	}

	private httpRequest(
		method: IHttpRequestMethods,
		path: Path,
		{ query, body, asForm, answersToken, file, filePart, version = versionOf(path.route) }: CallOptions,
	): HttpRequest {
		return {
			method,
			url: `${this.access.baseUrl}${path.value}`,
			headers: { Version: version, Accept: 'application/json' },
			query,
			body,
			asForm,
			answersToken,
			file,
			filePart,
			timeoutMs: this.options.timeoutMs,
		};
	}
}

/**
 * The record that a path belongs to: `/contacts/abc/tasks/1` -> `/contacts/abc`. Writes to it keep their order. What
 * belongs to a location as a whole does not wait for each other.
 */
function recordOf({ value, route }: Path): string | undefined {
	const parts = route.split('/');
	const place = parts.indexOf('{}', parts[1] === 'locations' ? 3 : 0);
	return place < 0
		? undefined
		: value
				.split('/')
				.slice(0, place + 1)
				.join('/');
}

/** The location says where something is, and is no field of it. */
function writtenIn(body: unknown): unknown {
	if (!isObject(body)) return undefined;
	const { locationId: _, ...fields } = body;
	return fields;
}

function dailyLimitFailure({ resetsAt }: DailyLimitReached): Failure {
	const when =
		resetsAt === undefined
			? 'HighLevel does not say when it starts again; it counts per day'
			: `It starts again at ${new Date(resetsAt).toISOString()}`;
	return new Failure(
		"HighLevel's daily limit of requests for this location is used up",
		`${when}. Run the remaining items after that.`,
		{ httpCode: 429 },
	);
}

function isSuccess(status: number): boolean {
	return status >= 200 && status < 300;
}

/** Any call may be answered with anything; a change, with nothing. */
const given: Reading<unknown> = (answer) => (answer === '' || answer === null ? undefined : answer);
const givenOrEmpty: Reading<unknown> = (answer) => (answer === '' || answer === undefined ? {} : answer);

/**
 * An answer whose status says that all is well, and which says itself that it is not, or not what became of the
 * request, is as good as lost: the record may be stored. Of
 * a read, only one that broke off is.
 */
function lostIn<T>(answer: Answer, options: RequestOptions<T>): Outcome {
	const { read, effect } = options;
	const { status, body } = answer;
	if (!isSuccess(status)) return answer;
	if (isText(body) && /^\s*[[{]/.test(body)) return { kind: 'lost', code: 'UNREADABLE' };
	if (!effect) return answer;
	if (!options.tellsEach && refuses(body)) return { kind: 'lost', code: 'REFUSED' };
	if (!isText(body) && read(body) !== undefined) return answer;
	if (isPage(body)) return { kind: 'lost', code: 'PAGE' };
	if (isText(body)) return { kind: 'lost', code: 'UNREADABLE' };
	return { kind: 'lost', code: body === '' || body === undefined ? 'EMPTY' : 'UNCLEAR' };
}

function isText(body: unknown): body is string {
	return typeof body === 'string' && body.trim() !== '';
}

/** An HTML page, as a proxy, a gateway or a login sends it. */
function isPage(body: unknown): boolean {
	return typeof body === 'string' && body.trimStart().startsWith('<');
}
