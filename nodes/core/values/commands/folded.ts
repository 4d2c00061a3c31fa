import { lineOf, plainDigits } from '../texts';

/** A text in lower case and without accents, and the way back to what was written. */
export interface Folded {
	text: string;
	/** What was written in the place of a part of `text`, without blanks around it. */
	written: (start: number, end?: number) => string;
	/** The text from a place on, without blanks in front of it. */
	from: (start: number) => Folded;
}

export function folded(given: string): Folded {
	const written = lineOf(given);
	const places: number[] = [];
	let text = '';
	let place = 0;
	for (const character of written) {
		const plain = foldedLetters(character);
		for (let index = 0; index < plain.length; index++) places.push(place);
		text += plain;
		place += character.length;
	}
	const placeOf = (index: number) => places[index] ?? written.length;
	const part = (start: number, end = text.length) => written.slice(placeOf(start), placeOf(end)).trim();
	return { text, written: part, from: (start) => folded(part(start)) };
}

function foldedLetters(text: string): string {
	return plainDigits(text).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

/**
 * A word or a whole message as it is compared: letters and digits, with one blank between words. A message of nothing
 * but signs, such as a raised thumb, is those signs.
 */
export function comparable(text: string): string {
	const plain = foldedLetters(lineOf(text));
	const words = plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
	return words === '' ? plain.replace(/[\s\p{EMod}]/gu, '') : words;
}
