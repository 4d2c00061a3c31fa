import { countsOf, newOffences, nextBaseline, outdated } from './baseline';
import type { Offence } from './wordList';

const offence = (file: string, word: string): Offence => ({
	file,
	line: 7,
	word,
	say: 'email',
	excerpt: 'an e-mail',
});

const TWICE = [offence('b.ts', 'e-mail'), offence('b.ts', 'e-mail')];

test('offences are counted by word and file, words that nothing uses included', () => {
	expect(countsOf(['via', 'e-mail'], [...TWICE, offence('a.ts', 'e-mail')])).toEqual({
		'e-mail': { 'a.ts': 1, 'b.ts': 2 },
		via: {},
	});
});

test('as many uses in a file as the baseline says are left alone; one more names them all', () => {
	expect(newOffences({ 'e-mail': { 'b.ts': 2 } }, TWICE)).toEqual([]);
	const told = 'b.ts:7 "e-mail" -> email: an e-mail';
	expect(newOffences({ 'e-mail': { 'b.ts': 1, 'c.ts': 5 } }, TWICE)).toEqual([told, told]);
	expect(newOffences({ 'e-mail': {} }, TWICE)).toEqual([told, told]);
});

test('what the baseline says too much is named, and words that it and the list do not share', () => {
	expect(
		outdated({ via: { 'a.ts': 2 }, 'e-mail': {} }, { via: { 'a.ts': 1 }, 'e-mail': { 'a.ts': 1 } }),
	).toEqual(['"via" in a.ts: 2 in the baseline, 1 now']);
	expect(outdated({ via: {} }, { 'e-mail': {} })).toEqual([
		'"e-mail" is not in the baseline',
		'"via" is not in the list of words',
	]);
});

test('the next baseline follows what moves and what becomes less, and never takes more uses of a known word', () => {
	const before = { via: { 'a.ts': 2 } };
	expect(nextBaseline(before, { via: { 'b.ts': 1, 'c.ts': 1 } })).toEqual({ via: { 'b.ts': 1, 'c.ts': 1 } });
	expect(nextBaseline(before, { via: {} })).toEqual({ via: {} });
	expect(nextBaseline(before, { via: { 'a.ts': 2, 'b.ts': 1 } })).toEqual(before);
	expect(nextBaseline({ via: {} }, { via: { 'a.ts': 1 } })).toEqual({ via: {} });
});

test('the next baseline takes a word that is new in the list as it is used, and drops one that is no longer in it', () => {
	expect(nextBaseline({ via: { 'a.ts': 2 } }, { 'e-mail': { 'a.ts': 3 } })).toEqual({
		'e-mail': { 'a.ts': 3 },
	});
});
