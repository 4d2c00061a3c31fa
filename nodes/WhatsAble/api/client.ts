import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { Failure } from '../../core/failure';
import type { Answer, Outcome } from '../../core/http';
import { isObject } from '../../core/jsonBody';
import type { Target } from '../../core/noAnswer';
import { gaveUp, notTheService, unreachable } from '../../core/noAnswer';
import type { Channel } from '../../core/pacing';
import { sendWithinBudget } from '../../core/pacing';
import type { RequestBudget } from '../../core/requestBudget';
import { RequestBudgets } from '../../core/requestBudget';
import { sendWithRetries } from '../../core/retry';
import type { Access } from './access';
import type { Endpoint, Product } from './endpoints';
import { ENDPOINTS, isProduct } from './endpoints';
import { errorText, failureOf, isAboutKey, isPage } from './errors';
import { expanded } from './plain';
import { rateLimitReport, refusals, WHATSABLE_RATE_LIMIT } from './rateLimit';
import { refusingPart } from './refusing';
import type { WritingEndpoint } from './successes';
import { saysSuccess } from './successes';
import type { Purpose } from './unknownResult';
import { perhapsDone, perhapsSent, unclear } from './unknownResult';

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
	/** Of a request that changes something. A message is on its way as soon as it is sent: it is never sent twice. */
	purpose?: Purpose;
}

/** What the key check answers for a key. */
export interface KeyCheck extends IDataObject {
	success: boolean;
	/** A word that is none of the products is passed on. */
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

	/** A response of whatever shape; what is no JSON is asked for again. */
	async get(endpoint: Endpoint): Promise<unknown> {
		const call: Call = { method: 'GET', endpoint };
		const { status, body } = await this.accepted(call);
		if (typeof body === 'object') return body;
		throw this.notWhatsAble(endpoint, status);
	}

	/** A change of a contact, which done twice is the same as once. */
	async changeContact(endpoint: WritingEndpoint, body: IDataObject): Promise<IDataObject> {
		return await this.write(endpoint, { method: 'PUT', body, purpose: 'contact' });
	}

	/** The same for an address that webhooks go to. */
	async register(endpoint: WritingEndpoint, body: IDataObject): Promise<IDataObject> {
		return await this.write(endpoint, { method: 'POST', body, purpose: 'webhook' });
	}

	/**
	 * Sends or schedules a message. When the answer is lost, or does not say clearly that the message was taken, it ends
	 * with "may have been sent".
	 */
	async send(endpoint: WritingEndpoint, body: IDataObject): Promise<IDataObject> {
		return await this.write(endpoint, { method: 'POST', body, purpose: 'message' });
	}

	/** Which product the key belongs to. A key that WhatsAble does not know is an answer as well. */
	async checkKey(): Promise<KeyCheck> {
		const call: Call = { method: 'GET', endpoint: ENDPOINTS.keyCheck };
		const answer = await this.answerTo(call);
		const { status, body } = answer;
		if (isObject(body) && typeof body.success === 'boolean') return body as KeyCheck;
		const refused = this.refusalIn(answer);
		if (refused) throw failureOf(refused, {});
		throw this.notWhatsAble(call.endpoint, status);
	}

	/** For an answer that WhatsAble would not give. */
	notWhatsAble(endpoint: Endpoint, status = 200): Failure {
		return notTheService(this.targetOf(endpoint), status);
	}

	private async write(name: WritingEndpoint, asked: Omit<Call, 'endpoint'>): Promise<IDataObject> {
		const endpoint = ENDPOINTS[name];
		const { purpose = 'message' } = asked;
		const { status, body } = await this.accepted({ ...asked, endpoint });
		if (saysSuccess(name, body)) return body;
		throw unclear(purpose, status, this.readable(body));
	}

	/** An answer with a status of success that refuses nothing. */
	private async accepted(call: Call): Promise<Answer> {
		const { endpoint, purpose } = call;
		const answer = await this.answerTo(call);
		const { status, body } = answer;
		if (isPage(body) || (status >= 300 && status < 400)) {
			const failure = this.notWhatsAble(endpoint, status);
			throw purpose && status < 400 ? perhapsDone(purpose, failure) : failure;
		}
		const refused = this.refusalIn(answer);
		if (!refused) return answer;
		const { product } = endpoint;
		const keyProduct = isAboutKey(refused) ? await this.productOfKey() : undefined;
		throw failureOf(refused, { product, keyProduct });
	}

	/** The part of an answer that refuses; a status of 400 and more does so by itself. */
	private refusalIn({ status, body }: Answer): { status: number; body: unknown } | undefined {
		if (isPage(body)) return undefined;
		const read = this.readable(body);
		const part = refusingPart(read);
		return part !== undefined || status >= 400 ? { status, body: part ?? read } : undefined;
	}

	/** What was escaped in JSON within JSON may hold the key as well. */
	private readable(body: unknown): unknown {
		return this.access.withoutSecrets(expanded(body));
	}

	/** `unknown` for a key that WhatsAble does not know, `undefined` when that cannot be found out now. */
	private async productOfKey(): Promise<Product | 'unknown' | undefined> {
		const check = this.checkKey().catch((error: unknown) => {
			if (!(error instanceof Failure)) throw error;
		});
		const { success, product } = (await check) ?? {};
		if (success === false) return 'unknown';
		return isProduct(product) ? product : undefined;
	}

	/** An answer that speaks for itself; throws a `Failure` when there is none. */
	private async answerTo(call: Call): Promise<Answer> {
		const { purpose, endpoint } = call;
		const ending = await sendWithRetries(async () => await this.sendInTurn(call), {
			ifLost: purpose === 'message' ? { rule: 'never' } : { rule: 'repeat' },
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
				throw this.gaveUp(call, ending.last, ending.mayHaveHappened && purpose !== undefined);
		}
	}

	private gaveUp({ endpoint, purpose }: Call, last: Outcome, mayHaveHappened: boolean): Failure {
		const [text, details] =
			last.kind === 'answer' ? [errorText(this.readable(last.body)), { httpCode: last.status }] : ['', {}];
		const isMessage = purpose === 'message';
		const rule = isMessage ? 'never' : 'repeat';
		const page = last.kind === 'answer' && isPage(last.body);
		const givenUp = { rule, last, isPage: page, mayHaveHappened, text, details } as const;
		const failure = gaveUp(this.targetOf(endpoint), givenUp);
		return isMessage ? perhapsSent(failure) : failure;
	}

	private async sendInTurn({ method, endpoint, body, purpose }: Call): Promise<Outcome> {
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
		const outcome = await sendWithinBudget(channel, {
			method,
			url: `${this.access.urlOf(endpoint.host)}${endpoint.path.value}`,
			headers: { Accept: 'application/json' },
			body,
			timeoutMs: this.options.timeoutMs,
		});
		// Of a message it is told at once what came.
		return purpose === 'message' ? outcome : this.lostIfUnreadable(outcome, purpose);
	}

	/** An answer of which something is missing is lost; a text may be all that there is to say about a change. */
	private lostIfUnreadable(outcome: Outcome, purpose: Purpose | undefined): Outcome {
		if (outcome.kind !== 'answer' || outcome.status >= 300) return outcome;
		const { body } = outcome;
		if (body === undefined || body === '') return { kind: 'lost', code: 'EMPTY' };
		if (typeof body !== 'string' || isPage(body) || this.refusalIn(outcome)) return outcome;
		const isPart = typeof expanded(body) === 'string' && /^\s*["[{]/.test(body);
		return isPart || purpose === undefined ? { kind: 'lost', code: 'UNREADABLE' } : outcome;
	}

	private targetOf({ host }: Endpoint): Target {
		return { service: 'WhatsAble', baseUrl: this.access.urlOf(host) };
	}
}
