import type { Claim } from '../../../nodes/core/webhook/replayMemory';
import { ReplayMemory } from '../../../nodes/core/webhook/replayMemory';

async function claimed(memory: ReplayMemory, owner: string, id: string): Promise<Claim> {
	const claim = await memory.claim(owner, id);
	if (!claim) throw new Error(`${id} was accepted before, which this test forbids`);
	return claim;
}

async function accept(memory: ReplayMemory, owner: string, ...ids: string[]): Promise<void> {
	for (const id of ids) (await claimed(memory, owner, id)).accept();
}

/** Those of the ids that would be refused as repeats. */
async function remembered(memory: ReplayMemory, owner: string, ...ids: string[]): Promise<string[]> {
	const found: string[] = [];
	for (const id of ids) {
		const claim = await memory.claim(owner, id);
		if (claim) claim.forget();
		else found.push(id);
	}
	return found;
}

test('what was accepted is refused from then on, for its owner alone', async () => {
	const memory = new ReplayMemory();
	await accept(memory, 'node', 'a');
	expect(await remembered(memory, 'node', 'a', 'b')).toEqual(['a']);
	expect(await remembered(memory, 'other', 'a')).toEqual([]);
});

test('what came to nothing may come again', async () => {
	const memory = new ReplayMemory();
	(await claimed(memory, 'node', 'a')).forget();
	expect(await remembered(memory, 'node', 'a')).toEqual([]);
});

test('what has been said of a claim cannot be unsaid', async () => {
	const memory = new ReplayMemory();
	const accepted = await claimed(memory, 'node', 'a');
	accepted.accept();
	accepted.forget();
	const forgotten = await claimed(memory, 'node', 'b');
	forgotten.forget();
	forgotten.accept();
	expect(await remembered(memory, 'node', 'a', 'b')).toEqual(['a']);
});

test('of many that wait for the first, exactly one takes its place each time it comes to nothing', async () => {
	const memory = new ReplayMemory();
	const first = await claimed(memory, 'node', 'a');
	let working = 0;
	let started = 0;
	const waiting = Array.from({ length: 10 }, async (_, index) => {
		const claim = await memory.claim('node', 'a');
		if (!claim) return 'repeat';
		started += 1;
		working += 1;
		expect(working).toBe(1);
		await Promise.resolve();
		working -= 1;
		if (index < 3) claim.forget();
		else claim.accept();
		return index < 3 ? 'failed' : 'accepted';
	});
	first.forget();
	const outcomes = await Promise.all(waiting);
	expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
	expect(started).toBe(4);
});

test('ids of other deliveries do not wait', async () => {
	const memory = new ReplayMemory();
	await claimed(memory, 'node', 'a');
	expect(await remembered(memory, 'node', 'b')).toEqual([]);
	expect(await remembered(memory, 'other', 'a')).toEqual([]);
});

test('owners and ids are kept apart whatever is in them', async () => {
	const memory = new ReplayMemory();
	const pending = await claimed(memory, 'node 1', 'a');
	expect(await memory.claim('node', '1 a')).toBeDefined();
	pending.accept();
});

test('the oldest of an owner goes when there are too many', async () => {
	const memory = new ReplayMemory({ idsOfOne: 3, ids: 100 });
	await accept(memory, 'node', 'a', 'b', 'c', 'd', 'e');
	await accept(memory, 'other', 'x');
	expect(await remembered(memory, 'node', 'a', 'b', 'c', 'd', 'e')).toEqual(['c', 'd', 'e']);
	expect(await remembered(memory, 'other', 'x')).toEqual(['x']);
});

test('a busy owner makes room for the others when there are too many in all', async () => {
	const memory = new ReplayMemory({ idsOfOne: 10, ids: 5 });
	await accept(memory, 'busy', 'a', 'b', 'c', 'd');
	await accept(memory, 'quiet', 'x', 'y');
	expect(await remembered(memory, 'busy', 'a', 'b', 'c', 'd')).toEqual(['b', 'c', 'd']);
	expect(await remembered(memory, 'quiet', 'x', 'y')).toEqual(['x', 'y']);
});

test('100,000 ids of a node are remembered, and more do not grow it', async () => {
	const memory = new ReplayMemory();
	const ids = Array.from({ length: 100_010 }, (_, index) => `id-${index}`);
	await accept(memory, 'node', ...ids);
	expect((await remembered(memory, 'node', ...ids)).length).toBe(100_000);
});
