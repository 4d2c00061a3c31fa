import type { Folded } from './folded';
import { comparable, folded } from './folded';

/** The word of a command that a message begins with. */
export interface Head {
	/** As it is compared. */
	word: string;
	written: string;
	/** What follows, folded. */
	rest: string;
	/** The same without its first characters. */
	after: (length: number) => Folded;
}

export function headOf(message: string, words: string[]): Head | undefined {
	const forms = words.map(comparable).filter((word) => /[\p{L}\p{N}]/u.test(word));
	if (forms.length === 0) return undefined;
	const alternatives = forms
		.sort((a, b) => b.length - a.length)
		.map((word) => word.replaceAll(' ', '[^\\p{L}\\p{N}]+'));
	const text = folded(message);
	const match = new RegExp(`^[^\\p{L}\\p{N}]*(${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'u').exec(
		text.text,
	);
	if (!match) return undefined;
	const [before, word = ''] = match;
	const written = text.written(before.length - word.length, before.length);
	const after = (length: number) => text.from(before.length + length);
	return { word: comparable(word), written, rest: text.text.slice(before.length), after };
}
