import type { IDataObject } from 'n8n-workflow';

import { runBatches } from '../../../nodes/core/operation/batch';
import { Failure } from '../../../nodes/core/failure';
import { Params } from '../../../nodes/core/operation/params';
import { executeContext } from '../../support/running/executeContext';
import { FakeClock } from '../../support/fakeClock';

/** What a service was asked to do in one call. */
interface Call {
	group: string;
	entries: string[];
	/** ms since the first call. */
	at: number;
}

type Answer = IDataObject | Failure | undefined;

interface Work {
	/** Group and entry of each item, as "group entry"; "broken" cannot be read. */
	items: string[];
	size?: number;
	answer?: (entry: string, group: string) => Answer;
	/** Fails the whole call. */
	refuse?: (group: string) => Error | undefined;
	latencyMs?: (group: string) => number;
	continueOnFail?: boolean;
}

async function run({
	items,
	size = 100,
	answer = (entry, group) => ({ group, entry }),
	refuse = () => undefined,
	latencyMs = () => 10,
	continueOnFail = true,
}: Work) {
	const clock = new FakeClock(0);
	const calls: Call[] = [];
	let busy = 0;
	let busiest = 0;
	const context = executeContext({ items: items.map((text) => ({ text })) });
	const outcome = runBatches<string>(
		{
			size,
			read: ({ params }) => {
				const [group, entry] = params.text('text').split(' ');
				if (!entry) throw new Failure('Unreadable');
				return { group: { group }, entry };
			},
			async send(_api, { group: given }, entries) {
				const group = String(given);
				calls.push({ group, entries, at: clock.now() });
				busiest = Math.max(busiest, ++busy);
				await clock.sleep(latencyMs(group));
				busy -= 1;
				const refusal = refuse(group);
				if (refusal) throw refusal;
				return entries.map((entry) => answer(entry, group));
			},
		},
		items.length,
		async (itemIndex) => ({ api: `api ${itemIndex}`, params: new Params(context, itemIndex) }),
		continueOnFail,
	);
	await clock.run();
	const results = await outcome;
	const texts = results.map((result) => {
		if (!result) return 'not begun';
		if ('error' in result) return (result.error as Error).message;
		return result.records.map(({ group, entry }) => `${String(group)} ${String(entry)}`).join();
	});
	return { calls, results, texts, busiest };
}

test('items of one group share a call, and each has the result of its own entry', async () => {
	const items = ['a 1', 'b 3', 'a 2', 'b 5', 'a 4'];
	const { calls, texts } = await run({ items });

	expect(calls.map(({ group, entries }) => [group, entries])).toEqual([
		['a', ['1', '2', '4']],
		['b', ['3', '5']],
	]);
	expect(texts).toEqual(items);
});

test.each([
	[0, []],
	[1, [1]],
	[100, [100]],
	[101, [100, 1]],
	[250, [100, 100, 50]],
])('%i items take calls of %j', async (count, sizes) => {
	const items = Array.from({ length: count }, (_, index) => `a ${index}`);
	const { calls, texts } = await run({ items });

	expect(calls.map(({ entries }) => entries.length)).toEqual(sizes);
	expect(calls.flatMap(({ entries }) => entries)).toEqual(items.map((item) => item.slice(2)));
	expect(texts).toEqual(items);
});

test('an entry that several items of a group bring is sent once, and all of them have its result', async () => {
	const { calls, texts } = await run({ items: ['a 1', 'a 2', 'a 1', 'a 1'] });

	expect(calls.map(({ entries }) => entries)).toEqual([['1', '2']]);
	expect(texts).toEqual(['a 1', 'a 2', 'a 1', 'a 1']);
});

describe('an entry in several groups', () => {
	test('is sent in the order of the items: the next call waits for the answer to the one before', async () => {
		const { calls } = await run({
			items: ['a 1', 'b 1', 'a 1'],
			latencyMs: (group) => (group === 'a' ? 500 : 10),
		});

		expect(calls).toEqual([
			{ group: 'a', entries: ['1'], at: 0 },
			{ group: 'b', entries: ['1'], at: 500 },
			{ group: 'a', entries: ['1'], at: 510 },
		]);
	});

	test('keeps back no entry that is in one group only', async () => {
		const { calls } = await run({ items: ['a 1', 'b 1', 'b 2', 'a 3'] });

		expect(calls).toEqual([
			{ group: 'a', entries: ['1', '3'], at: 0 },
			{ group: 'b', entries: ['2'], at: 0 },
			{ group: 'b', entries: ['1'], at: 10 },
		]);
	});
});

test('calls are made beside each other, but not all at once', async () => {
	const { busiest, texts } = await run({
		items: Array.from({ length: 100 }, (_, index) => `g${index} 1x${index}`),
	});

	expect(busiest).toBe(20);
	expect(texts).toHaveLength(100);
	expect(texts.every((text, index) => text === `g${index} 1x${index}`)).toBe(true);
});

test('a call that fails fails for its items, and for no others', async () => {
	const { texts } = await run({
		items: ['a 1', 'b 2', 'a 3', 'b 4'],
		refuse: (group) => (group === 'a' ? new Failure('Refused') : undefined),
	});

	expect(texts).toEqual(['Refused', 'b 2', 'Refused', 'b 4']);
});

test('an entry that fails fails for the items that brought it', async () => {
	const { texts } = await run({
		items: ['a 1', 'a 2', 'a 1', 'a 3'],
		answer: (entry, group) => (entry === '1' ? new Failure('Not this one') : { group, entry }),
	});

	expect(texts).toEqual(['Not this one', 'a 2', 'Not this one', 'a 3']);
});

test('an item that cannot be read fails alone, and is not sent', async () => {
	const { calls, texts } = await run({ items: ['a 1', 'broken', 'a 2'] });

	expect(calls.map(({ entries }) => entries)).toEqual([['1', '2']]);
	expect(texts).toEqual(['a 1', 'Unreadable', 'a 2']);
});

test('an entry of which the answer says nothing is no success: it asks to look', async () => {
	const { results } = await run({
		items: ['a 1', 'a 2'],
		answer: (entry, group) => (entry === '1' ? undefined : { group, entry }),
	});

	expect(results[0]).toMatchObject({
		error: {
			message: 'The answer does not say what became of this item',
			remedy: 'Look whether it was done before you run it again.',
			details: { mayHaveHappened: true },
		},
	});
	expect(results[1]).toEqual({ records: [{ group: 'a', entry: '2' }] });
});

describe('where the first failure ends the node', () => {
	test('no further call is begun, and those under way come to their end', async () => {
		const items = Array.from({ length: 50 }, (_, index) => `g${index} ${index}`);
		const { calls, texts } = await run({
			items,
			continueOnFail: false,
			refuse: (group) => (group === 'g3' ? new Failure('Refused') : undefined),
			latencyMs: (group) => (group === 'g3' ? 1 : 10),
		});

		expect(calls).toHaveLength(20);
		expect(texts.filter((text) => text === 'Refused')).toHaveLength(1);
		expect(texts.filter((text) => text === 'not begun')).toHaveLength(30);
		expect(texts.slice(0, 3)).toEqual(items.slice(0, 3));
	});

	test('an item that cannot be read ends it before anything is sent', async () => {
		const { calls, texts } = await run({ items: ['a 1', 'broken'], continueOnFail: false });

		expect(calls).toEqual([]);
		expect(texts).toEqual(['not begun', 'Unreadable']);
	});
});
