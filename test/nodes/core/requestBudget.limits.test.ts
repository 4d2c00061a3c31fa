import pLimit from 'p-limit';

import { Cancelled } from '../../../nodes/core/failure';
import type { RateLimitReport, Slot } from '../../../nodes/core/account/requestBudget';
import { DailyLimitReached, RequestBudget } from '../../../nodes/core/account/requestBudget';
import { FakeClock } from '../../support/fakeClock';
import { sendThrough, SimulatedServer } from '../../support/simulatedServer';

const LIMIT = { max: 10, intervalMs: 1_000 };

function setUp(limit = LIMIT) {
	const clock = new FakeClock();
	const budget = new RequestBudget(limit, clock);
	const granted: string[] = [];
	/** Asks for a place; `granted` shows when it came. */
	const ask = async (name: string, { signal, again }: { signal?: AbortSignal; again?: boolean } = {}) => {
		const slot = await budget.acquire(signal, again);
		granted.push(name);
		return slot;
	};
	/** Sends and gets an answer at once. */
	const answered = async (report: RateLimitReport = {}) => (await budget.acquire()).done(report);
	return { clock, budget, granted, ask, answered };
}

async function take(budget: RequestBudget, count: number): Promise<Slot[]> {
	return await Promise.all(Array.from({ length: count }, async () => await budget.acquire()));
}

describe('a refusal (429)', () => {
	test('with Retry-After stops everything for as long as the service asked', async () => {
		const { clock, granted, ask, answered } = setUp();
		await answered({ refused: true, retryAfterMs: 3_000 });
		void ask('next');
		await clock.run(2_999);
		expect(granted).toEqual([]);
		await clock.run(1);
		expect(granted).toEqual(['next']);
	});

	test('with a shorter Retry-After does not end a longer pause', async () => {
		const { clock, budget, granted, ask } = setUp();
		const [first, second] = await take(budget, 2);
		first?.done({ refused: true, retryAfterMs: 3_000 });
		second?.done({ refused: true, retryAfterMs: 500 });
		void ask('next');
		await clock.run(2_999);
		expect(granted).toEqual([]);
		await clock.run(1);
		expect(granted).toEqual(['next']);
	});

	test.each([undefined, 0])(
		'with Retry-After %p waits one interval, instead of asking in a loop',
		async (retryAfterMs) => {
			const { clock, granted, ask, answered } = setUp();
			await answered({ refused: true, retryAfterMs });
			void ask('next');
			await clock.run(999);
			expect(granted).toEqual([]);
			await clock.run(1);
			expect(granted).toEqual(['next']);
		},
	);

	test('puts the refused requests first, in their order', async () => {
		const { clock, budget, granted, ask } = setUp({ max: 2, intervalMs: 1_000 });
		const [first, second] = await take(budget, 2);
		void ask('waiting');
		first?.done({ refused: true, retryAfterMs: 500 });
		void ask('refused first', { again: true });
		second?.done({ refused: true, retryAfterMs: 500 });
		void ask('refused second', { again: true });
		await clock.run(600);
		expect(granted).toEqual(['refused first', 'refused second']);
	});
});

describe('what the answers say of the limit', () => {
	test('a lower maximum and a longer interval are kept to', async () => {
		const { clock, budget, granted, ask } = setUp();
		const slots = await take(budget, 4);
		for (const slot of slots) slot.done({ max: 4, intervalMs: 5_000 });
		void ask('next');
		await clock.run(4_999);
		expect(granted).toEqual([]);
		await clock.run(1);
		expect(granted).toEqual(['next']);
	});

	test('a higher maximum is used at once', async () => {
		const { budget, granted, ask } = setUp();
		const slots = await take(budget, 10);
		slots[0]?.done({ max: 50 });
		await ask('next');
		expect(granted).toEqual(['next']);
	});

	test('a shorter interval also frees the places of answers that came before it was known', async () => {
		const { clock, budget, granted, ask } = setUp({ max: 2, intervalMs: 10_000 });
		const [lost, answer] = await take(budget, 2);
		lost?.done();
		answer?.done({ intervalMs: 200 });
		void ask('next');
		await clock.run(200);
		expect(granted).toEqual(['next']);
	});

	test('requests of others under the same limit are left room', async () => {
		const clock = new FakeClock();
		const limit = { max: 100, intervalMs: 10_000 };
		const server = new SimulatedServer(clock, limit, 'sliding');
		const budget = new RequestBudget(limit, clock);
		const others = async () => {
			for (let sent = 0; sent < 250; sent++) {
				server.take();
				await clock.sleep(200);
			}
		};
		const items = pLimit(20);
		const send = async () => await sendThrough(budget, server, clock, () => 50);
		const ours = Array.from({ length: 300 }, async () => await items(send));
		const done = Promise.all([Promise.all(ours), others()]);
		await clock.run();
		const [refusals] = await done;
		// Others show only in answers, so that a few of those in flight are refused each time the limit is met.
		expect(refusals.reduce((sum, count) => sum + count, 0)).toBeLessThan(20);
		expect(server.busiest()).toBeLessThanOrEqual(100);
	});

	test('what others used up is forgotten after one interval', async () => {
		const { clock, granted, ask, answered } = setUp();
		await answered({ remaining: 0 });
		void ask('next');
		await clock.run(999);
		expect(granted).toEqual([]);
		await clock.run(1);
		expect(granted).toEqual(['next']);
	});
});

describe('cancelling', () => {
	test('a cancelled execution leaves the queue, and those behind it go on in order', async () => {
		const { clock, budget, granted, ask } = setUp({ max: 1, intervalMs: 1_000 });
		const slot = (await take(budget, 1))[0];
		const controller = new AbortController();
		const first = ask('first');
		const cancelled = ask('cancelled', { signal: controller.signal });
		void ask('third');
		controller.abort();
		await expect(cancelled).rejects.toBeInstanceOf(Cancelled);

		slot?.done();
		await clock.run(1_000);
		expect(granted).toEqual(['first']);
		(await first).done();
		await clock.run(1_000);
		expect(granted).toEqual(['first', 'third']);
	});

	test('an execution that is cancelled already gets no place', async () => {
		const { budget } = setUp();
		await expect(budget.acquire(AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled);
		await expect(take(budget, 10)).resolves.toHaveLength(10);
	});

	test('giving a place back twice does not make two of it', async () => {
		const { clock, budget, granted, ask } = setUp({ max: 2, intervalMs: 1_000 });
		const [first] = await take(budget, 2);
		first?.done({ refused: true });
		first?.done({ refused: true });
		void ask('one');
		void ask('two');
		await clock.run(1_500);
		expect(granted).toEqual(['one']);
	});
});

describe('the day used up', () => {
	const DAY_OVER = { dailyRemaining: 0, dailyResetMs: 3_600_000 };

	test('fails at once, those that wait as well, and says when it resets', async () => {
		const { clock, budget } = setUp({ max: 1, intervalMs: 1_000 });
		const resetsAt = clock.now() + 3_600_000;
		const slot = await budget.acquire();
		const waiting = budget.acquire();
		slot.done(DAY_OVER);
		await expect(waiting).rejects.toEqual(expect.objectContaining({ resetsAt }));
		await expect(waiting).rejects.toBeInstanceOf(DailyLimitReached);
		await expect(budget.acquire()).rejects.toBeInstanceOf(DailyLimitReached);
	});

	test('lets requests through again after the reset', async () => {
		const { clock, budget, answered } = setUp();
		await answered(DAY_OVER);
		await clock.run(3_599_999);
		await expect(budget.acquire()).rejects.toBeInstanceOf(DailyLimitReached);
		await clock.run(1);
		await expect(budget.acquire()).resolves.toBeDefined();
	});

	test('without a reset time asks again after a minute', async () => {
		const { clock, budget, answered } = setUp();
		await answered({ dailyRemaining: 0 });
		await expect(budget.acquire()).rejects.toEqual(expect.objectContaining({ resetsAt: undefined }));
		await clock.run(60_000);
		await expect(budget.acquire()).resolves.toBeDefined();
	});
});
