import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { Failure } from '../../core/failure';
import type { Answer, Outcome } from '../../core/http';
import type { Target } from '../../core/noAnswer';
import { gaveUp, notTheService, unreachable } from '../../core/noAnswer';
import type { Channel } from '../../core/pacing';
import { sendWithinBudget } from '../../core/pacing';
import type { RequestBudget } from '../../core/requestBudget';
import { RequestBudgets } from '../../core/requestBudget';
import { sendWithRetries } from '../../core/retry';
import type { Access } from './access';
import type { Endpoint, Product } from './endpoints';
import { ENDPOINTS } from './endpoints';
import { errorText, failureOf, isAboutKey, isPage, isRefusal } from './errors';
import { rateLimitReport, refusals, WHATSABLE_RATE_LIMIT } from './rateLimit';

/** One for the whole process, so that all executions share each key's budget. */
const budgets = new RequestBudgets(WHATSABLE_RATE_LIMIT);

export interface ClientOptions {
	timeoutMs: number;
	/** Fires when the execution is cancelled. */
	signal?: AbortSignal;
}

/** What is asked of an endpoint. */
interface Call {
	method: IHttpRequestMethods;
	endpoint: Endpoint;
	body?: IDataObject;
	/** A message is on its way as soon as it is sent: it is never sent twice. */
	isMessage?: boolean;
}

/** What the key check answers for a key. */
export interface KeyCheck extends IDataObject {
	success: boolean;
	product?: Product;
	message?: string;
}

/**
 * Talks to WhatsAble for one item: keeps a pace, repeats what may be repeated, and turns refusals into a `Failure`,
 * also those that come with status 200. Bodies are WhatsAble's JSON as it is.
 */
export class WhatsAbleClient {
	private readonly budget: RequestBudget;

	constructor(
		readonly access: Access,
		readonly options: ClientOptions,
	) {
		this.budget = budgets.for(access.budgetKey);
	}

	async get<T>(endpoint: Endpoint): Promise<T> {
		return await this.request<T>({ method: 'GET', endpoint });
	}

	/** A change that done twice is the same as once. */
	async put<T>(endpoint: Endpoint, body: IDataObject): Promise<T> {
		return await this.request<T>({ method: 'PUT', endpoint, body });
	}

	/** The same where WhatsAble wants a POST. */
	async postRepeatable<T>(endpoint: Endpoint, body: IDataObject): Promise<T> {
		return await this.request<T>({ method: 'POST', endpoint, body });
	}

	/** Sends or schedules a message. When the answer is lost, it ends with "may have been sent". */
	async send<T>(endpoint: Endpoint, body: IDataObject): Promise<T> {
		return await this.request<T>({ method: 'POST', endpoint, body, isMessage: true });
	}

	/** Which product the key belongs to. A key that WhatsAble does not know is an answer as well. */
	async checkKey(): Promise<KeyCheck> {
		const call: Call = { method: 'GET', endpoint: ENDPOINTS.keyCheck };
		const { status, body } = await this.answerTo(call);
		const { success } = (body ?? {}) as Partial<KeyCheck>;
		if (typeof success === 'boolean') return body as KeyCheck;
		if (status >= 400 && !isPage(body)) throw failureOf({ status, body }, {});
		throw this.notWhatsAble(call.endpoint, status);
	}

	/** For an answer that WhatsAble would not give. */
	notWhatsAble(endpoint: Endpoint, status = 200): Failure {
		return notTheService(this.targetOf(endpoint), status);
	}

	private async request<T>(call: Call): Promise<T> {
		const { status, body } = await this.answerTo(call);
		const isRead = call.method === 'GET';
		if (isPage(body) || (status < 300 && isRead && typeof body !== 'object')) {
			throw this.notWhatsAble(call.endpoint, status);
		}
		if (status < 300 && !isRefusal(body)) return body as T;
		const { product } = call.endpoint;
		const keyProduct = isAboutKey({ status, body }) ? await this.productOfKey() : undefined;
		throw failureOf({ status, body }, { product, keyProduct });
	}

	/** `unknown` for a key that WhatsAble does not know, `undefined` when that cannot be found out now. */
	private async productOfKey(): Promise<Product | 'unknown' | undefined> {
		const check = this.checkKey().catch((error: unknown) => {
			if (!(error instanceof Failure)) throw error;
		});
		const { success, product } = (await check) ?? {};
		return success === false ? 'unknown' : product;
	}

	/** An answer that speaks for itself; throws a `Failure` when there is none. */
	private async answerTo(call: Call): Promise<Answer> {
		const { isMessage = false, endpoint } = call;
		const ending = await sendWithRetries(async () => await this.sendInTurn(call), {
			ifLost: isMessage ? { rule: 'never' } : { rule: 'repeat' },
			signal: this.options.signal,
		});
		switch (ending.kind) {
			case 'answer':
				return ending.answer;
			case 'unsent':
				throw unreachable(this.targetOf(endpoint), ending.code);
			// Nothing is looked for here.
			case 'found':
				throw this.notWhatsAble(endpoint);
			case 'gaveUp':
				throw this.gaveUp(call, ending.last, ending.mayHaveHappened && call.method !== 'GET');
		}
	}

	private gaveUp({ endpoint, isMessage }: Call, last: Outcome, mayHaveHappened: boolean): Failure {
		const [text, details] =
			last.kind === 'answer' ? [errorText(last.body), { httpCode: last.status }] : ['', {}];
		const rule = isMessage ? 'never' : 'repeat';
		const page = last.kind === 'answer' && isPage(last.body);
		const givenUp = { rule, last, isPage: page, mayHaveHappened, text, details } as const;
		const failure = gaveUp(this.targetOf(endpoint), givenUp);
		if (!isMessage) return failure;
		return new Failure(
			failure.message.replace('the change may have happened', 'the message may have been sent'),
			'It was not sent again. Look in the chat whether it is there before you run this item again.',
			failure.details,
		);
	}

	private async sendInTurn({ method, endpoint, body }: Call): Promise<Outcome> {
		let refused = 0;
		const channel: Channel = {
			service: 'WhatsAble',
			budget: this.budget,
			send: async (request, signal) => await this.access.send(request, signal),
			reportOf: (answer) => rateLimitReport(answer, answer.status === 429 ? refused++ : refused),
			refusedFailure: (answer) => failureOf(answer, { product: endpoint.product }),
			// WhatsAble reports no daily limit.
			dailyLimitFailure: () => this.notWhatsAble(endpoint),
			signal: this.options.signal,
			maxRefusedMs: refusals.giveUpMs,
		};
		return await sendWithinBudget(channel, {
			method,
			url: `${this.access.urlOf(endpoint.host)}${endpoint.path.value}`,
			headers: { Accept: 'application/json' },
			body,
			timeoutMs: this.options.timeoutMs,
		});
	}

	private targetOf({ host }: Endpoint): Target {
		return { service: 'WhatsAble', baseUrl: this.access.urlOf(host) };
	}
}
