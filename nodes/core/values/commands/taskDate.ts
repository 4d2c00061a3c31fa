import { isExplicit, isStrong, joined, MOST_WORDS, readTokens, wordsOf } from './dateIn';
import type { Word } from './dateIn';
import { exampleOf } from './dueOf';
import type { Folded } from './folded';
import { problem } from './problems';
import type { Token } from './tokens';
import { firstToken, isDay, isLoneNumber, isTime, tokensOf } from './tokens';
import type { DateSettings, Due, Problem } from './types';

/** What a task is about, and when. */
export interface Split {
	/** As it was written, without the date. */
	text: string;
	date?: Due | Problem;
}

/** Words that are a date, from one place to before another. */
interface Run {
	start: number;
	end: number;
	tokens: Token[];
}

/**
 * The text of a task without the date that it ends or begins with. Where a part of a date is in another place, the person
 * is asked: a date that was not seen would be a task at the wrong time.
 */
export function withoutDate(text: Folded, settings: DateSettings): Split {
	const words = wordsOf(text.text);
	const last = lastRun(words);
	const first = firstRun(words.slice(0, last?.start));
	const runs =
		first && last && complete(first, last) ? [first, last] : [last ?? first].filter((run) => !!run);
	const [run] = runs;
	const kept = { from: run?.start === 0 ? run.end : 0, to: last?.start ?? words.length };
	const placeOf = (index: number) => words[index]?.start ?? text.text.length;
	const written = (from: number, to: number) => text.written(placeOf(from), placeOf(to));
	const rest = run ? written(kept.from, kept.to).replace(/[\s,;:([–—-]+$/, '') : text.written(0);
	const tokens = runs.flatMap((one) => one.tokens);
	const others = tokensAmong(words.slice(kept.from, kept.to));
	const misplaced = problemOf(tokens, others, settings);
	if (misplaced) return { text: rest, date: misplaced };
	if (!run) return { text: rest };
	const quoted = runs.map(({ start, end }) => written(start, end)).join(' ');
	return { text: rest, date: readTokens(tokens, quoted, settings) };
}

function problemOf(tokens: Token[], others: Token[], settings: DateSettings): Problem | undefined {
	const isSeparated =
		tokens.length > 0
			? [isDay, isTime].some((isPart) => !tokens.some(isPart) && others.some(isPart))
			: others.some(({ kind }) => kind === 'relativeDay' || kind === 'date') ||
				(others.some(isDay) && others.some(isTime));
	return isSeparated ? problem('separated', '', [exampleOf(settings)]) : undefined;
}

/** "Tomorrow call John at 10:00": one has the day, and the other the time. */
function complete({ tokens: first }: Run, { tokens: last }: Run): boolean {
	const hasOnly = (tokens: Token[], wanted: typeof isDay, other: typeof isDay) =>
		tokens.some(wanted) && !tokens.some(other);
	return (
		(hasOnly(first, isDay, isTime) && hasOnly(last, isTime, isDay)) ||
		(hasOnly(first, isTime, isDay) && hasOnly(last, isDay, isTime))
	);
}

function lastRun(words: Word[]): Run | undefined {
	for (let start = Math.max(0, words.length - MOST_WORDS); start < words.length; start++) {
		const tokens = tokensOf(joined(words.slice(start)));
		if (tokens?.some(isStrong)) return { start, end: words.length, tokens };
	}
	return undefined;
}

function firstRun(words: Word[]): Run | undefined {
	for (let end = Math.min(words.length, MOST_WORDS); end > 0; end--) {
		const tokens = tokensOf(joined(words.slice(0, end)));
		// In "tomorrow 2 calls", the number belongs to what follows.
		if (tokens?.some(isStrong) && !isLoneNumber(tokens.at(-1))) return { start: 0, end, tokens };
	}
	return undefined;
}

/** "December 4, 2026 at 10:00 a.m." has no longer part than this. */
const MOST_WORDS_OF_A_PART = 5;

/** The parts of a date in a text that is none. */
function tokensAmong(words: Word[]): Token[] {
	return words.flatMap((_, index) => {
		const token = firstToken(joined(words.slice(index, index + MOST_WORDS_OF_A_PART)));
		return token && isExplicit(token) && isStrong(token) ? [token] : [];
	});
}
