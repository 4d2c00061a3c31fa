import { Cancelled } from '../../../nodes/core/failure';
import { KeyedQueue } from '../../../nodes/core/account/keyedQueue';
import { FakeClock, seededRandom } from '../../support/fakeClock';

function setUp() {
	const clock = new FakeClock();
	const queue = new KeyedQueue();
	const log: string[] = [];
	const work = (name: string, ms: number) => async () => {
		log.push(`${name} begins`);
		await clock.sleep(ms);
		log.push(`${name} ends`);
		return name;
	};
	return { clock, queue, log, work };
}

test('two writes to one record do not overlap and keep their order', async () => {
	const { clock, queue, log, work } = setUp();
	const all = Promise.all([queue.run(['a'], work('slow', 100)), queue.run(['a'], work('quick', 1))]);
	await clock.run();
	expect(await all).toEqual(['slow', 'quick']);
	expect(log).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends']);
});

test('a write to another record does not wait', async () => {
	const { clock, queue, log, work } = setUp();
	void queue.run(['a'], work('a', 100));
	void queue.run(['b'], work('b', 1));
	await clock.run();
	expect(log).toEqual(['a begins', 'b begins', 'b ends', 'a ends']);
});

test('items that share e-mail or phone with each other never wait in a circle, and never overlap', async () => {
	const { clock, queue } = setUp();
	const random = seededRandom(7);
	const busy = new Set<string>();
	const overlaps: string[] = [];
	const all = Array.from({ length: 300 }, async (_, index) => {
		const keys = Array.from({ length: 1 + Math.floor(random() * 3) }, () => `k${Math.floor(random() * 8)}`);
		return await queue.run(keys, async () => {
			overlaps.push(...keys.filter((key) => busy.has(key)));
			keys.forEach((key) => busy.add(key));
			await clock.sleep(random() * 20);
			keys.forEach((key) => busy.delete(key));
			return index;
		});
	});
	await clock.run();
	expect(await Promise.all(all)).toEqual(Array.from({ length: 300 }, (_, index) => index));
	expect(overlaps).toEqual([]);
});

test('the same key twice does not wait for itself', async () => {
	const { queue } = setUp();
	await expect(queue.run(['a', 'a'], async () => 'done')).resolves.toBe('done');
});

test('a write that fails lets the next one go on', async () => {
	const { queue } = setUp();
	const failing = queue.run(['a'], async () => await Promise.reject(new Error('refused')));
	const next = queue.run(['a'], async () => 'done');
	await expect(failing).rejects.toThrow('refused');
	await expect(next).resolves.toBe('done');
});

test('a cancelled execution stops waiting at once, and those behind it still wait for those before it', async () => {
	const { clock, queue, log, work } = setUp();
	const controller = new AbortController();
	const first = queue.run(['a'], work('first', 100));
	const cancelled = queue.run(['a'], work('cancelled', 1), controller.signal);
	const third = queue.run(['a'], work('third', 1));
	controller.abort();
	await expect(cancelled).rejects.toBeInstanceOf(Cancelled);
	await clock.run();
	expect(await Promise.all([first, third])).toEqual(['first', 'third']);
	expect(log).toEqual(['first begins', 'first ends', 'third begins', 'third ends']);
});

test('nothing is kept of a record when its writes are done', async () => {
	const { queue } = setUp();
	await queue.run(['a', 'b'], async () => undefined);
	await queue.run(['a'], async () => await Promise.reject(new Error('refused'))).catch(() => undefined);
	await new Promise<void>((resolve) => setImmediate(resolve));
	expect((queue as unknown as { tails: Map<string, unknown> }).tails.size).toBe(0);
});
