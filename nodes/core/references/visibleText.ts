import { lineOf } from '../values/texts';
import { ownValue } from '../values/ownValue';

/** A tag, a comment, an entity, a line break, or letters of a text that may be HTML. */
const PART =
	/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]+\d?);|\r\n|[^<&\r\n]+|[\s\S]/giu;

/** Tags that begin another line where HTML is shown. */
const BREAKING =
	/^<\/?(address|article|blockquote|br|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b/i;

const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&apos;': "'",
	'&gt;': '>',
	'&lt;': '<',
	'&nbsp;': ' ',
	'&quot;': '"',
};

/** A line as a person sees it, and where it is in the source. */
export interface VisibleLine {
	text: string;
	start: number;
	/** Behind its last character. */
	end: number;
}

/** The lines of a plain text or of HTML in which a person sees something. Blanks in a row are one, as in HTML. */
export function visibleLines(source: string): VisibleLine[] {
	const lines: VisibleLine[] = [];
	let [text, start] = ['', 0];
	const close = (end: number, next: number) => {
		const seen = shown(text);
		if (seen !== '') lines.push({ text: seen, start, end });
		[text, start] = ['', next];
	};
	for (const { 0: part, index } of source.matchAll(PART)) {
		if (/^[\r\n]/.test(part) || BREAKING.test(part)) close(index, index + part.length);
		else text += part.startsWith('<') && part.length > 1 ? '' : decoded(part);
	}
	close(source.length, source.length);
	return lines;
}

/** What a person reads, in one line: whatever the markup, the entities and the line breaks are. */
export function visibleText(source: string): string {
	return visibleLines(source)
		.map(({ text }) => text)
		.join(' ');
}

function shown(text: string): string {
	return lineOf(text).replace(/\s+/g, ' ');
}

function decoded(part: string): string {
	if (part.length < 3 || !part.startsWith('&')) return part;
	const [, hex, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(part) ?? [];
	if (hex === undefined && decimal === undefined) return ownValue(ENTITIES, part.toLowerCase()) ?? part;
	const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
	return code <= 0x10ffff ? String.fromCodePoint(code) : part;
}

/** Whether a text is written as HTML: it has a tag. */
export function isHtml(source: string): boolean {
	return /<\/?[a-z][^<>]*>/i.test(source);
}

/** A text as HTML shows it as it is. */
export function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The source without a line, or the end of one; its markup stays whole, and nothing empty remains behind it. */
export function withoutLine(source: string, start: number, end: number): string {
	const tags = source.slice(start, end).match(/<\/?[a-z][^<>]*>/gi) ?? [];
	let rest = source.slice(0, start) + tags.join('') + source.slice(end);
	for (let before = ''; before !== rest;) {
		before = rest;
		rest = rest
			.replace(/(?:\s|&nbsp;|<br\s*\/?>)+((?:<\/[a-z][^<>]*>\s*)*)$/i, '$1')
			.replace(/<([a-z][a-z\d]*)(?:\s[^<>]*)?>(?:\s|&nbsp;)*<\/\1\s*>((?:\s*<\/[a-z][^<>]*>)*)$/i, '$2');
	}
	return rest;
}
