import { Account } from '../../../nodes/core/account/account';
import { USUAL_PACE } from '../../../nodes/core/account/pace';
import { Cancelled, Failure } from '../../../nodes/core/failure';
import type { Asked } from '../../../nodes/core/sending/exchange';
import { exchange } from '../../../nodes/core/sending/exchange';
import type { Answer, Outcome } from '../../../nodes/core/sending/http';
import type { Channel } from '../../../nodes/core/sending/pacing';

const OK: Answer = { kind: 'answer', status: 200, headers: {}, body: { id: 1 } };
const refusal = (status: number): Answer => ({ ...OK, status });

/** One request at a time, and none of the places comes back by itself. */
const PACE = {
	...USUAL_PACE,
	rateLimit: { max: 1, intervalMs: 1 },
	backoff: { firstMs: 1, maxMs: 2 },
	refused: { firstWaitMs: 1, maxWaitMs: 1, giveUpMs: 0 },
};

let account: Account;
beforeEach(() => (account = new Account('account', PACE)));

function channel(send: () => Promise<Outcome>, more: Partial<Channel> = {}): Channel {
	return {
		target: { service: 'Service', baseUrl: 'https://service.example' },
		account,
		budget: account.budget(),
		send,
		reportOf: ({ status }) => ({ refused: status === 429, ownPauseMs: 1 }),
		refusedFailure: () => new Failure('refused without end'),
		dailyLimitFailure: () => new Failure('the day is used up'),
		...more,
	};
}

function asked(more: Partial<Asked> = {}): Asked {
	return {
		request: { method: 'POST', url: 'https://service.example/records', headers: {}, timeoutMs: 1_000 },
		ifLost: { rule: 'never' },
		effect: 'create',
		record: 'record/1',
		read: (answer) => answer,
		told: () => ({ isPage: false, text: '', details: {} }),
		...more,
	};
}

/** Whether the next request still finds a place, and its turn at the record. */
async function goesOn(): Promise<boolean> {
	const next = exchange(
		channel(async () => OK),
		asked(),
	).then(() => true);
	return await Promise.race([next, new Promise<false>((resolve) => setTimeout(() => resolve(false), 500))]);
}

const gone = async () => await Promise.reject(new Cancelled());

const ENDINGS: Array<[what: string, begin: () => Promise<unknown>]> = [
	['sending throws', async () => await exchange(channel(gone), asked())],
	[
		'what the answer reports cannot be read',
		async () => {
			const reportOf = () => {
				throw new TypeError('no such header');
			};
			return await exchange(
				channel(async () => OK, { reportOf }),
				asked(),
			);
		},
	],
	[
		'the answer cannot be read',
		async () => {
			const read = () => {
				throw new Failure('another record');
			};
			return await exchange(
				channel(async () => OK),
				asked({ read }),
			);
		},
	],
	[
		'it is refused for the limit without end',
		async () =>
			await exchange(
				channel(async () => refusal(429)),
				asked(),
			),
	],
	[
		'the answer is lost',
		async () =>
			await exchange(
				channel(async () => ({ kind: 'lost', code: 'X' })),
				asked(),
			),
	],
	[
		'it may not be looked for',
		async () =>
			await exchange(
				channel(async () => refusal(503)),
				asked({ ifLost: { rule: 'readBack', find: gone } }),
			),
	],
	[
		'the execution was cancelled before',
		async () =>
			await exchange(
				channel(async () => OK, { signal: AbortSignal.abort() }),
				asked(),
			),
	],
	[
		'the execution is cancelled while it waits for its turn',
		async () => {
			const leave = await account.turnToWrite('record/1');
			const stopped = new AbortController();
			const waiting = exchange(
				channel(async () => OK, { signal: stopped.signal }),
				asked(),
			);
			stopped.abort();
			return await waiting.finally(leave);
		},
	],
	[
		'the execution is cancelled while it waits for a place',
		async () => {
			const slot = await account.budget().acquire();
			const stopped = new AbortController();
			const waiting = exchange(
				channel(async () => OK, { signal: stopped.signal }),
				asked(),
			);
			await new Promise((resolve) => setTimeout(resolve, 5));
			stopped.abort();
			return await waiting.finally(() => slot.done());
		},
	],
];

test.each(ENDINGS)('a request leaves its place and its turn to the next one when %s', async (_, begin) => {
	await expect(begin()).rejects.toThrow();
	expect(await goesOn()).toBe(true);
});
