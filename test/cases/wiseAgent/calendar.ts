import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import type { WiseAgentCase } from '../case';
import { notADate } from '../wrongValues';

const all = { returnAll: true, limit: 50, options: {} };

export const cases: Record<string, WiseAgentCase> = {
	create: {
		example: {
			parameters: {
				eventName: 'Viewing',
				start: '2027-03-01T10:30:00',
				additionalFields: { allDay: false, end: '2027-03-01T11:30:00' },
				options: {},
			},
		},
		wrong: {
			parameters: { additionalFields: { end: '2027-02-28T10:00:00' } },
			message: '"End" lies before "Start"',
			field: 'end',
		},
	},
	getAll: {
		example: {
			prepare: ({ state }: WiseAgentSandbox) => {
				state.plannerEvents.set('269399', {
					...{ PlannerID: 269399, Subject: 'Early Morning Meeting', Memo: null },
					...{ startsAt: '2027-03-01T17:00:00.000Z', endsAt: '2027-03-01T17:30:00.000Z' },
					...{ AllDayEvent: false, Completed: false, location: '', InsideTeamID: 0, Attendees: 'C1234' },
				});
				return {};
			},
			parameters: { ...all, startDate: '2027-03-01', endDate: '2027-03-02' },
		},
		wrong: { parameters: { startDate: 'soon' }, message: notADate('From'), field: 'From' },
	},
};
