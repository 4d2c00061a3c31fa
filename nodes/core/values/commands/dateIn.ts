import { dueOf } from './dueOf';
import type { Folded } from './folded';
import type { Token } from './tokens';
import { tokensOf } from './tokens';
import type { DateSettings, Due, Problem } from './types';

/** A date has no more words than this: "el viernes 5 de marzo de 2027 a las 10:00 de la mañana". */
export const MOST_WORDS = 20;

/** The moment of a text that is a date and nothing else; `undefined` for any other text. */
export function wholeDate(text: Folded, settings: DateSettings): Due | Problem | undefined {
	const words = wordsOf(text.text);
	const tokens = words.length <= MOST_WORDS ? tokensOf(joined(words)) : undefined;
	return tokens?.some(isExplicit) ? readTokens(tokens, text.written(0), settings) : undefined;
}

/** @param written what a person is shown of the date */
export function readTokens(tokens: Token[], written: string, settings: DateSettings): Due | Problem {
	const due = dueOf(tokens, settings);
	if (!('code' in due) || (due.code !== 'inexact' && due.code !== 'ambiguousDay')) return due;
	const first = tokens.findIndex(({ kind }) => kind !== 'filler');
	const before = joinedTokens(tokens.slice(0, first)).split(' ').length;
	return { ...due, what: first > 0 ? written.split(/\s+/).slice(before).join(' ') : written };
}

function joinedTokens(tokens: Token[]): string {
	return tokens.map((token) => token.written).join(' ');
}

export function isExplicit({ kind }: Token): boolean {
	return kind !== 'filler' && kind !== 'changing';
}

/** Whether a part shows by itself that there is a date, also at the end of a sentence. */
export function isStrong(token: Token): boolean {
	return isExplicit(token) && !('isWeak' in token && token.isWeak);
}

export interface Word {
	text: string;
	start: number;
}

export function joined(words: Word[]): string {
	return words.map(({ text }) => text).join(' ');
}

/** The words without the punctuation around them, and without pictures; a dash or a sign alone is a word. */
export function wordsOf(text: string): Word[] {
	return [...text.matchAll(/[^\s,;!?¡¿()"“”*_~]+/gu)].flatMap(({ 0: word, index }) => {
		const bare = word.replace(/[.:]+$/, '');
		return /[\p{L}\p{N}@&–-]/u.test(bare) ? [{ text: bare, start: index }] : [];
	});
}
