import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { DEMO } from '../../../../support/whatsAble';
import { delivery, post, registeredUrl } from '../../../../support/whatsAbleTrigger';
import type { Phone } from './written';
import { NOW_MS, short, startPhone } from './written';

let phone: Phone;

beforeAll(async () => (phone = await startPhone()));
afterAll(async () => await phone.close());

function setTo(parameters: IDataObject): void {
	phone.trigger.change({ parameters });
}

const withOptions = (commandOptions: IDataObject) => setTo({ recognizeCommands: true, commandOptions });

beforeEach(() => {
	withOptions({});
	phone.trigger.executions.length = 0;
});

/** Posts a delivery of its own, and returns the command that the workflow got. */
async function posted(changes: IDataObject): Promise<unknown> {
	expect((await post(registeredUrl(phone.sandbox), delivery(changes))).status).toBe(200);
	expect(phone.trigger.executions).toHaveLength(1);
	return phone.trigger.executions[0]?.command;
}

test.each([
	{},
	{ recognizeCommands: false },
	{ recognizeCommands: false, commandOptions: { doneWords: 'x' } },
])('where commands are not to be recognized, the output has none: %j', async (parameters) => {
	setTo(parameters);
	expect(await phone.write('done')).not.toHaveProperty('command');
});

test('the words of each command can be replaced, and a command without words is not recognized', async () => {
	withOptions({
		doneWords: 'erledigt, fertig ✅',
		moveWords: 'verschieben auf\nverschieben, schieben',
		taskWords: 'Aufgabe',
		stopWords: '',
	});
	expect(short(await phone.command('Fertig!'))).toBe('done');
	expect(short(await phone.command('erledigt 2'))).toBe('done | 2');
	for (const word of ['Schieben', 'verschieben', 'Verschieben auf']) {
		expect(short(await phone.command(`${word} 2026-12-24`))).toBe('move | 2026-12-24');
	}
	expect(short(await phone.command('aufgabe: John anrufen 2026-12-24 10:00'))).toBe(
		'task | John anrufen | 2026-12-24 | 10:00',
	);
	for (const text of ['done', 'hecho', 'move to Friday', 'task: call John', 'STOP', 'baja']) {
		expect([text, await phone.command(text)]).toEqual([text, null]);
	}
});

test('words may come from an expression, as a list', async () => {
	withOptions({ doneWords: '={{ ["fatto", "FINITO"] }}' });
	expect(short(await phone.command('finito'))).toBe('done');
	expect(await phone.command('done')).toBeNull();
});

test('dates are read in the order that is set', async () => {
	withOptions({ dateOrder: 'dayMonth' });
	expect(short(await phone.command('mover al 3/4'))).toBe('move | 2027-04-03');
	expect(await phone.command('move to 12/24')).toMatchObject({
		errorCode: 'impossibleDay',
		error: 'There is no day 12/24. Dates are read as day/month. Write it as 2026-12-02.',
	});
	withOptions({ dateOrder: 'monthDay' });
	expect(short(await phone.command('move to 3/4'))).toBe('move | 2027-03-04');
});

test('a day without a time has the time that is set', async () => {
	withOptions({ defaultTime: '17:30' });
	expect(await phone.command('move to Friday')).toMatchObject({
		due: '2026-12-04T17:30:00-05:00',
		time: null,
	});
	withOptions({ defaultTime: '' });
	expect(await phone.command('move to Friday')).toMatchObject({ due: '2026-12-04T09:00:00-05:00' });
});

test.each(['25:00', '9', 'noon', '10:60'])(
	'activating and listening say that %j is no time of day, and what to write',
	async (defaultTime) => {
		const refusal = {
			message: expect.stringContaining(`"Default Time" is not a time of day: ${defaultTime}`) as string,
			description: 'Write it from 00:00 to 23:59, such as 09:00.',
		};
		withOptions({ defaultTime });
		await expect(phone.trigger.activate()).rejects.toMatchObject(refusal);
		await expect(phone.trigger.listen()).rejects.toMatchObject(refusal);
		setTo({ registration: 'manual', recognizeCommands: true, commandOptions: { defaultTime } });
		await expect(phone.trigger.activate()).rejects.toMatchObject(refusal);
	},
);

test('what the business writes is no command', async () => {
	const outgoing = { incoming_message: false, last_message_of_bot: 'done' };
	setTo({ recognizeCommands: true, messages: 'incomingAndOutgoing' });
	expect(await posted(outgoing)).toBeNull();
});

test('the words below a picture are a command, too', async () => {
	phone.sandbox.receive({
		phone: DEMO.contacts.olivia,
		type: 'image',
		text: 'Done 2',
		file: { link: 'https://example.com/signed.jpg', name: 'signed.jpg' },
	});
	await phone.sandbox.webhooks.idle();
	expect(phone.trigger.executions).toMatchObject([
		{ message_type: 'image', command: { name: 'done', number: 2 } },
	]);
});

test('days count from when the message was written, however late it is delivered', async () => {
	const written = NOW_MS - 3 * 86_400_000;
	const command = await posted({
		last_message_of_user: 'move to tomorrow',
		user_last_message_time: written / 1000,
		last_messages: '[]',
	});
	expect(command).toMatchObject({ date: '2026-11-29', error: null });
});

test('where WhatsAble does not say when a message was written, days count from now', async () => {
	const tomorrow = () => DateTime.now().setZone('America/New_York').plus({ days: 1 }).toISODate();
	const before = tomorrow();
	const command = await posted({
		last_message_of_user: 'move to tomorrow 12:00',
		user_last_message_time: 0,
		last_messages: '[]',
	});
	expect([before, tomorrow()]).toContain((command as IDataObject).date);
});

test('a field of the same name that is delivered does not pass for a command', async () => {
	expect(await posted({ last_message_of_user: 'Hello', command: { name: 'done' } })).toBeNull();
});
