import type { IDataObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { Failure } from '../../../nodes/core/failure';
import type { Catalogue } from '../../../nodes/core/operation/operation';
import type { Connection } from '../../../nodes/core/operation/run';
import { optional } from '../../../nodes/core/operation/request';
import { runCatalogue } from '../../../nodes/core/operation/run';
import { executeContext } from '../../support/running/executeContext';
import { FakeClock, seededRandom } from '../../support/fakeClock';

type Result = IDataObject | IDataObject[];

interface Work {
	items: number;
	/** What becomes of an item; it may throw. */
	result?: (itemIndex: number) => Result;
	latencyMs?: (itemIndex: number) => number;
	continueOnFail?: boolean;
	signal?: AbortSignal;
	/** Parameters besides resource and operation. */
	parameters?: IDataObject;
}

/** Where a thing is looked for when the response to its creation is lost. */
const list = { endpoint: 'GET /things', scopes: ['things.readonly'], writes: false, further: [] };

/** Runs an operation over items in simulated time. */
function start({ items, result = () => ({}), latencyMs = () => 1, parameters, ...context }: Work) {
	const clock = new FakeClock();
	const started: number[] = [];
	const connections: Connection[] = [];
	let busy = 0;
	let busiest = 0;
	const catalogue: Catalogue<Connection> = {
		thing: {
			name: 'Thing',
			operations: {
				make: {
					name: 'Make',
					action: 'Make a thing',
					description: '',
					requests: [
						{ endpoint: 'POST /things', scopes: ['things.write'], writes: true, further: [list] },
						optional({
							endpoint: 'GET /settings',
							scopes: ['settings.readonly'],
							writes: false,
							further: [],
						}),
					],
					fields: [],
					async execute({ api: { itemIndex } }) {
						started.push(itemIndex);
						busiest = Math.max(busiest, ++busy);
						await clock.sleep(latencyMs(itemIndex));
						busy -= 1;
						return result(itemIndex);
					},
				},
			},
		},
	};
	const outcome = runCatalogue(
		executeContext({
			...context,
			items: Array.from({ length: items }, () => ({ resource: 'thing', operation: 'make', ...parameters })),
		}),
		catalogue,
		async (connection) => {
			connections.push(connection);
			return connection;
		},
	);
	outcome.catch(() => undefined);
	return { clock, outcome, started, connections, busiest: () => busiest };
}

async function run(work: Work) {
	const running = start(work);
	await running.clock.run();
	return {
		...running,
		error: await running.outcome.then(
			() => undefined,
			(error: Error) => error,
		),
	};
}

const refusing =
	(...refused: number[]) =>
	(itemIndex: number): Result => {
		if (refused.includes(itemIndex)) throw new Failure(`No ${itemIndex}`, 'Do it otherwise.', { field: 'x' });
		return { itemIndex };
	};

test('the output is in the order of the input, whichever answer comes first, and linked to its item', async () => {
	const random = seededRandom(3);
	const { outcome } = await run({
		items: 200,
		latencyMs: () => random() * 1_000,
		result: (itemIndex) => [
			{ itemIndex, part: 1 },
			{ itemIndex, part: 2 },
		],
	});
	const expected = Array.from({ length: 200 }, (_, item) =>
		[1, 2].map((part) => ({ itemIndex: item, part })),
	).flat();
	const [output = []] = await outcome;
	expect(output.map(({ json }) => json)).toEqual(expected);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
		expected.map(({ itemIndex }) => ({ item: itemIndex })),
	);
});

test('items are worked on beside each other, but not all at once', async () => {
	const { busiest } = await run({ items: 200 });
	expect(busiest()).toBeGreaterThan(1);
	expect(busiest()).toBeLessThanOrEqual(20);
});

test('no items in, none out', async () => {
	expect(await (await run({ items: 0 })).outcome).toEqual([[]]);
});

describe('a failure', () => {
	test('names the first failing item by its place in the input, not the first one that came back', async () => {
		const { error } = await run({ items: 10, latencyMs: (index) => 100 - index, result: refusing(3, 8) });
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: 'No 3 [item 3]',
			context: { itemIndex: 3, details: { field: 'x' } },
		});
	});

	test('says what to do, and how many items were completed', async () => {
		const { error } = await run({ items: 10, result: refusing(3, 8) });
		expect(error).toMatchObject({
			description:
				'Do it otherwise. 8 of 10 items were completed; to go on past a failing item, set On Error.',
		});
	});

	test('of the only item says nothing of other items', async () => {
		const { error } = await run({ items: 1, result: refusing(0) });
		expect(error).toMatchObject({ message: 'No 0', description: 'Do it otherwise.' });
	});

	test('lets no further items start, and lets those under way come to their end', async () => {
		const { error, started } = await run({
			items: 100,
			latencyMs: (index) => (index === 5 ? 1 : 50),
			result: refusing(5),
		});
		expect(started).toEqual(Array.from({ length: 20 }, (_, index) => index));
		expect(error).toMatchObject({ description: expect.stringContaining('19 of 100 items were completed') });
	});

	test('with a status and a trace id keeps both for the support', async () => {
		const { error } = await run({
			items: 1,
			result: () => {
				throw new Failure('Refused', undefined, { httpCode: 422, traceId: 'trace-1' });
			},
		});
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'Refused',
			httpCode: '422',
			description: "Trace id, for the service's support: trace-1.",
			context: { details: { httpCode: 422, traceId: 'trace-1' } },
		});
	});

	test('of an expression or of n8n itself keeps its own text', async () => {
		const { error } = await run({
			items: 1,
			result: () => {
				throw new Error('Referenced node is unexecuted');
			},
		});
		expect(error?.message).toBe('Referenced node is unexecuted');
	});

	test('of an operation that no longer exists says so', async () => {
		const { error } = await run({ items: 1, parameters: { operation: 'gone' } });
		expect(error).toMatchObject({ message: 'There is no operation "gone" for "thing"' });
	});
});

describe('when the user asked to continue', () => {
	test('a failing item becomes an item that says what, which and what to do, and all others are carried out', async () => {
		const { outcome } = await run({ items: 100, continueOnFail: true, result: refusing(5, 60) });
		const [output = []] = await outcome;
		expect(output).toHaveLength(100);
		expect(output[5]).toEqual({
			json: { error: 'No 5', details: { field: 'x', remedy: 'Do it otherwise.', item: 5 } },
			pairedItem: { item: 5 },
		});
		expect(output.filter(({ json }) => json.error)).toHaveLength(2);
	});
});

describe('cancelling', () => {
	test('starts nothing more, and does not pass off the rest as failed items', async () => {
		const controller = new AbortController();
		const running = start({
			items: 100,
			continueOnFail: true,
			signal: controller.signal,
			latencyMs: () => 10,
		});
		await running.clock.run(5);
		controller.abort();
		await running.clock.run();
		await expect(running.outcome).rejects.toThrow('The execution was cancelled');
		expect(running.started).toHaveLength(20);
	});
});

describe('the connection', () => {
	test('is opened with what the operation needs', async () => {
		const { connections } = await run({ items: 1, parameters: { options: { timeout: 5 } } });
		expect(connections).toEqual([
			{
				itemIndex: 0,
				scopes: ['things.write', 'things.readonly'],
				timeoutMs: 5,
				signal: undefined,
				isDryRun: false,
				labelOf: expect.any(Function) as unknown,
			},
		]);
	});

	test.each([[{}], [{ timeout: '' }], [{ timeout: null }]])(
		'has the default time-out with options %j',
		async (options) => {
			const { connections } = await run({ items: 1, parameters: { options } });
			expect(connections[0]?.timeoutMs).toBe(30_000);
		},
	);

	test.each([[0], [-1], ['soon']])(
		'is not opened with a time-out of %j, which would wait for ever',
		async (timeout) => {
			const { error, connections } = await run({ items: 1, parameters: { options: { timeout } } });
			expect(error?.message).toContain('"Timeout" must be a number of milliseconds');
			expect(connections).toEqual([]);
		},
	);
});
