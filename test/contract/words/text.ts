/** A text that a user reads, and where it is written. */
export interface Text {
	/** From the root of the repository; for what the editor shows, the file of the class. */
	file: string;
	/** The first line of the text in its file, from 1; absent where a line says nothing, as in a workflow's JSON. */
	line?: number;
	/** The text, as it is written. What a part of a template stands for is HOLE. */
	text: string;
}

/** Stands for what is not known before the code runs, and for code within a text. */
export const HOLE = '\uFFFC';

const INLINE_CODE = /`[^`\n]+`/g;
const EXPRESSION = /\{\{[\s\S]*?\}\}/g;
const TAG = /<\/?[a-z][^<>]*>/gi;
const ADDRESS = /\bhttps?:\/\/[^\s)"'<>]+/g;

/** A text without the code, tags, expressions and URLs in it: what is left is written for people. Lines stay where they are. */
export function wordsOf(text: string): string {
	return [INLINE_CODE, EXPRESSION, TAG, ADDRESS].reduce(
		(rest, code) => rest.replace(code, (found) => HOLE + '\n'.repeat(found.split('\n').length - 1)),
		text,
	);
}
