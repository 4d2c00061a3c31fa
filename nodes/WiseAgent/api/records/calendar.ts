import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { createOnce, isCreatedHere } from '../../../core/creating';
import { listIn } from '../answers';
import type { WiseAgentClient } from '../client';
import { isSameWording } from '../sameWording';

/**
 * The events of the calendar in a span; repeating ones come one by one.
 *
 * @param span `YYYY-MM-DD HH:mm` in Arizona
 */
export async function listEvents(
	api: WiseAgentClient,
	span: { startDate: string; endDate: string },
): Promise<IDataObject[]> {
	const events = listIn(await api.read('getCalendar', span), 'data');
	if (!events || events.some((event) => !('PlannerID' in event))) throw api.notWiseAgent();
	return events;
}

export interface NewEvent {
	eventName: string;
	/** In Arizona. */
	start: DateTime;
	/** In Arizona; without it, Wise Agent decides. */
	end?: DateTime;
	isAllDay: boolean;
}

/** Adds an event, once. Wise Agent answers no id, so the events of these days are read before and after. */
export async function createEvent(api: WiseAgentClient, event: NewEvent): Promise<IDataObject> {
	const { start, end = start, eventName } = event;
	const format = 'yyyy-MM-dd HH:mm';
	const span = {
		startDate: start.startOf('day').toFormat(format),
		endDate: end.endOf('day').toFormat(format),
	};
	let before = new Set<unknown>();
	const look = async () =>
		(await listEvents(api, span)).find(
			({ PlannerID, Subject }) =>
				!before.has(PlannerID) && !isCreatedHere(keyOf(api, PlannerID)) && isSameWording(Subject, eventName),
		);
	return await createOnce<IDataObject>({
		among: [`${api.accountKey}/calendar`],
		send: async (find) => {
			before = new Set((await listEvents(api, span)).map(({ PlannerID }) => PlannerID));
			const form = formOf(event);
			await api.create('addPlannerEvent', form, find);
			return (await look()) ?? form;
		},
		createdIn: (answer) => answer as IDataObject,
		look,
		keysOf: ({ PlannerID }) => (PlannerID === undefined ? [] : [keyOf(api, PlannerID)]),
		unexpected: () => api.notWiseAgent(),
		signal: api.signal,
	});
}

function keyOf(api: WiseAgentClient, plannerId: unknown): string {
	return `${api.accountKey}/event/${String(plannerId)}`;
}

/** Date, time and half of the day go apart. Source: official API page. */
function formOf({ eventName, start, end, isAllDay }: NewEvent): Record<string, string> {
	const time = 'hh:mm';
	return {
		eventName,
		eventStartDate: start.toFormat('yyyy-MM-dd'),
		...(isAllDay ? {} : { eventStartTime: start.toFormat(time), eventAMPM: start.toFormat('a') }),
		...(end ? { eventEndDate: end.toFormat('yyyy-MM-dd') } : {}),
		...(end && !isAllDay ? { eventEndTime: end.toFormat(time), eventEndAMPM: end.toFormat('a') } : {}),
	};
}
