import type { Text } from './text';
import { HOLE, wordsOf } from './text';

/** A row of the table in docs/develop/words.md. */
export interface Row {
	/** The words that no text uses, as they are written in lower case; `*` stands for any letters. */
	words: string[];
	/** What to say instead. */
	say: string;
	/** Where a word is right, with capitals as given; `^` stands for the beginning of a text, `$` for its end. */
	except: string[];
}

/** A word that a text should not use. */
export interface Offence {
	file: string;
	line?: number;
	/** As in the table. */
	word: string;
	say: string;
	/** The text around it. */
	excerpt: string;
}

const COLUMNS = ['not', 'say instead', 'except in'];
const AROUND = 40;

/** The table of a page whose columns are "Not", "Say instead" and "Except in". Throws where it has none, or a row lacks something. */
export function rowsOf(page: string): Row[] {
	const lines = page.split('\n').map((line) => line.trim());
	const start = lines.findIndex((line) => cellsOf(line).join('|').toLowerCase() === COLUMNS.join('|'));
	if (start < 0) throw new Error(`The page has no table with the columns ${COLUMNS.join(', ')}`);
	const rest = lines.slice(start + 2);
	const end = rest.findIndex((line) => !line.startsWith('|'));
	return rest.slice(0, end < 0 ? undefined : end).map((line) => {
		const [not = '', say = '', except = ''] = cellsOf(line);
		const words = codesIn(not);
		if (words.length === 0 || say === '') throw new Error(`This row needs words and what to say: ${line}`);
		const capital = words.find((word) => word !== word.toLowerCase());
		if (capital) throw new Error(`Write "${capital}" in lower case: it is found in capitals too`);
		return { words, say, except: codesIn(except) };
	});
}

function cellsOf(line: string): string[] {
	if (!line.startsWith('|')) return [];
	return line
		.slice(1, -1)
		.split('|')
		.map((cell) => cell.trim());
}

function codesIn(cell: string): string[] {
	return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** Every use in a text of a word that the rows forbid, in the order of the rows. */
export function offencesIn({ file, line, text }: Text, rows: Row[]): Offence[] {
	const shown = wordsOf(text);
	const lower = shown.toLowerCase();
	return rows.flatMap(({ words, say, except }) => {
		const found = words
			.filter((word) => lower.includes(firstPartOf(word)))
			.flatMap((word) => spansOf(wordPattern(word), shown).map((span) => ({ word, span })));
		if (found.length === 0) return [];
		const allowed = except.flatMap((phrase) => spansOf(exceptionPattern(phrase), shown));
		return found
			.filter(({ span: [from, to] }) => !allowed.some(([first, last]) => first <= from && to <= last))
			.map(({ word, span: [from, to] }) => ({
				file,
				...(line === undefined ? {} : { line: line + shown.slice(0, from).split('\n').length - 1 }),
				word,
				say,
				excerpt: shown.slice(Math.max(0, from - AROUND), to + AROUND).replace(/\s+/g, ' '),
			}));
	});
}

type Span = [from: number, to: number];

function spansOf(pattern: RegExp, text: string): Span[] {
	return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => [index, index + length]);
}

/** What a text has wherever the word is in it; looked for first, since nearly all texts have none of the words. */
function firstPartOf(word: string): string {
	return word.split(/[\s*]/)[0] ?? '';
}

const patterns = new Map<string, RegExp>();

/** Whole words; a part of a name in code, such as a.b, a_b or /a/b, is none. */
function wordPattern(word: string): RegExp {
	const source = `(?<![\\p{L}\\p{N}_.$#@/\\\\${HOLE}-])${sourceOf(word)}(?![\\p{L}\\p{N}_${HOLE}])`;
	return patternOf(source, 'giu');
}

function exceptionPattern(phrase: string): RegExp {
	const [, start = '', middle = '', end = ''] = /^(\^?)(.*?)(\$?)$/s.exec(phrase) ?? [];
	return patternOf(`${start}${sourceOf(middle)}${end}`, 'gu');
}

/** Made once: there are thousands of texts. */
function patternOf(source: string, flags: string): RegExp {
	const known = patterns.get(flags + source) ?? new RegExp(source, flags);
	patterns.set(flags + source, known);
	return known;
}

function sourceOf(words: string): string {
	return words
		.replace(/[.+?^${}()|[\]\\/]/g, '\\$&')
		.replaceAll('*', '\\p{L}*')
		.replace(/\s+/g, '\\s+');
}
