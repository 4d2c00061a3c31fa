import { dueOf } from './dueOf';
import type { Folded } from './folded';
import type { Token } from './tokens';
import { isLoneNumber, tokensOf } from './tokens';
import type { DateSettings, Due, Problem } from './types';

/** A date has no more words than this: "el viernes 5 de marzo de 2027 a las 10:00 de la mañana". */
const MOST_WORDS = 20;

/** The moment of a text that is a date and nothing else; `undefined` for any other text. */
export function wholeDate(text: Folded, settings: DateSettings): Due | Problem | undefined {
	const words = wordsOf(text.text);
	const tokens = words.length <= MOST_WORDS ? tokensOf(joined(words)) : undefined;
	return tokens?.some(isExplicit) ? read(tokens, text.written(0), settings) : undefined;
}

/** A text without the date that it ends or begins with, and that date. */
export interface Split {
	rest: string;
	date?: Due | Problem;
}

export function withoutDate(text: Folded, settings: DateSettings): Split {
	const words = wordsOf(text.text);
	for (const start of range(Math.max(0, words.length - MOST_WORDS), words.length)) {
		const tokens = tokensOf(joined(words.slice(start)));
		if (!tokens?.some(isStrong)) continue;
		const from = words[start]?.start ?? 0;
		return {
			rest: text.written(0, from).replace(/[\s,;:([–—-]+$/, ''),
			date: read(tokens, text.written(from), settings),
		};
	}
	for (const end of range(1, Math.min(words.length, MOST_WORDS) + 1).reverse()) {
		const tokens = tokensOf(joined(words.slice(0, end)));
		// In "tomorrow 2 calls", the number belongs to what follows.
		if (!tokens?.some(isStrong) || isLoneNumber(tokens.at(-1))) continue;
		const to = words[end]?.start ?? text.text.length;
		return { rest: text.written(to), date: read(tokens, text.written(0, to), settings) };
	}
	return { rest: text.written(0) };
}

function read(tokens: Token[], written: string, settings: DateSettings): Due | Problem {
	const due = dueOf(tokens, settings);
	if (!('code' in due) || (due.code !== 'inexact' && due.code !== 'ambiguousDay')) return due;
	const first = tokens.findIndex(({ kind }) => kind !== 'filler');
	const before = joinedTokens(tokens.slice(0, first)).split(' ').length;
	return { ...due, what: first > 0 ? written.split(/\s+/).slice(before).join(' ') : written };
}

function joinedTokens(tokens: Token[]): string {
	return tokens.map((token) => token.written).join(' ');
}

function isExplicit({ kind }: Token): boolean {
	return kind !== 'filler' && kind !== 'changing';
}

/** Whether a part shows by itself that there is a date, also at the end of a sentence. */
function isStrong(token: Token): boolean {
	return isExplicit(token) && !('isWeak' in token && token.isWeak);
}

interface Word {
	text: string;
	start: number;
}

function joined(words: Word[]): string {
	return words.map(({ text }) => text).join(' ');
}

/** The words without the punctuation around them, and without pictures; a dash or a sign alone is a word. */
function wordsOf(text: string): Word[] {
	return [...text.matchAll(/[^\s,;!?¡¿()"“”*_~]+/gu)].flatMap(({ 0: word, index }) => {
		const bare = word.replace(/[.:]+$/, '');
		return /[\p{L}\p{N}@&–-]/u.test(bare) ? [{ text: bare, start: index }] : [];
	});
}

function range(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
