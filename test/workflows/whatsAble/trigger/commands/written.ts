import type { IDataObject } from 'n8n-workflow';

import type { Command } from '../../../../../nodes/core/values/commands/types';
import type { WhatsAbleSandbox } from '../../../../../sandbox/whatsAble';
import type { TriggerServer } from '../../../../support/running/runWebhook';
import { DEMO, startSandbox } from '../../../../support/whatsAble';
import { startTrigger } from '../../../../support/whatsAbleTrigger';

/** Tuesday, 1 December 2026, ten in the morning in New York. */
export const NOW_MS = Date.parse('2026-12-01T15:00:00Z');

/** A sandbox whose clock stands, and an active trigger that recognizes commands. */
export interface Phone {
	sandbox: WhatsAbleSandbox;
	trigger: TriggerServer;
	/** Lets a contact write, and returns with what the workflow was started. */
	write: (text: string) => Promise<IDataObject>;
	/** The same, and returns the command of it. */
	command: (text: string) => Promise<Command | null>;
	close: () => Promise<void>;
}

/** @param commandOptions as the editor stores them */
export async function startPhone(commandOptions: IDataObject = {}, nowMs = NOW_MS): Promise<Phone> {
	const sandbox = await startSandbox({ startAtMs: nowMs, stopClock: true });
	const trigger = await startTrigger(sandbox, {
		parameters: { recognizeCommands: true, commandOptions },
		timezone: 'America/New_York',
	});
	await trigger.activate();
	const write = async (text: string) => {
		trigger.executions.length = 0;
		// A message at the same moment with the same text would be a repeat.
		sandbox.clock.advance(1);
		sandbox.receive({ phone: DEMO.contacts.olivia, text });
		await sandbox.webhooks.idle();
		expect(trigger.errors).toEqual([]);
		expect(trigger.executions).toHaveLength(1);
		return trigger.executions[0] ?? {};
	};
	return {
		sandbox,
		trigger,
		write,
		command: async (text) => (await write(text)).command as Command | null,
		close: async () => {
			await trigger.close();
			await sandbox.close();
		},
	};
}

/** A command in short: its name, and what it has of number, text, moment and kind of error. */
export function short(command: Command | null): string {
	if (command === null) return 'none';
	const { name, number, text, date, time, errorCode } = command;
	return [name, number, text, date, time, errorCode].filter((part) => part !== null).join(' | ');
}
