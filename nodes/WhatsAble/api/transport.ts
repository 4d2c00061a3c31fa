import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { Failure } from '../../core/failure';
import { exchange } from '../../core/sending/exchange';
import type { Answer, HttpRequest, Outcome } from '../../core/sending/http';
import type { Effect } from '../../core/heldBack';
import type { Channel } from '../../core/sending/pacing';
import type { Target } from '../../core/sending/unanswered';
import { notTheService } from '../../core/sending/unanswered';
import type { Access } from './access';
import type { Endpoint } from './endpoints';
import { rateLimitReport } from './rateLimit';
import type { RefusedAnswer } from './responses/errors';
import { errorText, failureOf, isPage } from './responses/errors';
import { expanded } from './responses/plain';
import { refusingPart } from './responses/refusing';
import type { Purpose } from './responses/unknownResult';
import { perhapsDone } from './responses/unknownResult';

export interface ClientOptions {
	timeoutMs: number;
	/** Fires when the execution is cancelled. */
	signal?: AbortSignal;
	/** What would change something is not sent; see `HeldBack`. */
	isDryRun?: boolean;
}

/** What is asked of an endpoint. */
export interface Call {
	method: IHttpRequestMethods;
	endpoint: Endpoint;
	body?: IDataObject;
	/** Of a request that changes something. A message is on its way as soon as it is sent: it is never sent twice. */
	purpose?: Purpose;
}

const EFFECTS = { message: 'send', contact: 'update', webhook: 'create' } as const satisfies Record<
	Purpose,
	Effect
>;

/** The way of requests to WhatsAble and of its answers back: keeps a pace, and repeats what may be repeated. */
export class Transport {
	constructor(
		private readonly access: Access,
		private readonly options: ClientOptions,
	) {}

	/** An answer that speaks for itself; throws a `Failure` when there is none. */
	async answerTo(call: Call): Promise<Answer> {
		const { method, endpoint, purpose } = call;
		const isMessage = purpose === 'message';
		const exchanged = await exchange(this.channelTo(endpoint), {
			request: this.httpRequest(call),
			ifLost: isMessage ? { rule: 'never' } : { rule: 'repeat' },
			effect: method === 'GET' ? undefined : EFFECTS[purpose ?? 'message'],
			// Of a message it is told at once what came.
			read: (answer) => (isMessage ? answer : this.lostIfUnreadable(answer, purpose)),
			told: ({ status, body }) => ({
				isPage: isPage(body),
				text: errorText(this.readable(body)),
				details: { httpCode: status },
			}),
		}).catch((error: unknown) => {
			throw isMessage && error instanceof Failure && error.details.mayHaveHappened
				? perhapsDone('message', error)
				: error;
		});
		// Nothing is looked for here.
		if ('found' in exchanged) throw this.notWhatsAble(endpoint);
		return exchanged.answer;
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
		return this.access.account.secrets.removeFrom(expanded(body));
	}

	/** For an answer that WhatsAble would not give. */
	notWhatsAble(endpoint: Endpoint, status = 200): Failure {
		return notTheService(this.targetOf(endpoint), status);
	}

	private channelTo(endpoint: Endpoint): Channel {
		const { account } = this.access;
		let refused = 0;
		return {
			target: this.targetOf(endpoint),
			account,
			budget: account.budget(),
			send: this.access.send,
			reportOf: (answer) =>
				rateLimitReport(answer, answer.status === 429 ? refused++ : refused, account.pace.refused),
			refusedFailure: ({ status, body: refusal }) =>
				failureOf({ status, body: this.readable(refusal) }, { product: endpoint.product }),
			// WhatsAble reports no daily limit.
			dailyLimitFailure: () => this.notWhatsAble(endpoint),
			isDryRun: this.options.isDryRun,
			signal: this.options.signal,
		};
	}

	private httpRequest({ method, endpoint, body }: Call): HttpRequest {
		return {
			method,
			url: `${this.access.urlOf(endpoint.host)}${endpoint.path.value}`,
			headers: { Accept: 'application/json' },
			body,
			timeoutMs: this.options.timeoutMs,
		};
	}

	/** An answer of which something is missing is lost; a text may be all that there is to say about a change. */
	private lostIfUnreadable(answer: Answer, purpose: Purpose | undefined): Outcome {
		if (answer.status >= 300) return answer;
		const { body } = answer;
		if (body === undefined || body === '') return { kind: 'lost', code: 'EMPTY' };
		if (typeof body !== 'string' || isPage(body) || this.refusalIn(answer)) return answer;
		const isPart = typeof expanded(body) === 'string' && /^\s*["[{]/.test(body);
		return isPart || purpose === undefined ? { kind: 'lost', code: 'UNREADABLE' } : answer;
	}

	private targetOf({ host }: Endpoint): Target {
		return { service: 'WhatsAble', baseUrl: this.access.urlOf(host) };
	}
}
