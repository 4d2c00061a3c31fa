import { DateTime, IANAZone } from 'luxon';
import { Rejection, wrongInput } from '../wire/errors';
import type { Input } from '../wire/input';
import type { ScheduleConditions } from '../records';

export interface Schedule {
	dueAtMs: number;
	conditions: ScheduleConditions;
}

const UNITS = { days: 86_400_000, hours: 3_600_000, min: 60_000 } as const;

/** Reply conditions with the time after the last message that they look at; `never` looks at all of it, and
 * `never-replied` at all messages. Source: published n8n node and Zapier app. */
export const REPLY_CONDITIONS: Readonly<Record<string, number>> = {
	never: Infinity,
	'never-replied': Infinity,
	'20m': 20 * UNITS.min,
	'45m': 45 * UNITS.min,
	'3h': 3 * UNITS.hours,
	'6h': 6 * UNITS.hours,
	'12h': 12 * UNITS.hours,
	'24h': 24 * UNITS.hours,
	'48h': 48 * UNITS.hours,
	'72h': 72 * UNITS.hours,
};

/** When a message is to be sent, and on which conditions.
 * @throws Rejection when the body does not tell, or tells a time that has passed */
export function scheduleOf(body: Input, nowMs: number): Schedule {
	const type = body.requiredText('schedule_type');
	const dueAtMs =
		type === 'relative' ? relative(body, nowMs) : type === 'specific' ? specific(body) : undefined;
	if (dueAtMs === undefined) throw wrongInput('schedule_type', 'relative or specific');
	if (dueAtMs <= nowMs) throw new Rejection('invalid_request', 'The scheduled time must be in the future');
	return { dueAtMs, conditions: conditionsOf(body) };
}

function relative(body: Input, nowMs: number): number {
	const unit = UNITS[body.requiredText('unit_of_time_name') as keyof typeof UNITS];
	if (!unit) throw wrongInput('unit_of_time_name', 'days, hours or min');
	const value = body.integer('unit_of_time_value');
	if (value === undefined || value < 1) throw wrongInput('unit_of_time_value', 'a positive integer');
	return nowMs + value * unit;
}

/** The clock on the wall of `time_zone`. The integrations write it in two ways, one with a Z that means nothing.
 * Source: published n8n node (`YYYY-MM-DDTHH:mm:ssZ`) and Zapier app (`YYYY-MM-DD HH:mm`, once with milliseconds). */
function specific(body: Input): number {
	const zone = body.requiredText('time_zone');
	if (!IANAZone.isValidZone(zone)) throw wrongInput('time_zone', 'a time zone such as Europe/Berlin');
	const text = body.requiredText('schedule_datetime_date');
	const isKnown = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$|^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text);
	const time = DateTime.fromISO(text.replace(' ', 'T').replace(/Z$/, ''), { zone });
	if (!isKnown || !time.isValid) {
		throw wrongInput('schedule_datetime_date', 'YYYY-MM-DDTHH:mm:ssZ or YYYY-MM-DD HH:mm');
	}
	return time.toMillis();
}

function conditionsOf(body: Input): ScheduleConditions {
	const reply = body.text('condition_one') || null;
	if (reply !== null && !(reply in REPLY_CONDITIONS)) {
		throw wrongInput('condition_one', `one of ${Object.keys(REPLY_CONDITIONS).join(', ')}`);
	}
	const second = body.object('condition_two');
	if (!second || second.names.length === 0) return { reply, labels: null };
	const kind = second.requiredText('c');
	if (kind !== 'include' && kind !== 'not') throw wrongInput('condition_two.c', 'include or not');
	return { reply, labels: { kind, labels: second.texts('v') } };
}
