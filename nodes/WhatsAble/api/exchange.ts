import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { Failure } from '../../core/failure';
import type { Answer, Outcome } from '../../core/sending/http';
import type { Target } from '../../core/sending/unanswered';
import { gaveUp, notTheService, unreachable } from '../../core/sending/unanswered';
import type { Channel } from '../../core/sending/pacing';
import { sendWithinBudget } from '../../core/sending/pacing';
import type { RequestBudget } from '../../core/account/requestBudget';
import { RequestBudgets } from '../../core/account/requestBudget';
import { sendWithRetries } from '../../core/sending/retry';
import type { Access } from './access';
import type { Endpoint } from './endpoints';
import type { RefusedAnswer } from './responses/errors';
import { errorText, failureOf, isPage } from './responses/errors';
import { expanded } from './responses/plain';
import { rateLimitReport, refusals, WHATSABLE_RATE_LIMIT } from './rateLimit';
import { refusingPart } from './responses/refusing';
import type { Purpose } from './responses/unknownResult';
import { perhapsSent } from './responses/unknownResult';

/** One for the whole process, so that all executions share each key's budget. */
const budgets = new RequestBudgets(WHATSABLE_RATE_LIMIT);

export interface ClientOptions {
	timeoutMs: number;
	/** Fires when the execution is cancelled. */
	signal?: AbortSignal;
}

/** What is asked of an endpoint. */
export interface Call {
	method: IHttpRequestMethods;
	endpoint: Endpoint;
	body?: IDataObject;
	/** Of a request that changes something. A message is on its way as soon as it is sent: it is never sent twice. */
	purpose?: Purpose;
}

/** The way of requests to WhatsAble and of its answers back: keeps a pace, and repeats what may be repeated. */
export class Exchange {
	private readonly budget: RequestBudget;

	constructor(
		private readonly access: Access,
		private readonly options: ClientOptions,
	) {
		this.budget = budgets.for(access.budgetKey);
	}

	/** An answer that speaks for itself; throws a `Failure` when there is none. */
	async answerTo(call: Call): Promise<Answer> {
		const { purpose, endpoint } = call;
		const ending = await sendWithRetries(async () => await this.sendInTurn(call), {
			ifLost: purpose === 'message' ? { rule: 'never' } : { rule: 'repeat' },
			changes: call.method !== 'GET',
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

	/** The part of an answer that refuses; a status of 400 and more does so by itself. */
	refusalIn({ status, body }: Answer): RefusedAnswer | undefined {
		if (isPage(body)) return undefined;
		const read = this.readable(body);
		const part = refusingPart(read);
		return part !== undefined || status >= 400 ? { status, body: part ?? read } : undefined;
	}

	/** What was escaped in JSON within JSON may hold the key as well. */
	readable(body: unknown): unknown {
		return this.access.withoutSecrets(expanded(body));
	}

	/** For an answer that WhatsAble would not give. */
	notWhatsAble(endpoint: Endpoint, status = 200): Failure {
		return notTheService(this.targetOf(endpoint), status);
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
			refusedFailure: ({ status, body: refusal }) =>
				failureOf({ status, body: this.readable(refusal) }, { product: endpoint.product }),
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
