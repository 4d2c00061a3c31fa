import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../failure';
import { lineOf } from '../values/texts';
import { escaped, isHtml, visibleLines, withoutLine } from './visibleText';

/** The record of another system that a record is a copy of. */
export interface Reference extends IDataObject {
	/** In its usual form: `Wise Agent note 8812345`, `Airtable rec123`. */
	text: string;
	/** `Wise Agent`; of a form that is not known, what comes before the ID, or null. */
	system: string | null;
	/** `note`; null in a form that is not known. */
	kind: string | null;
	id: string;
}

/** How the records of a system are referred to: its name, the kind, and the ID. */
export interface ReferenceForm {
	system: string;
	kinds: readonly string[];
	/** What an ID of it consists of. */
	id: RegExp;
	/** A shorter form of one kind: `HL otg8dT` for `HighLevel task otg8dT`. */
	short?: { name: string; kind: string };
}

/**
 * Where a reference is in a text:
 * - `line`: alone in the last line, also of HTML
 * - `brackets`: at the end of the text, in brackets
 */
export type Place = 'brackets' | 'line';

/** What a text says, and whose copy it is. */
export interface ReadText {
	/** Without the reference. */
	text: string;
	reference: Reference | null;
}

/** Begins a reference to a system whose form is not known. */
const OTHERS = 'Ref:';

const LONGEST = 200;

/** Reads and writes the references in the texts of one kind of record. */
export class References {
	private readonly patterns: Array<{ form: ReferenceForm; pattern: RegExp; shortPattern?: RegExp }>;

	/** @param forms those that are always recognized, whatever references are written */
	constructor(
		private readonly place: Place,
		private readonly forms: readonly ReferenceForm[],
	) {
		this.patterns = forms.map((form) => {
			const { system, kinds, id, short } = form;
			const name = system.replace(/ /g, '\\s*');
			const pattern = new RegExp(`^${name}\\s+(${kinds.join('|')})\\s+(${id.source})$`, 'i');
			if (!short) return { form, pattern };
			return { form, pattern, shortPattern: new RegExp(`^${short.name}\\s+(${id.source})$`, 'i') };
		});
	}

	/**
	 * A reference as a person or an expression gives it. Throws a `Failure` for a text that could not be read again.
	 *
	 * @param label the field that it comes from
	 */
	given(text: string, label: string): Reference {
		const line = lineOf(text)
			.replace(/\s+/g, ' ')
			.replace(/^\[\s*(.*?)\s*\]$/, '$1');
		const known = this.known(line);
		if (known) return known;
		const other = line.replace(/^ref:\s*/i, '');
		if (other !== '' && other.length <= LONGEST && !/[<>[\]]/.test(other) && !/[\r\n]/.test(text)) {
			return otherReference(other);
		}
		throw new Failure(
			`"${label}" is not a reference: ${line.slice(0, 60)}`,
			`Use one line of up to ${LONGEST} characters without brackets, such as a name and an ID: Airtable rec123.`,
			{ field: label },
		);
	}

	/** A text of a record, parted into what it says and its reference. */
	read(source: string): ReadText {
		const last = visibleLines(source).at(-1);
		const found = last && (this.place === 'line' ? this.inLine(last.text) : this.atEnd(last.text));
		if (!last || !found) return { text: source, reference: null };
		const bracket = this.place === 'line' ? last.start : source.lastIndexOf('[', last.end);
		return { text: withoutLine(source, Math.max(bracket, last.start), last.end), reference: found };
	}

	/**
	 * The text with the reference. It replaces one that the text has.
	 *
	 * @param html whether the service shows every text as HTML; otherwise only one that has tags is taken for HTML
	 */
	write(source: string, reference: Reference, html = false): string {
		const text = this.read(source).text.trimEnd();
		const line = this.lineOf(reference);
		if (this.place === 'brackets') return text === '' ? line : `${text} ${line}`;
		if (text === '') return html ? escaped(line) : line;
		if (!html && !isHtml(text)) return `${text}\n${line}`;
		return /<\/(?:p|div|ul|ol|li|h[1-6]|blockquote|table)\s*>$/i.test(text)
			? `${text}<p>${escaped(line)}</p>`
			: `${text}<br>${escaped(line)}`;
	}

	private lineOf(reference: Reference): string {
		const { text, kind, system, id } = reference;
		const isKnown = kind !== null;
		if (this.place === 'line') return isKnown ? text : `${OTHERS} ${text}`;
		const { short } = this.forms.find((form) => form.system === system) ?? {};
		if (isKnown && short?.kind === kind) return `[${short.name} ${id}]`;
		return isKnown ? `[${text}]` : `[${OTHERS} ${text}]`;
	}

	private atEnd(line: string): Reference | undefined {
		const [, inside] = /\[\s*([^[\]]+?)\s*\]$/.exec(line) ?? [];
		return inside === undefined ? undefined : this.inLine(inside);
	}

	private inLine(line: string): Reference | undefined {
		const [, other] = /^ref:\s*(\S.*)$/i.exec(line) ?? [];
		return this.known(line) ?? (other && other.length <= LONGEST ? otherReference(other) : undefined);
	}

	private known(line: string): Reference | undefined {
		for (const { form, pattern, shortPattern } of this.patterns) {
			const { system, kinds, short } = form;
			const [, word = '', id = ''] = pattern.exec(line) ?? [];
			const kind = kinds.find((one) => one.toLowerCase() === word.toLowerCase());
			if (kind !== undefined) return { text: `${system} ${kind} ${id}`, system, kind, id };
			if (!short) continue;
			const [, shortId] = shortPattern?.exec(line) ?? [];
			if (shortId === undefined) continue;
			return { text: `${system} ${short.kind} ${shortId}`, system, kind: short.kind, id: shortId };
		}
		return undefined;
	}
}

/** The last word is the ID, and what comes before it the system. */
function otherReference(text: string): Reference {
	const words = text.split(' ');
	const id = words.pop() ?? '';
	return { text, system: words.length > 0 ? words.join(' ') : null, kind: null, id };
}

/** Names a reference: two with the same key are the same, whatever their capitals and blanks. */
export function keyOf({ text }: Reference): string {
	return text.replace(/\s+/g, ' ').toLowerCase();
}

export function isSameReference(a: Reference | null, b: Reference | null): boolean {
	return a !== null && b !== null && keyOf(a) === keyOf(b);
}
