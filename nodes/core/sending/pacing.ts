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
	send(request: HttpRequest, signal?: AbortSignal): Promise<Outcome>;
	/** Called with every answer: what it says about the rate limit. */
	reportOf(answer: Answer): RateLimitReport;
	/** What the operator has to know when the limit refuses without end. */
	refusedFailure(answer: Answer): Failure;
	/** What the operator has to know when the day's requests are used up. */
	dailyLimitFailure(reached: DailyLimitReached): Failure;
	signal?: AbortSignal;
}

/**
 * Sends as often as the rate limit makes necessary: a refusal for the limit (429) is no outcome. Throws a `Failure` as
 * soon as the service asks for a pause that ends after the time in which this would give up.
 */
export async function sendWithinBudget(channel: Channel, request: HttpRequest): Promise<Outcome> {
	// A request that is refused for the rate limit without end points to something else than the limit.
	const { giveUpMs } = channel.account.pace.refused;
	let refusedSince: number | undefined;
	for (;;) {
		const giveUpAt = (refusedSince ?? Date.now()) + giveUpMs;
		const slot = await placeIn(channel, refusedSince !== undefined, giveUpAt);
		const outcome = await sendIn(channel, slot, request);
		if (outcome.kind !== 'answer' || outcome.status !== 429) return outcome;
		refusedSince ??= Date.now();
		if (Date.now() - refusedSince > giveUpMs) throw channel.refusedFailure(outcome);
	}
}

async function placeIn(
	{ target, budget, signal, dailyLimitFailure }: Channel,
	again: boolean,
	giveUpAt: number,
): Promise<Slot> {
	return await budget.acquire(signal, again, giveUpAt).catch((error: unknown) => {
		if (error instanceof PauseTooLong) throw pauseFailure(target.service, error);
		throw error instanceof DailyLimitReached ? dailyLimitFailure(error) : error;
	});
}

function pauseFailure(service: string, { resumesAt }: PauseTooLong): Failure {
	const retryAt = new Date(resumesAt).toISOString();
	return new Failure(
		`${service} asks to send no more requests until ${retryAt} (rate limit)`,
		'This request was not carried out. Run the remaining items after that time.',
		{ httpCode: 429, retryAt },
	);
}

async function sendIn(channel: Channel, slot: Slot, request: HttpRequest): Promise<Outcome> {
	let report: RateLimitReport | undefined;
	try {
		const outcome = await channel.send(request, channel.signal);
		if (outcome.kind === 'answer') report = channel.reportOf(outcome);
		return outcome;
	} finally {
		slot.done(report);
	}
}
