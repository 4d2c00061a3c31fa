import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { Account } from '../../core/account/account';
import { Failure } from '../../core/failure';
import { exchange } from '../../core/sending/exchange';
import type { Answer, HttpRequest, Outcome } from '../../core/sending/http';
import type { Effect } from '../../core/heldBack';
import type { Channel } from '../../core/sending/pacing';
import type { IfLost, ReadBack } from '../../core/sending/retry';
import type { GivenUp } from '../../core/sending/unanswered';
import { notTheService } from '../../core/sending/unanswered';
import { ownValue } from '../../core/values/ownValue';
import type { Access } from './access';
import { failureOf, NotFound, refusalOf } from './errors';
import { rateLimitReport } from './rateLimit';
import { isId, isOtherId, listIn, saysDone } from './reading/answers';
import type { Reading } from './reading/parse';
import { readBody } from './reading/parse';

/** Almost everything goes through this one address. Source: official API page. */
const ADDRESS = '/http/webconnect.asp';

export interface ClientOptions {
	/** Named when the token lacks one of them. */
	scopes: string[];
	timeoutMs: number;
	signal?: AbortSignal;
	/** What would change something is not sent; see `HeldBack`. */
	isDryRun?: boolean;
}

/** Parameters of a request; those that are `undefined` are left out. */
export type Fields = Record<string, string | number | boolean | undefined>;

export interface Write {
	/** What is written, as a form. */
	form?: Fields;
	/** Parameters beside `requestType`. */
	query?: Fields;
	/** Names the record, so that what is written to it keeps its order. */
	record?: string;
}

/**
 * Talks to Wise Agent for one item: reads its answers whatever their shape, keeps to the request budget, repeats what
 * may be repeated, and turns refusals, of whatever status, into a `Failure`.
 */
export class WiseAgentClient {
	constructor(
		readonly access: Access,
		readonly options: ClientOptions,
	) {}

	get account(): Account {
		return this.access.account;
	}

	/** The same client for other requests, whose scopes the text of a refusal names. */
	needing(scopes: string[]): WiseAgentClient {
		return new WiseAgentClient(this.access, { ...this.options, scopes });
	}

	/** Reading, comparing and writing one record is one step: runs `work` when nothing else is at this record. */
	async alone<T>(record: string, work: () => Promise<T>): Promise<T> {
		return await this.account.alone(record, work, this.signal);
	}

	/** Whether writes are held back. */
	get isDryRun(): boolean {
		return this.options.isDryRun ?? false;
	}

	/** Fires when the execution is cancelled. */
	get signal(): AbortSignal | undefined {
		return this.options.signal;
	}

	/** Reads; answers the JSON as it came, with its texts made whole. */
	async read(requestType: string, query: Fields = {}): Promise<unknown> {
		return await this.request('GET', requestType, { query }, { rule: 'repeat' });
	}

	/** Writes what done twice is the same as once; answers the JSON, which says that it was done. */
	async write(
		method: Exclude<IHttpRequestMethods, 'GET'>,
		requestType: string,
		write: Write,
	): Promise<unknown> {
		const effect = method === 'DELETE' ? 'delete' : 'update';
		return await this.request(method, requestType, { ...write, effect }, { rule: 'repeat' });
	}

	/**
	 * Creates something. When the answer is lost, `find` looks whether it is there; the time it gets is when the first
	 * attempt began, by this machine's clock.
	 */
	async create(
		requestType: string,
		form: Fields,
		find: (startedAt: number) => Promise<ReadBack>,
	): Promise<unknown> {
		return await this.request('POST', requestType, { form, effect: 'create' }, { rule: 'readBack', find });
	}

	/** Sends, enrols or adds what cannot be looked for: never done twice. */
	async once(requestType: string, form: Fields): Promise<unknown> {
		return await this.request('POST', requestType, { form, effect: 'update' }, { rule: 'never' });
	}

	/** For an answer that Wise Agent would not give. */
	notWiseAgent(status = 200): Failure {
		return notTheService(this.target, status);
	}

	/** For an answer that says that all is well, and not which record was created, where none is found either. */
	unclear(requestType: string): Failure {
		return new Failure(
			"Wise Agent's answer does not say which record was created: the change may have happened",
			'Look in Wise Agent before you run this item again.',
			{ requestType, mayHaveHappened: true },
		);
	}

	/**
	 * The records of an answer to a read: a list, or an object with the list under one of these names. Throws a `Failure`
	 * when it holds anything else.
	 *
	 * @param id the field that each of them has
	 */
	recordsIn(answer: unknown, id: string, ...names: string[]): IDataObject[] {
		const records = listIn(answer, ...names);
		if (!records?.every((record) => isId(ownValue(record, id)))) throw this.notWiseAgent();
		return records;
	}

	/**
	 * The same for the records of one contact or vendor. Throws a `Failure` when there are some of others among them: Wise
	 * Agent may have passed over whose were asked for.
	 *
	 * @param owner the field that tells whose a record is
	 */
	recordsOf(ownerId: string, owner: string, records: IDataObject[]): IDataObject[] {
		const others = records.map((record) => ownValue(record, owner)).filter((id) => isOtherId(id, ownerId));
		if (others.length === 0) return records;
		const ids = [...new Set(others.map(String))].slice(0, 5).join(', ');
		throw new Failure(
			`Wise Agent returned records of ${ids} when those of ${ownerId} were asked for`,
			'Check the ID, and run the item again. If it stays like this, report it to Wise Agent.',
			{ contactId: ownerId },
		);
	}

	private async request(
		method: IHttpRequestMethods,
		requestType: string,
		write: Write & { effect?: Effect },
		ifLost: IfLost,
	): Promise<unknown> {
		const exchanged = await exchange(this.channelFor(requestType), {
			request: this.httpRequest(method, requestType, write),
			ifLost,
			effect: write.effect,
			record: write.record,
			read: (answer) => readingOf(method, answer),
			told: (last) => toldBy(last, requestType),
		});
		if ('found' in exchanged) return exchanged.found;
		return this.accept(method, requestType, exchanged.answer, exchanged.repeated);
	}

	private channelFor(requestType: string): Channel {
		const { access, options } = this;
		return {
			target: this.target,
			account: access.account,
			budget: access.budget,
			send: access.send,
			reportOf: (answer) => {
				access.account.learnTime(answer.headers.date);
				return rateLimitReport(answer);
			},
			refusedFailure: ({ status }) => this.failure(requestType, status, ''),
			dailyLimitFailure: () => this.failure(requestType, 429, ''),
			isDryRun: options.isDryRun,
			signal: options.signal,
		};
	}

	private httpRequest(method: IHttpRequestMethods, requestType: string, { form, query }: Write): HttpRequest {
		return {
			method,
			url: `${this.access.baseUrl}${ADDRESS}`,
			headers: { Accept: 'application/json' },
			query: { requestType, ...given(query) },
			...(form ? { body: given(form), asForm: true } : {}),
			asBytes: true,
			timeoutMs: this.options.timeoutMs,
		};
	}

	private accept(method: string, requestType: string, { status, body }: Answer, repeated: boolean): unknown {
		const reading = body as Reading;
		if (status >= 300 && status < 400) throw notTheService(this.target, status, method !== 'GET');
		const refusal = refusalOf(status, reading);
		if (refusal !== undefined && reading.kind !== 'page') {
			const failure = this.failure(requestType, status, refusal);
			// What a lost request has deleted is not there when it is sent again.
			if (method === 'DELETE' && repeated && failure instanceof NotFound) return {};
			throw failure;
		}
		if (reading.kind === 'garbled') throw unreadable(requestType);
		if (reading.kind !== 'value') throw this.notWiseAgent(status);
		return reading.value;
	}

	private failure(requestType: string, status: number, text: string): Failure {
		const { scopes } = this.options;
		return failureOf(status, text, { requestType, scopes, grantedScopes: this.access.grantedScopes });
	}

	private get target() {
		return { service: 'Wise Agent', baseUrl: this.access.baseUrl };
	}
}

/** The body of an answer is what was read from it. */
function readingOf(method: string, answer: Answer): Outcome {
	const reading = readBody(answer.body);
	const silence = answer.status < 300 ? silenceOf(method, reading) : undefined;
	return silence ? { kind: 'lost', code: silence } : { ...answer, body: reading };
}

function toldBy({ status, body }: Answer, requestType: string): Pick<GivenUp, 'isPage' | 'text' | 'details'> {
	const reading = body as Reading;
	return {
		isPage: reading.kind === 'page',
		text: refusalOf(status, reading) ?? '',
		details: { requestType, httpCode: status },
	};
}

/**
 * Why an answer that says all is well does not say what became of the request: then it is as good as lost. A page in
 * place of an answer to a read comes from another host.
 */
function silenceOf(method: string, reading: Reading): string | undefined {
	if (reading.kind === 'truncated') return 'TRUNCATED';
	if (method === 'GET') return undefined;
	if (reading.kind === 'page') return 'PAGE';
	if (reading.kind === 'nothing') return 'EMPTY';
	if (refusalOf(200, reading) !== undefined) return undefined;
	if (reading.kind === 'garbled') return 'UNREADABLE';
	return reading.kind === 'value' && saysDone(reading.value) ? undefined : 'UNCLEAR';
}

function given(fields: Fields = {}): Record<string, string> {
	const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function unreadable(requestType: string): Failure {
	return new Failure(
		"Wise Agent's answer cannot be read: it is no JSON",
		'Run the item again. If it stays like this, a record among them may hold characters that Wise Agent writes wrongly.',
		{ requestType },
	);
}
