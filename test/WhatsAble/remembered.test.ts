import { Remembered } from '../../nodes/WhatsAble/api/remembered';

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
	await Promise.all(Array.from({ length: 20 }, async () => await lists.read('account', read)));
	now += 59_000;
	await lists.read('account', read);
	expect(count()).toBe(1);
});

test('what was changed in the account is seen after a minute', async () => {
	const lists = new Remembered<string>();
	const { read } = counted('old', 'new');
	await lists.read('account', read);
	now += 61_000;
	expect(await lists.read('account', read)).toBe('new');
});

test('a label that a person has just made is found without waiting for that minute', async () => {
	const lists = new Remembered<string[]>();
	const { read, count } = counted(['Buyer'], ['Buyer', 'VIP']);
	await lists.read('account', read);
	now += 6_000;
	const hasVip = (labels: string[]) => labels.includes('VIP');
	expect(await lists.read('account', read, hasVip)).toEqual(['Buyer', 'VIP']);
	expect(count()).toBe(2);
});

test('items that all miss the same label do not each read the list again', async () => {
	const lists = new Remembered<string[]>();
	const { read, count } = counted(['Buyer']);
	await lists.read('account', read);
	now += 6_000;
	const never = () => false;
	await Promise.all(Array.from({ length: 20 }, async () => await lists.read('account', read, never)));
	await lists.read('account', read, never);
	expect(count()).toBe(2);
});

test('one account never gets the list of another', async () => {
	const lists = new Remembered<string>();
	expect(await lists.read('a', async () => 'of a')).toBe('of a');
	expect(await lists.read('b', async () => 'of b')).toBe('of b');
});

test('a list that could not be read is read again by the next item', async () => {
	const lists = new Remembered<string>();
	await expect(lists.read('account', async () => await Promise.reject(new Error('down')))).rejects.toThrow(
		'down',
	);
	expect(await lists.read('account', async () => 'labels')).toBe('labels');
});
