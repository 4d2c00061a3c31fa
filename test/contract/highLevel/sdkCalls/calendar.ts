import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const { locationId, calendars, calendarGroups } = DEMO;

const calls: SdkComparison['calls'] = {
	get: async (sdk) => await sdk.calendars.getCalendar({ calendarId: calendars.viewings }),
	getAll: async (sdk) =>
		await sdk.calendars.getCalendars({
			locationId,
			groupId: calendarGroups.showings,
			showDrafted: false,
		}),
};

export const calendar: SdkComparison = { calls };
