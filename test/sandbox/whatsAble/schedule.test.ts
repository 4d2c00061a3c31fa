import type { ScheduledRecord, WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import {
	call,
	contacts,
	labels,
	sendTemplate,
	sendText,
	start,
	templates,
	textsWith,
	wamidOf,
} from './support';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Noon in Berlin, the day before its clocks go forward. */
const NOON_MS = Date.parse('2027-03-27T11:00:00Z');

let sandbox: WhatsAbleSandbox;
beforeEach(async () => {
	sandbox = await start({ startAtMs: NOON_MS });
});
afterEach(() => sandbox.close());

const inHours = (hours: number, more: object = {}) => ({
	is_schedule: true,
	schedule_type: 'relative',
	unit_of_time_name: 'hours',
	unit_of_time_value: hours,
	...more,
});

const at = (time_zone: string, schedule_datetime_date: string) => ({
	is_schedule: true,
	schedule_type: 'specific',
	time_zone,
	schedule_datetime_date,
});

const thank = (schedule: Record<string, unknown>, phone: string = contacts.camille) =>
	sendTemplate(sandbox, templates.thanks, {}, { ...schedule, phone_number: phone });

const only = (): Readonly<ScheduledRecord> => {
	const [scheduled] = [...sandbox.state.scheduled.values()];
	if (!scheduled) throw new Error('Nothing is scheduled');
	return scheduled;
};

/** ms after noon at which the one scheduled message is due. */
const dueIn = () => only().dueAtMs - NOON_MS;

describe('a message that is to be sent later', () => {
	test('is answered without a message id, and sent when it is due, once', async () => {
		const { status, body } = await thank(inHours(2));
		expect(status).toBe(200);
		expect(body).toEqual({ success: true, message: expect.any(String) });
		expect(textsWith(sandbox, contacts.camille)).toEqual([]);
		sandbox.clock.advance(2 * HOUR_MS - MINUTE_MS);
		expect(textsWith(sandbox, contacts.camille)).toEqual([]);
		sandbox.clock.advance(MINUTE_MS);
		sandbox.clock.advance(24 * HOUR_MS);
		expect(textsWith(sandbox, contacts.camille)).toEqual([expect.stringContaining('Merci')]);
		expect(only()).toMatchObject({ status: 'sent', messageId: expect.stringMatching(/^wamid/) });
		expect(sandbox.state.messages.get(only().messageId ?? '')).toMatchObject({
			wasScheduled: true,
			atMs: only().dueAtMs,
		});
	});

	test.each([
		['days', 3, 72 * HOUR_MS],
		['hours', 7, 7 * HOUR_MS],
		['min', 45, 45 * MINUTE_MS],
	])('may wait %s: %i', async (unit_of_time_name, unit_of_time_value, expected) => {
		await thank({ is_schedule: true, schedule_type: 'relative', unit_of_time_name, unit_of_time_value });
		expect(dueIn()).toBe(expected);
	});

	test.each([
		['of the n8n node, whose Z means nothing', 'Europe/Berlin', '2027-03-27T15:30:00Z', 3.5],
		['of Zapier', 'Europe/Berlin', '2027-03-27 15:30', 3.5],
		['of Zapier with ms', 'Europe/Berlin', '2027-03-27T15:30:00.000Z', 3.5],
		['in another zone', 'America/New_York', '2027-03-27T15:30:00Z', 8.5],
		['after the clocks have changed', 'Europe/Berlin', '2027-03-28T12:00:00Z', 23],
	])('may be at a time in the form %s', async (_form, zone, time, hours) => {
		await thank(at(zone, time));
		expect(dueIn()).toBe(hours * HOUR_MS);
	});

	test('may be free-form, and is refused by then when the 24 hours are over by then', async () => {
		for (const hours of [1, 3]) await sendText(sandbox, contacts.lucia, `In ${hours}`, inHours(hours));
		sandbox.clock.advance(4 * HOUR_MS);
		expect(textsWith(sandbox, contacts.lucia).slice(1)).toEqual(['In 1']);
		expect([...sandbox.state.scheduled.values()].map(({ status }) => status)).toEqual(
			expect.arrayContaining(['sent', 'refused']),
		);
	});

	test("may be scheduled through Zapier's endpoints", async () => {
		const body = { to: contacts.olivia, type: 'text', text: { body: 'Later' }, ...inHours(1) };
		await call(sandbox, 'POST', '/api:hFrjh8a1/zapier/messages/non-template/send', body);
		sandbox.clock.advance(HOUR_MS);
		expect(textsWith(sandbox, contacts.olivia).at(-1)).toBe('Later');
	});

	test('is checked at once all the same', async () => {
		const { body } = await sendTemplate(sandbox, templates.welcome, {}, inHours(1));
		expect(body.error.code).toBe('invalid_variables');
		expect(sandbox.state.scheduled.size).toBe(0);
	});

	test.each([
		['schedule_type', inHours(1, { schedule_type: undefined })],
		['schedule_type', inHours(1, { schedule_type: 'sometime' })],
		['unit_of_time_name', inHours(1, { unit_of_time_name: 'weeks' })],
		['unit_of_time_value', inHours(0)],
		['unit_of_time_value', inHours(1, { unit_of_time_value: 'soon' })],
		['time_zone', at('Europe/Nowhere', '2027-03-27 15:30')],
		['schedule_datetime_date', at('Europe/Berlin', '2027-03-27T15:30:00+02:00')],
		['schedule_datetime_date', at('Europe/Berlin', 'tomorrow')],
		['condition_one', inHours(1, { condition_one: '21m' })],
		['condition_two.c', inHours(1, { condition_two: { c: 'has', v: [] } })],
		['is_schedule', inHours(1, { is_schedule: 'yes' })],
	])('with a wrong %s is wrong input', async (param, schedule) => {
		const { status, body } = await thank(schedule);
		expect(status).toBe(400);
		expect(body).toMatchObject({ code: 'ERROR_CODE_INPUT_ERROR', payload: { param } });
	});

	test('at a time that has passed is refused', async () => {
		const { status, body } = await thank(at('Europe/Berlin', '2027-03-27T11:59:00Z'));
		expect(status).toBe(400);
		expect(body.error.message).toContain('future');
	});
});

describe('a condition on replies', () => {
	/** Sends a message now, lets the contact write after `replyMs`, and tells whether the follow-up was sent. */
	const followUp = async (condition_one: string, replyMs: number | null) => {
		wamidOf(await thank({}));
		await sendTemplate(
			sandbox,
			templates.welcome,
			{ body1: 'Camille' },
			{
				...inHours(96, { condition_one }),
				phone_number: contacts.camille,
			},
		);
		if (replyMs !== null) {
			sandbox.clock.advance(replyMs);
			sandbox.receive({ phone: contacts.camille, text: 'Bonjour' });
		}
		sandbox.clock.advance(97 * HOUR_MS);
		return only().status;
	};

	test.each(['never', 'never-replied', '20m', '45m', '3h', '6h', '12h', '24h', '48h', '72h'])(
		'%s holds without a reply',
		async (condition) => expect(await followUp(condition, null)).toBe('sent'),
	);

	test.each([
		['never', 90 * HOUR_MS],
		['never-replied', 90 * HOUR_MS],
		['20m', 19 * MINUTE_MS],
		['45m', 44 * MINUTE_MS],
		['3h', 2.9 * HOUR_MS],
		['6h', 5.9 * HOUR_MS],
		['12h', 11.9 * HOUR_MS],
		['24h', 23.9 * HOUR_MS],
		['48h', 47.9 * HOUR_MS],
		['72h', 71.9 * HOUR_MS],
	])('%s does not hold after a reply in time', async (condition, replyMs) => {
		expect(await followUp(condition, replyMs)).toBe('skipped');
		expect(only().reason).toContain('replied');
	});

	test.each([
		['20m', 21 * MINUTE_MS],
		['45m', 46 * MINUTE_MS],
		['3h', 3.1 * HOUR_MS],
		['72h', 72.1 * HOUR_MS],
	])('%s holds after a later reply', async (condition, replyMs) =>
		expect(await followUp(condition, replyMs)).toBe('sent'),
	);

	test('never looks at the last message only, never-replied at all of them', async () => {
		wamidOf(await thank({}));
		sandbox.receive({ phone: contacts.camille, text: 'Bonjour' });
		wamidOf(await thank({}));
		await thank(inHours(1, { condition_one: 'never' }));
		await thank(inHours(1, { condition_one: 'never-replied' }));
		sandbox.clock.advance(2 * HOUR_MS);
		const statuses = Object.fromEntries(
			[...sandbox.state.scheduled.values()].map(({ conditions, status }) => [conditions.reply, status]),
		);
		expect(statuses).toEqual({ never: 'sent', 'never-replied': 'skipped' });
	});
});

describe('a condition on labels', () => {
	const outcome = async (c: string, v: string[], change?: () => void) => {
		await thank(inHours(1, { condition_two: { c, v } }), contacts.olivia);
		change?.();
		sandbox.clock.advance(HOUR_MS);
		return only().status;
	};

	test.each([
		['include', [labels.buyer], 'sent'],
		['include', [labels.seller], 'skipped'],
		['include', [labels.seller, labels.buyer], 'sent'],
		['not', [labels.seller], 'sent'],
		['not', [labels.buyer], 'skipped'],
	])('%s %j: %s', async (c, v, expected) => expect(await outcome(c, v)).toBe(expected));

	test('looks at the labels of the moment when the message is due', async () => {
		const relabel = () =>
			sandbox.state.updateContact(`notifyer/${contacts.olivia}`, { labels: [labels.seller] });
		expect(await outcome('include', [labels.buyer], relabel)).toBe('skipped');
		expect(only().reason).toContain('label');
	});
});
