import { PollState } from '../../../../nodes/core/polling/pollState';
import { WordSets } from '../../../../nodes/core/polling/wordSets';
import { seededRandom } from '../../../support/fakeClock';

function again(state: PollState): PollState {
	const stored = JSON.stringify(state.toStored(true, true));
	return new PollState('here', JSON.parse(stored) as ReturnType<PollState['toStored']>);
}

test('each of 20,000 records has its own words again, among sets of which many would share a short code', () => {
	const random = seededRandom(3);
	const words = Array.from({ length: 200 }, (_, index) => `word, ${index}: "%"`);
	const wanted = new Map<string, string[]>();
	const state = new PollState('here');
	const sets = new WordSets(state, 'words');
	for (let index = 0; index < 20_000; index++) {
		const own = words.filter(() => random() < 0.02);
		wanted.set(`record ${index}`, own);
		sets.set(`record ${index}`, own);
	}
	const read = new WordSets(again(state), 'words');
	const wrong = [...wanted].filter(([id, own]) => read.get(id).sort().join() !== [...own].sort().join());
	expect(wrong).toEqual([]);
});

test('the order of the words does not matter, and takes no room', () => {
	const state = new PollState('here');
	const sets = new WordSets(state, 'words');
	sets.set('a', ['x', 'y']);
	const { length } = JSON.stringify(state.toStored(false, false));
	sets.set('b', ['y', 'x']);
	expect(JSON.stringify(state.toStored(false, false)).length - length).toBeLessThan(14);
	expect(sets.get('b').sort()).toEqual(['x', 'y']);
});

test('a record without words takes no room, and sets that nobody has any more go', () => {
	const state = new PollState('here');
	const sets = new WordSets(state, 'words');
	sets.set('none', []);
	expect(sets.records.marks.size).toBe(0);
	sets.set('a', ['x']);
	sets.set('a', ['y']);
	sets.tidy();
	expect(state.part('words.sets').marks.size).toBe(1);
	expect(sets.get('a')).toEqual(['y']);
});

test('sets that have gone are back when the batch is taken back', () => {
	const first = new PollState('here');
	new WordSets(first, 'words').set('a', ['x', 'y']);
	const second = again(first);
	const sets = new WordSets(second, 'words');
	sets.set('a', ['z']);
	sets.tidy();
	const third = again(second);
	expect(new WordSets(third, 'words').get('a')).toEqual(['z']);
	third.takeBackLastBatch();
	expect(new WordSets(third, 'words').get('a').sort()).toEqual(['x', 'y']);
});
