import { byId, DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';

export const calendar: ResourceExamples = {
	get: {
		parameters: { calendarId: byId(DEMO.calendars.viewings), simplify: false, options: {} },
	},
	getAll: {
		parameters: {
			returnAll: true,
			limit: 50,
			simplify: false,
			filters: { groupId: byId(DEMO.calendarGroups.showings), showDrafted: false },
			options: {},
		},
	},
};
