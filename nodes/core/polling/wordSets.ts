import type { Part } from './part';
import type { PollState } from './pollState';
import { shortHash } from '../values/shortHash';

/** The shortest code of a set; one more character where another set has it. */
const CODE_LENGTH = 3;

/**
 * The words (such as tags) that each of many records has. Many records have the same ones, so each set of words is
 * kept once, and of a record only a short stand-in for its id and the code of its set: about 13 bytes. A record
 * without words takes none.
 */
export class WordSets<Head extends object> {
	/** Short hash of the record's id -> code. Its head is the caller's. */
	readonly records: Part<Head>;
	/** Code -> the words' numbers. */
	private readonly sets: Part;
	/** Number -> word. */
	private readonly words: Part;
	private numbers: Map<string, string> | undefined;

	constructor(state: PollState, name: string) {
		this.records = state.part<Head>(name);
		this.sets = state.part(`${name}.sets`);
		this.words = state.part(`${name}.words`);
	}

	/** The words of a record, in no order. */
	get(id: string): string[] {
		const code = this.records.marks.get(shortHash(id));
		const numbers = code === undefined ? '' : (this.sets.marks.get(code) ?? '');
		return numbers === '' ? [] : numbers.split('.').map((number) => this.wordOf(number));
	}

	set(id: string, words: string[]): void {
		const key = shortHash(id);
		const code = words.length > 0 ? this.codeOf(words) : undefined;
		if (code === this.records.marks.get(key)) return;
		if (code === undefined) this.records.marks.delete(key);
		else this.records.marks.set(key, code);
	}

	/** Forgets the words of all records. */
	clear(): void {
		for (const [key] of this.records.marks.list()) this.records.marks.delete(key);
	}

	/** Forgets sets that no record has any more. */
	tidy(): void {
		const used = new Set(this.records.marks.list().map(([, code]) => code));
		for (const [code] of this.sets.marks.list()) if (!used.has(code)) this.sets.marks.delete(code);
	}

	/** What was set until now is not taken back any more. */
	confirm(): void {
		for (const part of [this.records, this.sets, this.words]) part.confirm();
	}

	private codeOf(words: string[]): string {
		const numbers = words
			.map((word) => this.numberOf(word))
			.sort()
			.join('.');
		for (let length = CODE_LENGTH; ; length++) {
			const code = shortHash(numbers, length);
			const taken = this.sets.marks.get(code);
			if (taken === undefined) this.sets.marks.set(code, numbers);
			if (taken === undefined || taken === numbers) return code;
		}
	}

	private numberOf(word: string): string {
		this.numbers ??= new Map(this.words.marks.list().map(([number, text]) => [text, number]));
		const text = encodeURIComponent(word);
		const known = this.numbers.get(text);
		if (known !== undefined) return known;
		const number = this.numbers.size.toString(36);
		this.numbers.set(text, number);
		this.words.marks.set(number, text);
		return number;
	}

	private wordOf(number: string): string {
		return decodeURIComponent(this.words.marks.get(number) ?? '');
	}
}
