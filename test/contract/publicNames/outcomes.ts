import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../support/highLevel';
import { succeed } from '../../support/odd/outcomes';
import { read } from '../../nodes/core/values/commands/read';
import { startWiseAgent, succeeds } from '../../support/wiseAgent';
import type { PublicNames } from './names';

type Upsert = (parameters: IDataObject) => Promise<IDataObject[]>;

/** A contact in the words of a service. */
interface Person {
	person: IDataObject;
	renamed: IDataObject;
	nobody: IDataObject;
}

/** What later nodes compare with `outcome`: of a contact that is new, the same, another, and one that is nobody. */
export async function outcomeNames(): Promise<PublicNames[string]> {
	const highLevel = await startSandbox();
	const wiseAgent = await startWiseAgent();
	const inHighLevel: Upsert = async (parameters) =>
		await succeed(highLevel, 'contact.upsert', { parameters });
	const inWiseAgent: Upsert = async (parameters) =>
		await succeeds(wiseAgent, 'contact.upsert', { parameters });
	const ada = { CLast: 'Lovelace', Source: { __rl: true, mode: 'name', value: 'n8n' } };
	try {
		return {
			'whatsAbleTrigger command': commandNames(),
			'goHighLevel contact.upsert': await outcomesOf(inHighLevel, {
				person: { email: 'ada@example.com', firstName: 'Ada' },
				renamed: { email: 'ada@example.com', firstName: 'Augusta' },
				nobody: { firstName: 'Ada' },
			}),
			'wiseAgent contact.upsert': await outcomesOf(inWiseAgent, {
				person: { CEmail: 'ada@example.com', CFirst: 'Ada', ...ada },
				renamed: { CEmail: 'ada@example.com', CFirst: 'Augusta', ...ada },
				nobody: { CFirst: 'Ada', ...ada },
			}),
		};
	} finally {
		await Promise.all([highLevel.close(), wiseAgent.close()]);
	}
}

async function outcomesOf(upsert: Upsert, { person, renamed, nobody }: Person): Promise<string[]> {
	const skipped = { ...nobody, options: { ifNoIdentifier: 'skip' } };
	const found: string[] = [];
	for (const parameters of [person, person, renamed, skipped]) {
		const [item] = await upsert(parameters);
		found.push(`outcome "${String(item?.outcome)}"`);
	}
	return found;
}

/** One of each command, and of each reason to ask back, on Tuesday, 1 December 2026. */
const COMMANDS = [
	...[
		'done',
		'stop',
		'task: call John',
		'mover al viernes',
		'move',
		'task:',
		'move to Tuesday',
		'move to 11/30',
	],
	...['move to tomorrow at 3', 'move to 31/02', 'move to 25:00', 'move to next week', 'move to today 08:00'],
	...['move to Friday or Monday', 'move to 10:00 to 12:00', 'move to Monday 12/11'],
	...['task: call John tomorrow about it', 'move to 2027-03-14 02:30', 'move to 2027-11-07 01:30'],
];

function commandNames(): string[] {
	return COMMANDS.flatMap((message) => {
		const { name, language, errorCode } = read(message) ?? {};
		return Object.entries({ name, language, errorCode }).map(
			([field, value]) => `${field} "${String(value)}"`,
		);
	});
}
