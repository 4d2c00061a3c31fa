import { RequestBudget } from '../../../nodes/core/account/requestBudget';
import { apiUsage, isReportEnough } from '../../../nodes/core/editor/apiUsage';
import { FakeClock } from '../../support/fakeClock';

const LIMIT = { max: 100_000, intervalMs: 10_000 };

/** Sends a request that takes this long. */
async function send(budget: RequestBudget, clock: FakeClock, tookMs: number): Promise<void> {
	const slot = await budget.acquire();
	await clock.run(tookMs);
	slot.done({});
}

test('half of the responses came within p50, and 95 of 100 within p95', async () => {
	const clock = new FakeClock();
	const budget = new RequestBudget(LIMIT, clock);
	for (let tookMs = 100; tookMs > 0; tookMs--) await send(budget, clock, tookMs);
	const { process } = apiUsage(budget, clock.now());
	expect(process.latency).toEqual({ p50Ms: 50, p95Ms: 95, measured: 100 });
});

test('of many requests, all are counted, and the times of the newest 1,000 are kept', async () => {
	const clock = new FakeClock();
	const budget = new RequestBudget(LIMIT, clock);
	for (let sent = 0; sent < 500; sent++) await send(budget, clock, 9);
	for (let sent = 0; sent < 1_000; sent++) await send(budget, clock, 1);
	const { process } = apiUsage(budget, clock.now());
	expect(process).toMatchObject({ requests: 1_500, latency: { p50Ms: 1, p95Ms: 1, measured: 1_000 } });
});

test('nothing is made up where the service told nothing', () => {
	const clock = new FakeClock();
	const { process, ...reported } = apiUsage(new RequestBudget(LIMIT, clock), clock.now());
	expect(reported).toEqual({
		reportedAt: null,
		reportAgeSeconds: null,
		today: { used: null, left: null, limit: null, resetsAt: null },
		burst: { used: null, left: null, limit: null, windowSeconds: null },
	});
	expect(process.latency).toEqual({ p50Ms: null, p95Ms: null, measured: 0 });
});

test('figures of a day that is over do not serve, however old they may be', () => {
	const reported = { at: 0, report: { dailyRemaining: 5, dailyResetMs: 3_600_000 } };
	expect(isReportEnough(reported, Infinity, 3_599_999)).toBe(true);
	expect(isReportEnough(reported, Infinity, 3_600_000)).toBe(false);
	expect(isReportEnough({ at: 0, report: { dailyRemaining: 5 } }, Infinity, 86_399_999)).toBe(true);
	expect(isReportEnough({ at: 0, report: { dailyRemaining: 5 } }, Infinity, 86_400_000)).toBe(false);
});
