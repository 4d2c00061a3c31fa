import pLimit from 'p-limit';

import { Failure } from '../../../../../core/failure';
import { numberOf } from '../../../../../core/polling/settings';
import { textOf } from '../../../../../core/values/texts';
import type { HighLevelClient } from '../../../../api/client';
import { undefinedWhenGone } from '../../../../api/errors';
import type { Appointment, AppointmentsOf, Span } from '../../../../api/records/appointments';
import { appointments } from '../../../../api/records/appointments';
import { calendars } from '../../../../api/records/calendars';
import type { PollSettings } from '../../kind';
import { DEFAULT_DAYS_AHEAD, DEFAULT_DAYS_BACK } from './fields';

/** Whose appointments are looked at; `all` for those of all calendars of the location. */
export type Owner = AppointmentsOf | 'all';

const FIELDS = {
	calendar: ['calendarId', 'Calendar'],
	group: ['groupId', 'Calendar Group'],
	user: ['userId', 'User'],
} as const;

/** Throws a `Failure` where it is not chosen whose. */
export function ownerIn({ value }: PollSettings): Owner {
	const kind = value('appointmentsOf', 'all');
	if (kind !== 'calendar' && kind !== 'group' && kind !== 'user') return 'all';
	const [name, label] = FIELDS[kind];
	const id = textOf(value(name, ''), label);
	if (id !== '') return { [name]: id } as AppointmentsOf;
	throw new Failure(`"${label}" is empty`, 'Choose whose appointments to look at, or all calendars.', {
		field: name,
	});
}

const DAY_MS = 86_400_000;

/** So many calendars are read at once. */
const CONCURRENT_READS = 10;

/**
 * The appointments that begin within the days to look at. HighLevel has no list of those that have changed, and none of
 * a whole location: one request for each calendar. Source: official specifications, calendars (`GET /calendars/events`
 * wants a calendar, a group or a user, and a time within which the appointments begin).
 */
export async function appointmentsOf(
	any: HighLevelClient,
	owner: Owner,
	settings: PollSettings,
): Promise<Appointment[]> {
	const span = spanIn(settings, any.account.serverTime(Date.now()));
	const api = any.needing(appointments.list);
	if (owner !== 'all') return await appointments.list(api, { ...owner, ...span });
	const all = await calendars.list(any.needing(calendars.list, appointments.list), {});
	const limit = pLimit(CONCURRENT_READS);
	const read = async (calendarId: string) =>
		// A calendar may be deleted meanwhile.
		(await appointments.list(api, { calendarId, ...span }).catch(undefinedWhenGone)) ?? [];
	const lists = await Promise.all(all.map(({ id }) => limit(async () => await read(id)))).finally(() =>
		limit.clearQueue(),
	);
	return lists.flat();
}

function spanIn({ value }: PollSettings, now: number): Span {
	const days = (name: string, label: string, fallback: number, least: number) =>
		numberOf(value(`options.${name}`, fallback), label, least) * DAY_MS;
	return {
		fromMs: now - days('daysBack', 'Days Back', DEFAULT_DAYS_BACK, 0),
		toMs: now + days('daysAhead', 'Days Ahead', DEFAULT_DAYS_AHEAD, 1),
	};
}
