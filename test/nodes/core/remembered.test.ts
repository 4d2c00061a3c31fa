import { Cancelled } from '../../../nodes/core/failure';
import { Remembered } from '../../../nodes/core/account/remembered';

const FRESH = { keptMs: 60_000, recentMs: 5_000 };

let now = 0;
beforeEach(() => {
	now = 1_000_000;
	vi.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

function counted<T>(...values: T[]): { read: () => Promise<T>; count: () => number } {
	let count = 0;
	return {
		read: async () => values[Math.min(count++, values.length - 1)] as T,
		count: () => count,
	};
}

test('a list is read once for items that come together and shortly after', async () => {
	const lists = new Remembered<string>();
	const { read, count } = counted('labels');
	await Promise.all(Array.from({ length: 20 }, async () => await lists.read('account', read, FRESH)));
	now += 59_000;
	await lists.read('account', read, FRESH);
	expect(count()).toBe(1);
});

test('what was changed in the account is seen after a minute', async () => {
	const lists = new Remembered<string>();
	const { read } = counted('old', 'new');
	await lists.read('account', read, FRESH);
	now += 61_000;
	expect(await lists.read('account', read, FRESH)).toBe('new');
});

test('a label that a person has just made is found without waiting for that minute', async () => {
	const lists = new Remembered<string[]>();
	const { read, count } = counted(['Buyer'], ['Buyer', 'VIP']);
	await lists.read('account', read, FRESH);
	now += 6_000;
	const hasVip = (labels: string[]) => labels.includes('VIP');
	expect(await lists.read('account', read, { ...FRESH, isEnough: hasVip })).toEqual(['Buyer', 'VIP']);
	expect(count()).toBe(2);
});

test('items that all miss the same label do not each read the list again', async () => {
	const lists = new Remembered<string[]>();
	const { read, count } = counted(['Buyer']);
	await lists.read('account', read, FRESH);
	now += 6_000;
	const never = () => false;
	await Promise.all(
		Array.from({ length: 20 }, async () => await lists.read('account', read, { ...FRESH, isEnough: never })),
	);
	await lists.read('account', read, { ...FRESH, isEnough: never });
	expect(count()).toBe(2);
});

test('one list is never taken for another', async () => {
	const lists = new Remembered<string>();
	expect(await lists.read('a', async () => 'of a', FRESH)).toBe('of a');
	expect(await lists.read('b', async () => 'of b', FRESH)).toBe('of b');
});

test('a list that could not be read is read again by the next item', async () => {
	const lists = new Remembered<string>();
	await expect(
		lists.read('account', async () => await Promise.reject(new Error('down')), FRESH),
	).rejects.toThrow('down');
	expect(await lists.read('account', async () => 'labels', FRESH)).toBe('labels');
});

test('a run that was stopped while it read leaves nothing behind for another one that waits', async () => {
	const lists = new Remembered<string>();
	const stopped = new AbortController();
	const first = lists.read('account', async () => await Promise.reject(new Cancelled()), {
		...FRESH,
		signal: stopped.signal,
	});
	stopped.abort();
	const second = lists.read('account', async () => 'labels', FRESH);
	await expect(first).rejects.toBeInstanceOf(Cancelled);
	expect(await second).toBe('labels');
});

test('a run that is stopped while it waits for the read of another ends at once, and leaves that read to the others', async () => {
	const lists = new Remembered<string>();
	let answer: (list: string) => void = () => undefined;
	const slow = async () => await new Promise<string>((resolve) => (answer = resolve));
	const first = lists.read('account', slow, FRESH);
	const stopped = new AbortController();
	const waiting = lists.read('account', async () => 'of its own', { ...FRESH, signal: stopped.signal });
	stopped.abort();
	const ended = await Promise.race([
		waiting.catch((error: unknown) => error),
		new Promise((resolve) => setTimeout(() => resolve('still waits'), 50)),
	]);

	expect(ended).toBeInstanceOf(Cancelled);
	const third = lists.read('account', async () => 'read again', FRESH);
	answer('labels');
	expect(await Promise.all([first, third])).toEqual(['labels', 'labels']);
});

test('a run that was stopped before it reads leaves no failure behind', async () => {
	const lists = new Remembered<string>();
	const refused = async () => await Promise.reject(new Error('down'));
	const reading = lists.read('account', refused, { ...FRESH, signal: AbortSignal.abort() });
	await expect(reading).rejects.toBeInstanceOf(Cancelled);
	expect(await lists.read('account', async () => 'labels', FRESH)).toBe('labels');
});
