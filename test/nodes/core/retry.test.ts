import { USUAL_PACE } from '../../../nodes/core/account/pace';
import { Cancelled } from '../../../nodes/core/failure';
import type { Outcome } from '../../../nodes/core/sending/http';
import type { Ending, IfLost, ReadBack, RetryOptions } from '../../../nodes/core/sending/retry';
import { Attempts } from '../../../nodes/core/sending/retry';
import { FakeClock } from '../../support/fakeClock';

const { backoff } = USUAL_PACE;

const answer = (status: number): Outcome => ({
	kind: 'answer',
	status,
	headers: {},
	body: `body of ${status}`,
});
/** As an exchange does it, without the rate limit. */
async function sendWithRetries(send: () => Promise<Outcome>, options: RetryOptions): Promise<Ending> {
	const attempts = new Attempts(options);
	for (;;) {
		attempts.begin();
		const ending = await attempts.next(await send());
		if (ending) return ending;
	}
}

const OK = answer(200);
const REFUSED: Outcome = { kind: 'unsent', code: 'ECONNREFUSED' };
const LOST: Outcome = { kind: 'lost', code: 'ECONNRESET' };

interface Run {
	/** What becomes of each attempt; the last one of all further ones. */
	outcomes: Outcome[];
	ifLost?: IfLost;
	random?: () => number;
}

/** Sends in simulated time; tells how often, and after which waits. */
async function run({ outcomes, ifLost = { rule: 'repeat' }, random = () => 1 }: Run) {
	const clock = new FakeClock();
	const sentAt: number[] = [];
	const send = async () => {
		sentAt.push(clock.now());
		return outcomes[Math.min(sentAt.length, outcomes.length) - 1] as Outcome;
	};
	const ending = sendWithRetries(send, { ifLost, clock, random, backoff });
	await clock.run();
	const waits = sentAt.slice(1).map((at, index) => at - (sentAt[index] as number));
	return {
		ending: await ending,
		attempts: sentAt.length,
		waits,
		tookMs: clock.now() - (sentAt[0] as number),
		sentAt,
	};
}

const lookingUp = (...seen: ReadBack[]) => {
	const find = vi.fn<(attempt: number) => Promise<ReadBack>>();
	for (const one of seen) find.mockResolvedValueOnce(one);
	find.mockResolvedValue(seen[seen.length - 1] as ReadBack);
	return { ifLost: { rule: 'readBack', find } satisfies IfLost, find };
};

const RULES: Array<[string, IfLost]> = [
	['repeat', { rule: 'repeat' }],
	['readBack', lookingUp('absent').ifLost],
	['never', { rule: 'never' }],
];

describe.each(RULES)('a request that may be done again by the rule "%s"', (_, ifLost) => {
	test.each([200, 201, 301, 400, 401, 403, 404, 408, 409, 422])(
		'is over with an answer of %i',
		async (status) => {
			const { ending, attempts } = await run({ outcomes: [answer(status)], ifLost });
			expect(ending).toEqual({ kind: 'answer', answer: answer(status), repeated: false });
			expect(attempts).toBe(1);
		},
	);

	test('is sent again when the connection was refused', async () => {
		const { ending, attempts } = await run({ outcomes: [REFUSED, REFUSED, OK], ifLost });
		expect(ending).toEqual({ kind: 'answer', answer: OK, repeated: false });
		expect(attempts).toBe(3);
	});

	test('ends as never sent when no connection comes up in six attempts', async () => {
		const { ending, attempts, tookMs, sentAt } = await run({ outcomes: [REFUSED], ifLost });
		expect(ending).toEqual({ kind: 'unsent', code: 'ECONNREFUSED' });
		expect(attempts).toBe(6);
		// The operator is told at once: nobody waits after the last attempt.
		expect(tookMs).toBe((sentAt[5] as number) - (sentAt[0] as number));
	});
});

const UNCERTAIN: Array<[string, Outcome]> = [
	['500', answer(500)],
	['502', answer(502)],
	['503', answer(503)],
	['504', answer(504)],
	['a closed connection', LOST],
	['a time-out', { kind: 'lost', code: 'ECONNABORTED' }],
];

describe.each(UNCERTAIN)('after %s', (_, outcome) => {
	test('what may be repeated is sent again, and its answer marked as one to a repetition', async () => {
		const { ending, attempts } = await run({ outcomes: [outcome, OK] });
		expect(ending).toEqual({ kind: 'answer', answer: OK, repeated: true });
		expect(attempts).toBe(2);
	});

	test('what may be repeated ends after six attempts as perhaps done', async () => {
		const { ending, attempts, tookMs, waits } = await run({ outcomes: [outcome] });
		expect(ending).toEqual({ kind: 'gaveUp', last: outcome, mayHaveHappened: true });
		expect(attempts).toBe(6);
		expect(tookMs).toBe(waits.reduce((sum, wait) => sum + wait, 0));
	});

	test('what sends a message is never done twice', async () => {
		const { ending, attempts } = await run({ outcomes: [outcome, OK], ifLost: { rule: 'never' } });
		expect(ending).toEqual({ kind: 'gaveUp', last: outcome, mayHaveHappened: true });
		expect(attempts).toBe(1);
	});

	test('what was created is found, and not created again', async () => {
		const { ifLost, find } = lookingUp({ found: { id: 'abc' } });
		const { ending, attempts, sentAt } = await run({ outcomes: [outcome, OK], ifLost });
		expect(ending).toEqual({ kind: 'found', body: { id: 'abc' } });
		expect(attempts).toBe(1);
		expect(find.mock.calls).toEqual([[sentAt[0]]]);
	});

	test('what is absent is created again', async () => {
		const { ending, attempts } = await run({ outcomes: [outcome, OK], ...lookingUp('absent') });
		expect(ending).toEqual({ kind: 'answer', answer: OK, repeated: true });
		expect(attempts).toBe(2);
	});

	test('what cannot be told is not created again', async () => {
		const { ending, attempts } = await run({ outcomes: [outcome, OK], ...lookingUp('unknown') });
		expect(ending).toEqual({ kind: 'gaveUp', last: outcome, mayHaveHappened: true });
		expect(attempts).toBe(1);
	});

	test('what was absent after six attempts did not happen', async () => {
		const { ending, attempts } = await run({ outcomes: [outcome], ...lookingUp('absent') });
		expect(ending).toEqual({ kind: 'gaveUp', last: outcome, mayHaveHappened: false });
		expect(attempts).toBe(6);
	});

	test('what only the last attempt created is found', async () => {
		const { ifLost } = lookingUp('absent', 'absent', 'absent', 'absent', 'absent', { found: 'it' });
		const { ending } = await run({ outcomes: [outcome], ifLost });
		expect(ending).toEqual({ kind: 'found', body: 'it' });
	});
});

test('once an answer was lost, a later refused connection does not make it certain that nothing happened', async () => {
	const { ending } = await run({ outcomes: [LOST, REFUSED] });
	expect(ending).toEqual({ kind: 'gaveUp', last: REFUSED, mayHaveHappened: true });
});

test('each wait is up to twice the one before, and never under half of that', async () => {
	const longest = await run({ outcomes: [LOST], random: () => 0.999999 });
	const shortest = await run({ outcomes: [LOST], random: () => 0 });
	expect(longest.waits.map(Math.round)).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
	expect(shortest.waits).toEqual([250, 500, 1_000, 2_000, 4_000]);
});

test('no wait is longer than fifteen seconds', async () => {
	const { tookMs, waits } = await run({ outcomes: [LOST], random: () => 0.999999, ...lookingUp('absent') });
	const beforeTheLastLook = tookMs - waits.reduce((sum, wait) => sum + wait, 0);
	expect(Math.round(beforeTheLastLook)).toBe(15_000);
});

test('items that failed together do not come back together', async () => {
	const draws = [0.1, 0.9, 0.4];
	const waits = await Promise.all(
		draws.map(async (draw) => (await run({ outcomes: [LOST, OK], random: () => draw })).waits[0]),
	);
	expect(new Set(waits).size).toBe(3);
});

describe('cancelling', () => {
	test('ends a wait between two attempts at once', async () => {
		const clock = new FakeClock();
		const controller = new AbortController();
		const send = vi.fn(async () => LOST);
		const ending = sendWithRetries(send, {
			ifLost: { rule: 'repeat' },
			clock,
			signal: controller.signal,
			backoff,
		});
		await clock.run(100);
		controller.abort();
		await expect(ending).rejects.toBeInstanceOf(Cancelled);
		await clock.run();
		expect(send).toHaveBeenCalledTimes(1);
	});

	test('sends nothing for an execution that is over', async () => {
		const send = vi.fn(async () => OK);
		const ending = sendWithRetries(send, {
			ifLost: { rule: 'repeat' },
			signal: AbortSignal.abort(),
			backoff,
		});
		await expect(ending).rejects.toBeInstanceOf(Cancelled);
		expect(send).not.toHaveBeenCalled();
	});
});
