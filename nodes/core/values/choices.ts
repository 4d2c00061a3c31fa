import { Failure } from '../failure';
import { lineOf, textOf } from './texts';
import { yesNoIn } from './yesNo';

/** One of several fixed values, and the name that people see of it. */
export interface Choice<T = unknown> {
	name: string;
	value: T;
}

/**
 * The value of a choice that was given by its value or its name, also as the only entry of a list; capitals do not matter where that leaves no doubt.
 * Throws a `Failure` that lists the choices for anything else.
 */
export function choiceOf<T>(given: unknown, choices: Array<Choice<T>>, label: string): T {
	const [only, ...others] = [given].flat();
	if (others.length > 0) throw notOneChoice(`a list of ${others.length + 1}`, choices, label);
	const text = textOf(only, label);
	const found = choiceNamed(text, choices);
	if (found) return found.value;
	const several = choicesIn(text, choices);
	const areChoices = several.length > 1 && several.every((one) => choiceNamed(one, choices));
	if (areChoices) throw notOneChoice(`"${text.slice(0, 60)}"`, choices, label);
	throw noSuchChoice(text, choices, label);
}

/**
 * The same for several, as a list or as text with commas, semicolons, bars or line breaks; a choice may hold them itself.
 */
export function choicesOf<T>(given: unknown, choices: Array<Choice<T>>, label: string): T[] {
	const entries = Array.isArray(given) ? given : [given];
	const texts = entries.flatMap((entry) => choicesIn(textOf(entry, label), choices));
	const values = texts.map((text) => choiceOf(text, choices, label));
	return [...new Set(values)];
}

/** What is known of a text, and what is not in one piece, since an unknown choice may hold commas, too. */
function choicesIn(text: string, choices: Choice[]): string[] {
	const names = choices.flatMap(({ name, value }) => [name, String(value)]);
	return piecesOf(text, names, /[,;|]|[\r\n]+/)
		.reduce<Piece[]>((pieces, piece) => {
			const before = pieces.at(-1);
			if (!before || before.isKnown || piece.isKnown) return [...pieces, piece];
			return [...pieces.slice(0, -1), { ...before, end: piece.end }];
		}, [])
		.map(({ start, end }) => lineOf(text.slice(start, end)));
}

/**
 * Text with commas between its entries, of which some are known to hold commas themselves: the longest known entry is
 * taken first. What is not known stays as it is.
 */
export function splitBesides(text: string, known: string[]): string[] {
	const entries = piecesOf(text, known, /,/).map(({ start, end }) => lineOf(text.slice(start, end)));
	return [...new Set(entries)];
}

/** A part of a text that is not empty. */
interface Piece {
	start: number;
	end: number;
	isKnown: boolean;
}

function piecesOf(text: string, known: string[], mark: RegExp): Piece[] {
	const whole = new Set(known.map(keyOf));
	const marks = [...text.matchAll(new RegExp(mark, 'g'))];
	const starts = [0, ...marks.map(({ 0: { length }, index }) => index + length)];
	const ends = [...marks.map(({ index }) => index), text.length];
	const isKnown = (from: number, to: number) => whole.has(keyOf(text.slice(starts[from], ends[to])));
	const pieces: Piece[] = [];
	for (let from = 0; from < starts.length; from += 1) {
		const start = starts[from] as number;
		let to = starts.length - 1;
		while (to > from && !isKnown(from, to)) to -= 1;
		const end = ends[to] as number;
		if (lineOf(text.slice(start, end)) !== '') pieces.push({ start, end, isKnown: isKnown(from, to) });
		from = to;
	}
	return pieces;
}

function choiceNamed<T>(text: string, choices: Array<Choice<T>>): Choice<T> | undefined {
	const key = keyOf(text);
	return (
		choices.find(({ value }) => String(value) === text) ??
		choices.find(({ value }) => keyOf(String(value)) === key) ??
		choices.find(({ name }) => keyOf(name) === key) ??
		switchedBy(text, choices)
	);
}

/** An option that is on or off may be given as yes or no. */
function switchedBy<T>(text: string, choices: Array<Choice<T>>): Choice<T> | undefined {
	const [on, off] = ['active', 'inactive'].map((state) => choices.find(({ value }) => value === state));
	const isOn = on && off ? yesNoIn(text) : undefined;
	return isOn === undefined ? undefined : isOn ? on : off;
}

function keyOf(text: string): string {
	return lineOf(text)
		.normalize('NFC')
		.replace(/[\p{Pd}\u2212]/gu, '-')
		.replace(/\s+/g, ' ')
		.replace(/ ?, ?/g, ',')
		.toLowerCase();
}

/** So many choices are listed at most; more make a message that nobody reads. */
const MAX_LISTED = 40;

function noSuchChoice(text: string, choices: Choice[], label: string): Failure {
	return new Failure(
		`"${label}" has no option "${text.slice(0, 60)}"`,
		`Choose one of its options: ${listed(choices)}.`,
		{ field: label },
	);
}

function notOneChoice(given: string, choices: Choice[], label: string): Failure {
	return new Failure(
		`"${label}" takes one option, not ${given}`,
		`Map a single value: one of its options ${listed(choices)}.`,
		{ field: label },
	);
}

function listed(choices: Choice[]): string {
	const names = choices.map(({ name, value }) =>
		keyOf(name) === keyOf(String(value)) ? name : `${name} (${String(value)})`,
	);
	const more = names.length > MAX_LISTED ? `; and ${names.length - MAX_LISTED} more` : '';
	return `${names.slice(0, MAX_LISTED).join('; ')}${more}`;
}
