import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { byId } from '../../../support/highLevel';
import { DEMO, fail, requestsTo, startSandbox, succeed, textsTo } from '../../../support/whatsAble';

const { olivia, jonas } = DEMO.contacts;
const { templates, labels } = DEMO;
const HOUR_MS = 3_600_000;

let sandbox: WhatsAbleSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const TEMPLATE: IDataObject = {
	phoneNumber: jonas,
	templateId: byId(templates.welcome),
	variables: { mappingMode: 'defineBelow', value: { body1: 'Jonas' } },
};

function sentFields(): IDataObject {
	return requestsTo(sandbox, '/send').at(-1)?.body as IDataObject;
}

test('a template waits for its delay and is sent then, not before', async () => {
	const [item] = await succeed(sandbox, 'message.scheduleTemplate', {
		parameters: { ...TEMPLATE, when: 'relative', delay: 7, delayUnit: 'hours' },
	});
	expect(item).toMatchObject({ success: true, phone_number: `+${jonas}` });
	expect(item).not.toHaveProperty('message_id');
	expect(sentFields()).toMatchObject({
		is_schedule: true,
		schedule_type: 'relative',
		unit_of_time_name: 'hours',
		unit_of_time_value: 7,
	});
	sandbox.clock.advance(6.9 * HOUR_MS);
	expect(textsTo(sandbox, jonas)).toEqual([]);
	sandbox.clock.advance(0.2 * HOUR_MS);
	expect(textsTo(sandbox, jonas)).toHaveLength(1);
});

test('a text is sent later while the 24 hours last', async () => {
	await succeed(sandbox, 'message.scheduleText', {
		parameters: { phoneNumber: olivia, text: 'Still coming?', when: 'relative', delay: 30, delayUnit: 'min' },
	});
	sandbox.clock.advance(31 * 60_000);
	expect(textsTo(sandbox, olivia)).toEqual(['Still coming?']);
});

test.each<[string, IDataObject, string, string | undefined]>([
	[
		'a time without an offset is in the zone that is given',
		{ sendAt: '2099-07-01T09:30:00', timeZone: 'America/New_York' },
		'2099-07-01T09:30:00Z',
		'America/New_York',
	],
	[
		"a time without a zone is in the workflow's",
		{ sendAt: '2099-07-01T09:30:00', timeZone: '' },
		'2099-07-01T09:30:00Z',
		'Europe/Berlin',
	],
	[
		'a time with an offset keeps its moment',
		{ sendAt: '2099-07-01T09:30:00Z', timeZone: 'Asia/Tokyo' },
		'2099-07-01T18:30:00Z',
		'Asia/Tokyo',
	],
	[
		'a luxon date of an expression keeps its moment',
		{ sendAt: "={{ DateTime.fromISO('2099-07-01T09:30:00+02:00') }}", timeZone: 'UTC' },
		'2099-07-01T07:30:00Z',
		'UTC',
	],
	['a day is its first moment', { sendAt: '2099-07-01', timeZone: 'UTC' }, '2099-07-01T00:00:00Z', 'UTC'],
])('%s', async (_, when, clock, zone) => {
	await succeed(sandbox, 'message.scheduleTemplate', {
		timezone: 'Europe/Berlin',
		parameters: { ...TEMPLATE, when: 'specific', ...when },
	});
	expect(sentFields()).toMatchObject({
		is_schedule: true,
		schedule_type: 'specific',
		schedule_datetime_date: clock,
		time_zone: zone,
	});
});

test('at the time of the clock on the wall there, the message is sent', async () => {
	const zone = 'America/New_York';
	const at = DateTime.fromMillis(sandbox.clock.nowMs, { zone }).plus({ hours: 3 }).startOf('minute');
	await succeed(sandbox, 'message.scheduleTemplate', {
		parameters: {
			...TEMPLATE,
			when: 'specific',
			sendAt: at.toFormat("yyyy-MM-dd'T'HH:mm:ss"),
			timeZone: zone,
		},
	});
	sandbox.clock.advance(at.toMillis() - sandbox.clock.nowMs - 1_000);
	expect(textsTo(sandbox, jonas)).toEqual([]);
	sandbox.clock.advance(2_000);
	expect(textsTo(sandbox, jonas)).toHaveLength(1);
});

test('a follow-up is not sent to somebody who has replied meanwhile', async () => {
	await succeed(sandbox, 'message.sendText', { parameters: { phoneNumber: olivia, text: 'Ten or eleven?' } });
	await succeed(sandbox, 'message.scheduleText', {
		parameters: {
			phoneNumber: olivia,
			text: 'Did you see my question?',
			when: 'relative',
			delay: 2,
			delayUnit: 'hours',
			conditions: { replyCondition: 'never' },
		},
	});
	sandbox.clock.advance(HOUR_MS);
	sandbox.receive({ phone: olivia, text: 'Ten' });
	sandbox.clock.advance(2 * HOUR_MS);
	expect(textsTo(sandbox, olivia)).toEqual(['Ten or eleven?']);
	expect(sentFields()).toMatchObject({ condition_one: 'never' });
});

test.each([
	['not', 0],
	['include', 1],
])('labels decide whether a message is sent: %s', async (labelCondition, count) => {
	await succeed(sandbox, 'message.scheduleTemplate', {
		parameters: {
			...TEMPLATE,
			when: 'relative',
			delay: 1,
			delayUnit: 'days',
			conditions: { labelCondition, conditionLabels: ['seller'] },
		},
	});
	expect(sentFields().condition_two).toEqual({ c: labelCondition, v: [labels.seller] });
	sandbox.clock.advance(25 * HOUR_MS);
	expect(textsTo(sandbox, jonas)).toHaveLength(count);
});

test.each<[string, IDataObject, RegExp]>([
	[
		'a time that has passed',
		{ when: 'specific', sendAt: '2020-01-01T10:00:00', timeZone: 'UTC' },
		/"Send At" is in the past: 2020-01-01 10:00 in UTC/,
	],
	[
		'a zone that does not exist',
		{ when: 'specific', sendAt: '2099-01-01', timeZone: 'Berlin' },
		/no time zone "Berlin"/,
	],
	['no time', { when: 'specific', sendAt: '={{ $json.none }}', timeZone: 'UTC' }, /"Send At" is empty/],
	[
		'something else than a time',
		{ when: 'specific', sendAt: 'tomorrow', timeZone: 'UTC' },
		/"Send At" is not a date: tomorrow/,
	],
	[
		'no delay',
		{ when: 'relative', delay: 0, delayUnit: 'min' },
		/"Delay" must be a whole number of 1 or more/,
	],
	['half a delay', { when: 'relative', delay: 1.5, delayUnit: 'hours' }, /"Delay" must be a whole number/],
	[
		'a label condition without labels',
		{ when: 'relative', delay: 1, delayUnit: 'hours', conditions: { labelCondition: 'include' } },
		/"Label Condition" has no labels/,
	],
])('%s is refused, and nothing is scheduled', async (_, when, message) => {
	const error = await fail(sandbox, 'message.scheduleTemplate', { parameters: { ...TEMPLATE, ...when } });
	expect(error.message).toMatch(message);
	expect(requestsTo(sandbox, '/messages/send')).toEqual([]);
});
