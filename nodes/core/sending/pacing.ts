import type { Account } from '../account/account';
import { Failure } from '../failure';
import type { Answer, HttpRequest, Outcome } from './http';
import type { RateLimitReport, RequestBudget, Slot } from '../account/requestBudget';
import type { Target } from './unanswered';
import { DailyLimitReached, PauseTooLong } from '../account/requestBudget';

/** The way of requests to one account of a service. */
export interface Channel {
	target: Target;
	account: Account;
	budget: RequestBudget;
	send: (request: HttpRequest, signal?: AbortSignal) => Promise<Outcome>;
	/** Called with every answer: what it says about the rate limit. */
	reportOf(answer: Answer): RateLimitReport;
	/** What the operator has to know when the limit refuses without end. */
	refusedFailure(answer: Answer): Failure;
	/** What the operator has to know when the day's requests are used up. */
	dailyLimitFailure(reached: DailyLimitReached): Failure;
	/** What would change something is not sent; see `HeldBack`. */
	isDryRun?: boolean;
	signal?: AbortSignal;
}

/** The places in the budget that one attempt takes, one after the other while it is refused for the rate limit (429). */
export class Places {
	private refusedSince: number | undefined;
	private slot: Slot | undefined;

	constructor(private readonly channel: Channel) {}

	/**
	 * Waits for a place. Throws a `Failure` as soon as the service asks for a pause that ends after the time in which this
	 * would give up, or when the day's requests are used up; `Cancelled`.
	 */
	async take(): Promise<void> {
		const { target, account, budget, signal, dailyLimitFailure } = this.channel;
		const giveUpAt = (this.refusedSince ?? Date.now()) + account.pace.refused.giveUpMs;
		const isAgain = this.refusedSince !== undefined;
		this.slot = await budget.acquire(signal, isAgain, giveUpAt).catch((error: unknown) => {
			if (error instanceof PauseTooLong) throw pauseFailure(target.service, error);
			throw error instanceof DailyLimitReached ? dailyLimitFailure(error) : error;
		});
	}

	/**
	 * Gives the place back, and says whether the request is to be sent again: a refusal for the limit is no outcome. One
	 * that is refused without end points to something else than the limit: that throws a `Failure`.
	 *
	 * @param outcome `undefined` when sending threw an error
	 */
	giveBack(outcome: Outcome | undefined): boolean {
		const isAnswer = outcome?.kind === 'answer';
		let report: RateLimitReport | undefined;
		try {
			report = isAnswer ? this.channel.reportOf(outcome) : undefined;
		} finally {
			this.slot?.done(report);
		}
		if (!isAnswer || outcome.status !== 429) return false;
		this.refusedSince ??= Date.now();
		const { giveUpMs } = this.channel.account.pace.refused;
		if (Date.now() - this.refusedSince > giveUpMs) throw this.channel.refusedFailure(outcome);
		return true;
	}
}

function pauseFailure(service: string, { resumesAt }: PauseTooLong): Failure {
	const retryAt = new Date(resumesAt).toISOString();
	return new Failure(
		`${service} asks to send no more requests until ${retryAt} (rate limit)`,
		'This request was not carried out. Run the remaining items after that time.',
		{ httpCode: 429, retryAt },
	);
}
