import { wholeDate } from './dateIn';
import { exampleOf } from './dueOf';
import type { Folded } from './folded';
import { comparable } from './folded';
import { headOf } from './head';
import { problem, problemText } from './problems';
import { withoutDate } from './taskDate';
import type { Command, CommandName, Due, Language, Problem, Settings } from './types';
import { COMMAND_WORDS, POLITE, SPANISH } from './words';

/**
 * The command that a message is; `undefined` for a message that is none. A word of a command within a sentence is none:
 * "done" and STOP are the whole message, a date and nothing else follows "move", and a colon follows "task".
 */
export function commandIn(message: string, settings: Settings): Command | undefined {
	const whole = comparable(message);
	if (has(settings.words.stop, whole)) return { ...NOTHING, name: 'stop' };
	return doneIn(message, whole, settings) ?? moveIn(message, settings) ?? taskIn(message, settings);
}

const NOTHING: Omit<Command, 'name'> = {
	language: null,
	text: null,
	number: null,
	due: null,
	date: null,
	time: null,
	error: null,
	errorCode: null,
};

function doneIn(message: string, whole: string, { words }: Settings): Command | undefined {
	const head = headOf(message, words.done);
	const number = /^[\s:#.]*(\d{1,3})[\s.!)*_]*$/.exec(head?.rest ?? '')?.[1];
	const isDone = has(words.done, whole.replace(new RegExp(` (?:${POLITE.source})$`), ''));
	if (!isDone && number === undefined) return undefined;
	const language = languageOf('done', head?.word ?? whole);
	return { ...NOTHING, name: 'done', language, number: isDone ? null : Number(number) };
}

function moveIn(message: string, settings: Settings): Command | undefined {
	const head = headOf(message, settings.words.move);
	if (!head) return undefined;
	const after = head.after(/^[\s:*_~,–—-]*/.exec(head.rest)?.[0].length ?? 0);
	const language = languageOf('move', head.word, after.text);
	const move: Command = { ...NOTHING, name: 'move', language };
	const date = dateAfter(after, settings);
	if (date) return withDate(move, date, settings);
	const number = /^(?:#|no\.? ?)?(\d{1,3})(?=\s|$)/.exec(after.text);
	const later = number && dateAfter(after.from(number[0].length), settings);
	return later ? withDate({ ...move, number: Number(number[1]) }, later, settings) : undefined;
}

/** "move", "move to" and "move it" without more ask for the day. */
function dateAfter(text: Folded, settings: Settings): Due | Problem | undefined {
	if (/^(?:to|a|al|para)?[\s.?!…]*$/.test(text.text)) {
		return problem('missingDay', '', [exampleOf(settings)]);
	}
	return wholeDate(text, settings);
}

function taskIn(message: string, settings: Settings): Command | undefined {
	const head = headOf(message, settings.words.task);
	const separator = /^[*_~]*(?:[^\S\n]*[:\n]|\s+[-–—](?=\s)|[-–—]\s)[\s*_~]*/.exec(head?.rest ?? '');
	if (!head || (!separator && comparable(head.rest) !== '')) return undefined;
	const rest = head.after(separator?.[0].length ?? 0);
	const { text, date } = withoutDate(rest, settings);
	const language = languageOf('task', head.word, rest.text);
	const command: Command = { ...NOTHING, name: 'task', language, text: text === '' ? null : text };
	if (text !== '') return withDate(command, date, settings);
	const example = `${head.written}: ${language === 'es' ? 'llamar a Juan' : 'call John'} ${exampleOf(settings)}`;
	return withDate(command, problem('missingText', '', [example]), settings);
}

function withDate(command: Command, date: Due | Problem | undefined, { order }: Settings): Command {
	if (date === undefined) return command;
	if (!('code' in date)) return { ...command, ...date };
	return { ...command, error: problemText(date, command.language ?? 'en', order), errorCode: date.code };
}

function has(words: string[], whole: string): boolean {
	return whole !== '' && words.some((word) => comparable(word) === whole);
}

/** The language of the command's word, or else of its date. */
function languageOf(name: CommandName, word: string, date = ''): Language {
	const of = (language: Language) => has(COMMAND_WORDS[name][language] ?? [], word);
	if (of('en')) return 'en';
	return of('es') || SPANISH.test(date) ? 'es' : 'en';
}
