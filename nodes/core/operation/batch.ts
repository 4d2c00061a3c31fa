import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';

import { Failure } from '../failure';
import { HeldBack } from '../heldBack';
import type { Batch, OperationInput } from './operation';

/** How an item ended: with what it puts out, or with an error. */
export type ItemResult = { records: IDataObject[] } | { error: unknown };

/** So many calls are made at once; the request budget bounds how fast. */
const CONCURRENT_CALLS = 20;

/** Items that share calls: an entry, once, for all items that brought it. */
interface Group<Api> {
	api: Api;
	group: IDataObject;
	/** How many groups have to be done before, because an entry of this one is in them. */
	turn: number;
	/** Entry -> its items. */
	items: Map<string, number[]>;
}

/**
 * Does all items in as few calls as possible: those that belong together, so many at a time, each entry once. Every
 * item gets the result of its own entry; a call that fails fails for the items in it, and for no others. What is done
 * to the same entry in different groups is done in the order of the items.
 *
 * @param open opens the service for an item and gives its parameters; may throw
 * @param continueOnFail without it, no call is begun after an item has failed, and the items of those have no result
 */
export async function runBatches<Api>(
	batch: Batch<Api>,
	itemCount: number,
	open: (itemIndex: number) => Promise<OperationInput<Api>>,
	continueOnFail: boolean,
): Promise<Array<ItemResult | undefined>> {
	const results = new Array<ItemResult | undefined>(itemCount).fill(undefined);
	const groups = await groupsOf(batch, itemCount, open, results);

	const call = async ({ api, group }: Group<Api>, chunk: Array<[string, number[]]>) => {
		if (!continueOnFail && results.some((result) => result && 'error' in result)) return;
		const entries = chunk.map(([entry]) => entry);
		const answers = await batch
			.send(api, group, entries)
			.catch((error: unknown) => chunk.map(() => error as Failure));
		chunk.forEach(([, itemIndexes], place) => {
			for (const itemIndex of itemIndexes) results[itemIndex] = resultOf(answers[place]);
		});
	};
	const limit = pLimit(CONCURRENT_CALLS);
	const lastTurn = Math.max(0, ...groups.map(({ turn }) => turn));
	for (let turn = 0; turn <= lastTurn; turn++) {
		const calls = groups
			.filter((group) => group.turn === turn)
			.flatMap((group) => chunks([...group.items], batch.size).map((chunk) => ({ group, chunk })));
		await Promise.all(
			calls.map(async ({ group, chunk }) => await limit(async () => await call(group, chunk))),
		);
	}
	return results;
}

/** Reads all items. One that cannot be read has its result at once. */
async function groupsOf<Api>(
	batch: Batch<Api>,
	itemCount: number,
	open: (itemIndex: number) => Promise<OperationInput<Api>>,
	results: Array<ItemResult | undefined>,
): Promise<Array<Group<Api>>> {
	const groups = new Map<string, Group<Api>>();
	/** Entry -> the group that an earlier item brought it into. */
	const last = new Map<string, Group<Api>>();
	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		try {
			const input = await open(itemIndex);
			const { group, entry } = batch.read(input);
			const before = last.get(entry);
			const isAsBefore = JSON.stringify(before?.group) === JSON.stringify(group);
			const turn = before ? before.turn + (isAsBefore ? 0 : 1) : 0;
			const key = JSON.stringify([turn, group]);
			const own = groups.get(key) ?? { api: input.api, group, turn, items: new Map<string, number[]>() };
			own.items.set(entry, [...(own.items.get(entry) ?? []), itemIndex]);
			groups.set(key, own);
			last.set(entry, own);
		} catch (error) {
			results[itemIndex] = { error };
		}
	}
	return [...groups.values()];
}

function resultOf(answer: IDataObject | Failure | undefined): ItemResult {
	if (answer instanceof HeldBack) return { records: [answer.json] };
	if (answer instanceof Error) return { error: answer };
	if (answer) return { records: [answer] };
	return {
		error: new Failure(
			'The answer does not say what became of this item',
			'Look whether it was done before you run it again.',
			{ mayHaveHappened: true },
		),
	};
}

function chunks<T>(list: T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, place) =>
		list.slice(place * size, (place + 1) * size),
	);
}
