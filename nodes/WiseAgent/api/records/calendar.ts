import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Looked } from '../../../core/sending/creating';
import { createdAmong, createOnce } from '../../../core/sending/creating';
import { afterDone } from '../../../core/sending/done';
import { isObject } from '../../../core/values/objects';
import { isId } from '../reading/answers';
import type { WiseAgentClient } from '../client';
import { isSameWording } from '../sameWording';
import { making } from '../../../core/operation/request';
import { creating, reading } from '../request';

const getCalendar = reading('getCalendar', 'calendar');

/** Its own section names the scope planner, which the list of scopes does not have. */
const addPlannerEvent = creating('addPlannerEvent', 'calendar', 'planner');

/**
 * The events of the calendar in a span; repeating ones come one by one.
 *
 * @param span `YYYY-MM-DD HH:mm` in Arizona
 */
export const listEvents = making(
	getCalendar,
	[],
	async (api: WiseAgentClient, span: { startDate: string; endDate: string }): Promise<IDataObject[]> => {
		return api.recordsIn(await getCalendar(api, span), 'PlannerID', 'data');
	},
);

export interface NewEvent {
	eventName: string;
	/** In Arizona. */
	start: DateTime;
	/** In Arizona; without it, Wise Agent decides. */
	end?: DateTime;
	isAllDay: boolean;
}

/** Adds an event, once. Wise Agent answers no id, so the events of these days are read before and after. */
export const createEvent = making(
	addPlannerEvent,
	[listEvents],
	async (api: WiseAgentClient, event: NewEvent): Promise<IDataObject> => {
		const { start, end = start, eventName } = event;
		const format = 'yyyy-MM-dd HH:mm';
		// It may be kept in another zone.
		const span = {
			startDate: start.minus({ days: 1 }).startOf('day').toFormat(format),
			endDate: end.plus({ days: 1 }).endOf('day').toFormat(format),
		};
		const done = { what: `The event "${eventName}" was created`, details: { created: true } };
		let before = new Set<unknown>();
		const look = async (): Promise<Looked<IDataObject>> =>
			createdAmong(
				await listEvents(api, span),
				({ PlannerID }) =>
					before.has(PlannerID) || api.account.hasCreated(keyOf(PlannerID)) ? 'older' : 'new',
				({ Subject }) => isSameWording(Subject, eventName),
			);
		return await createOnce<IDataObject>(api.account, {
			among: ['calendar'],
			send: async (find) => {
				before = new Set((await listEvents(api, span)).map(({ PlannerID }) => PlannerID));
				const form = formOf(event);
				const answer = await addPlannerEvent(api, form, find);
				if (isObject(answer) && isId(answer.PlannerID)) return answer;
				const looked = await afterDone(done, look);
				return typeof looked === 'string' ? form : looked.created;
			},
			createdIn: (answer) => answer as IDataObject,
			look,
			keysOf: ({ PlannerID }) => (PlannerID === undefined ? [] : [keyOf(PlannerID)]),
			unexpected: () => api.unclear('addPlannerEvent'),
			signal: api.signal,
		});
	},
);

function keyOf(plannerId: unknown): string {
	return `event/${String(plannerId)}`;
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
