import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { Answer } from './support';
import { call, DEMO, locationId } from './support';

/** A Monday of winter time in New York: 14:00 UTC is nine o'clock there. */
export const MONDAY = '2040-03-05';

/** A time of that day in New York. */
export const at = (time: string): string => `${MONDAY}T${time}:00-05:00`;

/** Ends of a day in ms since the epoch, by its hours in New York in winter. */
export const dayRange = (day: string, days = 1) => {
	const startDate = Date.parse(`${day}T00:00:00-05:00`);
	return { startDate, endDate: startDate + days * 86_400_000 - 1 };
};

/** Asks for the free slots of a calendar. */
export function askSlots(
	sandbox: HighLevelSandbox,
	query: Record<string, string | number>,
	calendarId: string = DEMO.calendars.viewings,
	options: Parameters<typeof call>[4] = {},
): Promise<Answer> {
	const asked = new URLSearchParams(
		Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
	);
	return call(sandbox, 'GET', `/calendars/${calendarId}/free-slots?${asked.toString()}`, undefined, options);
}

/** Free slots of the Monday as `HH:mm` in New York. */
export async function mondaySlots(
	sandbox: HighLevelSandbox,
	calendarId?: string,
	query: Record<string, string> = {},
): Promise<string[]> {
	const { status, body } = await askSlots(sandbox, { ...dayRange(MONDAY), ...query }, calendarId);
	if (status !== 200) throw new Error(JSON.stringify(body));
	const { slots = [] } = (body[MONDAY] ?? {}) as { slots?: string[] };
	return slots.map((slot) => slot.slice(11, 16));
}

/** Books a viewing on the Monday at nine unless told. */
export function book(
	sandbox: HighLevelSandbox,
	contactId: string,
	fields: Record<string, unknown> = {},
	options: Parameters<typeof call>[4] = {},
): Promise<Answer> {
	const body = {
		calendarId: DEMO.calendars.viewings,
		locationId,
		contactId,
		startTime: at('09:00'),
		...fields,
	};
	return call(sandbox, 'POST', '/calendars/events/appointments', body, options);
}

/** A token of the demo location with these scopes only. */
export async function tokenWith(sandbox: HighLevelSandbox, ...scopes: string[]): Promise<string> {
	const options = { token: null, version: null };
	const { body } = await call(sandbox, 'POST', '/__sandbox/tokens', { scopes }, options);
	return body.token as string;
}
