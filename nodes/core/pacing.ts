import type { Failure } from './failure';
import type { Answer, HttpRequest, Outcome } from './http';
import type { RateLimitReport, RequestBudget, Slot } from './requestBudget';
import { DailyLimitReached } from './requestBudget';

/** The way of requests to one account of a service. */
export interface Channel {
	budget: RequestBudget;
	send(request: HttpRequest, signal?: AbortSignal): Promise<Outcome>;
	/** Called with every answer: what it says about the rate limit. */
	reportOf(answer: Answer): RateLimitReport;
	/** What the operator has to know when the limit refuses without end. */
	refusedFailure(answer: Answer): Failure;
	/** What the operator has to know when the day's requests are used up. */
	dailyLimitFailure(reached: DailyLimitReached): Failure;
	signal?: AbortSignal;
	/** Refusals for the limit are taken for something else after so long; 15 minutes unless told. */
	maxRefusedMs?: number;
}

/** A request that is refused for the rate limit without end points to something else than the limit. */
const MAX_REFUSED_MS = 15 * 60_000;

/** Sends as often as the rate limit makes necessary: a refusal for the limit (429) is no outcome. */
export async function sendWithinBudget(channel: Channel, request: HttpRequest): Promise<Outcome> {
	const { maxRefusedMs = MAX_REFUSED_MS } = channel;
	let refusedSince: number | undefined;
	for (;;) {
		const slot = await placeIn(channel, refusedSince !== undefined);
		const outcome = await sendIn(channel, slot, request);
		if (outcome.kind !== 'answer' || outcome.status !== 429) return outcome;
		refusedSince ??= Date.now();
		if (Date.now() - refusedSince > maxRefusedMs) throw channel.refusedFailure(outcome);
	}
}

async function placeIn({ budget, signal, dailyLimitFailure }: Channel, again: boolean): Promise<Slot> {
	return await budget.acquire(signal, again).catch((error: unknown) => {
		throw error instanceof DailyLimitReached ? dailyLimitFailure(error) : error;
	});
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
