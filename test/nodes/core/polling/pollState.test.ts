import { PollState } from '../../../../nodes/core/polling/pollState';

/** As a database gives it back. */
function stored(state: PollState, handsOver: boolean, keepsBefore = true) {
	return JSON.parse(JSON.stringify(state.toStored(handsOver, keepsBefore))) as ReturnType<
		PollState['toStored']
	>;
}

function begun() {
	const state = new PollState('here');
	const part = state.part<{ at: number }>('things');
	part.head = { at: 1 };
	part.marks.set('a', '1');
	part.confirm();
	return stored(state, false);
}

test('what a part remembers is there in the next poll', () => {
	const state = new PollState('here', begun());
	expect(state.isBegun).toBe(true);
	expect(state.part('things').head).toEqual({ at: 1 });
	expect(state.part('things').marks.get('a')).toBe('1');
	expect(state.part('others').head).toBeUndefined();
});

test('what belongs to another place, or to another layout, counts as nothing', () => {
	expect(new PollState('there', begun()).isBegun).toBe(false);
	expect(new PollState('there', begun()).part('things').head).toBeUndefined();
	expect(new PollState('here', { ...begun(), layout: 0 }).isBegun).toBe(false);
});

test('a part that a poll does not ask for is forgotten', () => {
	const state = new PollState('here', begun());
	state.part('others').head = { at: 5 };
	expect(new PollState('here', stored(state, false)).part('things').head).toBeUndefined();
});

test('batches are counted, and the last one can be taken back, with everything in it', () => {
	const state = new PollState('here', begun());
	state.part<{ at: number }>('things').head = { at: 2 };
	state.part('things').marks.set('a', '2');
	state.part('others').marks.set('b', '1');
	const after = stored(state, true);

	const same = new PollState('here', after);
	expect(same.batch).toBe(1);
	expect(same.part('things').marks.get('a')).toBe('2');

	const before = new PollState('here', after);
	before.takeBackLastBatch();
	expect(before.part('things').head).toEqual({ at: 1 });
	expect(before.part('things').marks.get('a')).toBe('1');
	expect(before.part('others').marks.get('b')).toBeUndefined();
});

test('a poll without a batch leaves nothing to take back', () => {
	const state = new PollState('here', begun());
	state.part('things').marks.set('a', '2');
	const batch = stored(state, true);
	const next = new PollState('here', batch);
	next.part('things').marks.set('a', '3');
	const quiet = new PollState('here', stored(next, false));
	quiet.takeBackLastBatch();
	expect(quiet.part('things').marks.get('a')).toBe('3');
});

test('where n8n saves it with the execution, nothing is kept to take back', () => {
	const state = new PollState('here', begun());
	state.part('things').marks.set('a', '2');
	expect(stored(state, true, false).before).toBeUndefined();
});

test('what was confirmed in the same poll as the batch, such as a first reading, stays', () => {
	const state = new PollState('here', begun());
	const reading = state.part<{ done: boolean }>('reading');
	reading.head = { done: true };
	reading.marks.set('x', '1');
	reading.confirm();
	state.part('things').marks.set('a', '2');
	const again = new PollState('here', stored(state, true));
	again.takeBackLastBatch();
	expect(again.part('reading').head).toEqual({ done: true });
	expect(again.part('reading').marks.get('x')).toBe('1');
	expect(again.part('things').marks.get('a')).toBe('1');
});
