import type { IDataObject, INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { collection } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import { commandIn } from '../../../core/values/commands/commandIn';
import type { ClockTime, CommandName, DateOrder, Settings } from '../../../core/values/commands/types';
import { defaultWords } from '../../../core/values/commands/words';
import { listOf, textOf } from '../../../core/values/texts';
import type { MessageEvent } from './message';
import { ownValue } from '../../../core/values/ownValue';

/** How commands are read, without what belongs to one message. */
export type CommandSettings = Omit<Settings, 'nowMs' | 'zone'>;

const DEFAULT_TIME = '09:00';
const WORD_FIELDS: Record<CommandName, { name: string; displayName: string }> = {
	done: { name: 'doneWords', displayName: 'Done Words' },
	move: { name: 'moveWords', displayName: 'Move Words' },
	stop: { name: 'stopWords', displayName: 'Stop Words' },
	task: { name: 'taskWords', displayName: 'Task Words' },
};

function words(command: CommandName, description: string): INodeProperties {
	return {
		...WORD_FIELDS[command],
		type: 'string',
		typeOptions: { rows: 3 },
		default: defaultWords(command).join(', '),
		description,
	};
}

export const commandProperties: INodeProperties[] = [
	{
		displayName: 'Recognize Commands',
		name: 'recognizeCommands',
		type: 'boolean',
		default: false,
		description:
			'Whether to add a field "command" to the output, for incoming messages such as "done", "move to Friday", "task: call John tomorrow 10:00" and "STOP". It is empty for all other messages. Anyone can write a command: check the phone number before your workflow acts on it.',
	},
	{
		displayName:
			'Anyone who has your number can write a command, and this trigger does not check who wrote it. Before your workflow acts on "done", "move" or "task", compare "phone_number" with the numbers that may do this. Act on "stop" for every number.',
		name: 'commandsNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { recognizeCommands: [true] } },
	},
	{
		...collection(
			'Command Options',
			'commandOptions',
			[
				{
					displayName: 'Date Order',
					name: 'dateOrder',
					type: 'options',
					options: [
						{ name: 'Day/Month', value: 'dayMonth', description: '31/12 is December 31' },
						{ name: 'Month/Day', value: 'monthDay', description: '12/31 is December 31' },
					],
					default: 'monthDay',
					description: 'How dates such as 3/4 are read',
				},
				{
					displayName: 'Default Time',
					name: 'defaultTime',
					type: 'string',
					default: DEFAULT_TIME,
					placeholder: 'e.g. 17:30',
					description: 'Time of day for dates without a time, in the time zone of the workflow',
				},
				words('done', 'Messages that mean "done", separated by commas'),
				words('move', 'Words before the new day, separated by commas'),
				words('stop', 'Messages that mean "stop", separated by commas'),
				words('task', 'Words before the colon and the text of a new task, separated by commas'),
			],
			'Add Option',
		),
		displayOptions: { show: { recognizeCommands: [true] } },
	},
];

/** What was set; a command whose words were emptied has none. Throws a `Failure` for a time that does not exist. */
export function commandSettingsOf(options: IDataObject): CommandSettings {
	const wordsOf = (command: CommandName) => {
		const { name, displayName } = WORD_FIELDS[command];
		const given = ownValue(options, name);
		if (given === undefined) return defaultWords(command);
		return listOf(typeof given === 'string' ? given.split(/[,\n]/) : given, displayName);
	};
	return {
		order: (options.dateOrder ?? 'monthDay') as DateOrder,
		defaultTime: clockTimeOf(textOf(options.defaultTime, 'Default Time') || DEFAULT_TIME),
		words: { done: wordsOf('done'), move: wordsOf('move'), stop: wordsOf('stop'), task: wordsOf('task') },
	};
}

function clockTimeOf(text: string): ClockTime {
	const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
	const time = { hour: Number(hour), minute: Number(minute) };
	if (time.hour <= 23 && time.minute <= 59) return time;
	throw new Failure(
		`"Default Time" is not a time of day: ${text.slice(0, 40)}`,
		'Write it from 00:00 to 23:59, such as 09:00.',
		{ field: 'defaultTime' },
	);
}

/**
 * The message with its command, which is `null` where there is none. What the business writes is none. Days are counted
 * from the time when the message was written.
 */
export function withCommand(
	message: MessageEvent,
	settings: CommandSettings,
	context: IWebhookFunctions,
): IDataObject {
	const { text, direction, message_time: time } = message;
	const nowMs = time === null ? Date.now() : Date.parse(time);
	const dated = { ...settings, nowMs, zone: context.getTimezone() };
	const command = (direction === 'incoming' ? commandIn(text, dated) : undefined) ?? null;
	// A command stands next to its text, where a person sees it.
	return Object.assign({ text, command }, message, { command });
}
