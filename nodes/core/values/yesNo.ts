import { Failure } from '../failure';
import { isEmpty, lineOf, plainDigits } from './texts';

/** As forms, databases and spreadsheets write them; spreadsheets in their own language, too. */
const YES = ['true', 't', 'yes', 'y', 'on', 'ja', 'wahr', 'si', 'sí', 'verdadero', 'oui', 'vrai'];
const NO = ['false', 'f', 'no', 'n', 'off', 'nein', 'falsch', 'falso', 'non', 'faux'];

/**
 * Yes or no from what n8n gives for it: a boolean, 1 or 0, or one of the usual words; `undefined` when nothing was
 * given. Throws a `Failure` for everything else, since it would be taken for no.
 */
export function yesNoOf(value: unknown, label: string): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (isEmpty(value)) return undefined;
	const read = typeof value === 'number' || typeof value === 'string' ? yesNoIn(value) : undefined;
	if (read !== undefined) return read;
	throw new Failure(
		`"${label}" is either true or false, not "${shown(value)}"`,
		'Write true or false, yes or no, on or off, 1 or 0.',
		{ field: label },
	);
}

/** Yes or no where a text or a number is one of the usual words; `undefined` for all others. */
export function yesNoIn(value: number | string): boolean | undefined {
	const text = wordOf(value);
	if (YES.includes(text) || /^1(\.0+)?$/.test(text)) return true;
	return NO.includes(text) || /^0(\.0+)?$/.test(text) ? false : undefined;
}

function wordOf(value: number | string): string {
	return plainDigits(lineOf(String(value)))
		.normalize('NFC')
		.toLowerCase();
}

function shown(value: unknown): string {
	return (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 40);
}
