import { byId, DEMO } from '../../support/highLevel';
import { highLevelCases } from '../case';
import { wrongLimit } from '../wrongValues';

const { locationId, calendars, calendarGroups } = DEMO;

export const cases = highLevelCases({
	get: {
		example: {
			parameters: { calendarId: byId(calendars.viewings), simplify: false, options: {} },
		},
		sdk: async (sdk) => await sdk.calendars.getCalendar({ calendarId: calendars.viewings }),
		wrong: { parameters: { calendarId: byId('a/../b?x') }, message: 'Calendar with id a/../b?x not found' },
	},
	getAll: {
		example: {
			parameters: {
				returnAll: true,
				limit: 50,
				simplify: false,
				filters: { groupId: byId(calendarGroups.showings), showDrafted: false },
				options: {},
			},
		},
		sdk: async (sdk) =>
			await sdk.calendars.getCalendars({
				locationId,
				groupId: calendarGroups.showings,
				showDrafted: false,
			}),
		wrong: wrongLimit(0),
	},
});
