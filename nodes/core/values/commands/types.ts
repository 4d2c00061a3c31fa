export type CommandName = 'done' | 'move' | 'stop' | 'task';

/** Languages whose words for days and months are read, and that a command is answered in. */
export type Language = 'en' | 'es';

/** How 3/4 is read. */
export type DateOrder = 'dayMonth' | 'monthDay';

/** What a date is read with. */
export interface DateSettings {
	order: DateOrder;
	/** Of a day without a time. */
	defaultTime: ClockTime;
	/** IANA name of the time zone that days and times are meant in. */
	zone: string;
	/** When the command was written, in milliseconds since 1970. */
	nowMs: number;
}

export interface ClockTime {
	hour: number;
	minute: number;
}

export interface Settings extends DateSettings {
	/** As a person writes them. A command without words is not recognized. */
	words: Record<CommandName, string[]>;
}

/** Why a command cannot be carried out as it was written. */
export type ProblemCode =
	| 'ambiguousDay'
	| 'ambiguousTime'
	| 'impossibleDay'
	| 'impossibleTime'
	| 'inexact'
	| 'missingDay'
	| 'missingText'
	| 'missingYear'
	| 'passed'
	| 'repeatedTime'
	| 'separated'
	| 'severalDays'
	| 'severalTimes'
	| 'skippedTime'
	| 'wrongWeekday';

/** A problem, and what its text names. */
export interface Problem {
	code: ProblemCode;
	/** What was written, or what it would mean. */
	what: string;
	/** What can be written instead. */
	instead: string[];
}

/** A moment that was written. */
export interface Due {
	/** ISO 8601 to the second, with the offset of the zone. */
	due: string;
	/** YYYY-MM-DD */
	date: string;
	/** HH:mm; `null` when no time was written. */
	time: string | null;
}

/** What a text tells to do. Fields that a command does not have, or that were not written, are `null`. */
export type Command = {
	name: CommandName;
	/** Of the command's words, or of the date; that of a stop is not known. */
	language: Language | null;
	/** Of a task: what is to be done, as it was written, without the date. */
	text: string | null;
	/** Which of several tasks is meant: 2 of "done 2" and "move 2 to Friday". */
	number: number | null;
	/** What the person has to know, in the language of the command; nothing is to be done then. */
	error: string | null;
	errorCode: ProblemCode | null;
} & { [name in keyof Due]: Due[name] | null };
