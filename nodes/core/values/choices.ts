import { Failure } from '../failure';
import { lineOf, textOf } from './texts';

/** One of several fixed values, and the name that people see of it. */
export interface Choice<T = unknown> {
	name: string;
	value: T;
}

/**
 * The value of a choice that was given by its value or its name; capitals do not matter where that leaves no doubt.
 * Throws a `Failure` that lists the choices for anything else.
 */
export function choiceOf<T>(given: unknown, choices: Array<Choice<T>>, label: string): T {
	const text = textOf(given, label);
	const found = choiceNamed(text, choices);
	if (found) return found.value;
	throw noSuchChoice(text, choices, label);
}

/** The same for several, as a list or as text with commas; a choice may hold commas itself. */
export function choicesOf<T>(given: unknown, choices: Array<Choice<T>>, label: string): T[] {
	const names = choices.flatMap(({ name, value }) => [name, String(value)]);
	const texts = Array.isArray(given)
		? given.map((entry) => textOf(entry, label))
		: splitBesides(textOf(given, label), names);
	const values = texts.filter((text) => lineOf(text) !== '').map((text) => choiceOf(text, choices, label));
	return [...new Set(values)];
}

/**
 * Text with commas between its entries, of which some are known to hold commas themselves: the longest known entry is
 * taken first. What is not known stays as it is.
 */
export function splitBesides(text: string, known: string[]): string[] {
	const whole = new Set(known.map(keyOf));
	const parts = text.split(',');
	const entries: string[] = [];
	for (let from = 0; from < parts.length;) {
		let to = parts.length;
		while (to > from + 1 && !whole.has(keyOf(parts.slice(from, to).join(',')))) to -= 1;
		const entry = lineOf(parts.slice(from, to).join(','));
		if (entry !== '') entries.push(entry);
		from = to;
	}
	return [...new Set(entries)];
}

function choiceNamed<T>(text: string, choices: Array<Choice<T>>): Choice<T> | undefined {
	const key = keyOf(text);
	return (
		choices.find(({ value }) => String(value) === text) ??
		choices.find(({ value }) => keyOf(String(value)) === key) ??
		choices.find(({ name }) => keyOf(name) === key)
	);
}

function keyOf(text: string): string {
	return lineOf(text).normalize('NFC').replace(/\s+/g, ' ').replace(/ ?, ?/g, ',').toLowerCase();
}

/** So many choices are listed at most; more make a message that nobody reads. */
const MAX_LISTED = 40;

function noSuchChoice(text: string, choices: Choice[], label: string): Failure {
	const names = choices.map(({ name, value }) =>
		keyOf(name) === keyOf(String(value)) ? name : `${name} (${String(value)})`,
	);
	const listed = names.slice(0, MAX_LISTED).join('; ');
	const more = names.length > MAX_LISTED ? `; and ${names.length - MAX_LISTED} more` : '';
	return new Failure(
		`"${label}" has no option "${text.slice(0, 60)}"`,
		`Choose one of its options: ${listed}${more}.`,
		{ field: label },
	);
}
