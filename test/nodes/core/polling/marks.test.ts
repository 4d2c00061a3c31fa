import { Marks } from '../../../../nodes/core/polling/marks';

test('what was set is there again when it is read from its text, in the same order', () => {
	const marks = new Marks();
	for (const [key, mark] of [
		['b', '1'],
		['a', ''],
		['c', 'x.y'],
	] as const)
		marks.set(key, mark);
	marks.delete('b');
	marks.set('b', '2');
	const again = new Marks(marks.toText());
	expect(again.list()).toEqual([
		['a', ''],
		['c', 'x.y'],
		['b', '2'],
	]);
	expect(again.size).toBe(3);
	expect(again.get('missing')).toBeUndefined();
});

test('a text that nobody has changed stays as it is', () => {
	expect(new Marks('a:1,b:2').toText()).toBe('a:1,b:2');
	expect(new Marks().toText()).toBe('');
});

test('changes can be taken back from what was stored after them', () => {
	const text = 'kept:1,changed:2,deleted:3,back:4';
	const marks = new Marks(text);
	marks.set('changed', '20');
	marks.set('changed', '21');
	marks.delete('deleted');
	marks.set('added', '5');
	marks.set('gone', '6');
	marks.delete('gone');
	marks.set('back', '40');
	marks.set('back', '4');

	const stored = new Marks(marks.toText());
	stored.takeBack(marks.changes());
	expect(stored.list().sort()).toEqual(new Marks(text).list().sort());
	// What was taken back is where the next changes are counted from.
	expect(stored.changes()).toBe('');
	stored.set('kept', '9');
	expect(stored.changes()).toBe('kept:1');
});

test('what is confirmed is not taken back', () => {
	const marks = new Marks('a:1');
	marks.set('a', '2');
	marks.confirm();
	marks.set('b', '3');
	expect(marks.changes()).toBe('b');
	expect(marks.toText()).toBe('a:2,b:3');
});

test('100,000 entries are read and written', () => {
	const marks = new Marks(Array.from({ length: 100_000 }, (_, index) => `k${index}:${index}`).join(','));
	marks.set('k99999', 'x');
	expect(new Marks(marks.toText()).get('k99999')).toBe('x');
	expect(marks.changes()).toBe('k99999:99999');
});
