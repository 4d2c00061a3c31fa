import pLimit from 'p-limit';

import { RequestBudget } from '../../../nodes/core/account/requestBudget';
import { FakeClock, seededRandom } from '../../support/fakeClock';
import { sendThrough, SimulatedServer } from '../../support/simulatedServer';

const LIMIT = { max: 100, intervalMs: 10_000 };

interface Load {
	requests: number;
	/** The longest way to the server or back. */
	latencyMs: number;
	seed: number;
	counting: 'fixed' | 'sliding';
	concurrency?: number;
}

async function simulate({ requests, latencyMs, seed, counting, concurrency = Infinity }: Load) {
	const clock = new FakeClock();
	const server = new SimulatedServer(clock, LIMIT, counting);
	const budget = new RequestBudget(LIMIT, clock);
	const random = seededRandom(seed);
	const bounded = pLimit(concurrency);
	const start = clock.now();
	const done = Promise.all(
		Array.from({ length: requests }, async () => {
			await bounded(async () => await sendThrough(budget, server, clock, () => random() * latencyMs));
			return clock.now() - start;
		}),
	);
	await clock.run();
	return { server, tookMs: Math.max(...(await done)) };
}

describe.each(['fixed', 'sliding'] as const)('a server that counts in %s windows', (counting) => {
	const loads = [1, 2, 3, 4].flatMap((seed) =>
		[0, 40, 1_500, 12_000].map((latencyMs) => ({ seed, latencyMs })),
	);

	test.each(loads)('never refuses a request (seed $seed, up to $latencyMs ms a way)', async (load) => {
		const { server } = await simulate({ ...load, counting, requests: 450 });
		expect(server.refusals).toBe(0);
		expect(server.arrivals).toHaveLength(450);
		expect(server.busiest()).toBeLessThanOrEqual(LIMIT.max);
	});

	test.each(loads)('is used as much as it allows (seed $seed, up to $latencyMs ms a way)', async (load) => {
		const { tookMs } = await simulate({ ...load, counting, requests: 450 });
		const rounds = Math.ceil(450 / LIMIT.max);
		const answerMs = 2 * load.latencyMs;
		expect(tookMs).toBeLessThanOrEqual((rounds - 1) * (LIMIT.intervalMs + answerMs) + answerMs + rounds);
	});

	test('is used as much as it allows when twenty items are worked on at a time', async () => {
		const { server, tookMs } = await simulate({
			requests: 450,
			latencyMs: 300,
			seed: 5,
			counting,
			concurrency: 20,
		});
		expect(server.refusals).toBe(0);
		// Five turns of twenty make up one round of a hundred.
		expect(tookMs).toBeLessThanOrEqual(4 * (LIMIT.intervalMs + 600) + 5 * 600 + 5);
	});
});

test('requests that come in bursts after a pause are sent at once', async () => {
	const clock = new FakeClock();
	const server = new SimulatedServer(clock, LIMIT, 'fixed');
	const budget = new RequestBudget(LIMIT, clock);
	const burst = async () =>
		await Promise.all(
			Array.from({ length: 100 }, async () => await sendThrough(budget, server, clock, () => 25)),
		);

	const first = burst();
	await clock.run(15_000);
	await first;
	const start = clock.now();
	const second = burst().then(() => clock.now() - start);
	await clock.run();
	expect(await second).toBe(50);
});

test('a slow answer is not taken for the requests of somebody else', async () => {
	const clock = new FakeClock();
	const server = new SimulatedServer(clock, LIMIT, 'fixed');
	const budget = new RequestBudget(LIMIT, clock);
	const quick = Array.from({ length: 95 }, async () => await sendThrough(budget, server, clock, () => 10));
	const slow = await budget.acquire();
	await clock.run(20);
	const report = server.take();
	await clock.run(14_000);
	await Promise.all(quick);
	slow.done(report);

	const start = clock.now();
	const next = Promise.all(
		Array.from({ length: 90 }, async () => await sendThrough(budget, server, clock, () => 10)),
	).then(() => clock.now() - start);
	await clock.run();
	expect(await next).toBe(20);
});
