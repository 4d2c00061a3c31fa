import { commandIn } from '../../../../../nodes/core/values/commands/commandIn';
import type { Command, Settings } from '../../../../../nodes/core/values/commands/types';
import { defaultWords } from '../../../../../nodes/core/values/commands/words';

/** Tuesday, 1 December 2026, ten in the morning in New York. */
export const NOW = '2026-12-01T15:00:00Z';

/** Reads a message as the trigger does when nothing was set. */
export function read(
	message: string,
	{ now = NOW, ...settings }: Partial<Settings> & { now?: string } = {},
): Command | undefined {
	return commandIn(message, {
		words: {
			done: defaultWords('done'),
			move: defaultWords('move'),
			stop: defaultWords('stop'),
			task: defaultWords('task'),
		},
		order: 'monthDay',
		defaultTime: { hour: 9, minute: 0 },
		zone: 'America/New_York',
		nowMs: Date.parse(now),
		...settings,
	});
}
