import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { byId, DEMO } from '../../../support/wiseAgent';
import type { ResourceExamples } from './example';
import { prepared, withContact } from './example';

const all = { returnAll: true, limit: 50, options: {} };

const withProgram = {
	prepare: (sandbox: WiseAgentSandbox) => {
		const programs = [...sandbox.state.programs.values()];
		return { ...withContact.prepare(sandbox), programId: String(programs[0]?.ProgramID) };
	},
};

export const calendar: ResourceExamples = {
	create: {
		parameters: {
			eventName: 'Viewing',
			start: '2027-03-01T10:30:00',
			additionalFields: { allDay: false, end: '2027-03-01T11:30:00' },
			options: {},
		},
	},
	getAll: {
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
};

export const category: ResourceExamples = {
	count: { ...withContact, parameters: { category: byId(DEMO.categories.buyer), options: {} } },
	create: { parameters: { names: 'New Lead, Prospect', options: {} } },
	getAll: { ...withContact, parameters: all },
};

export const pipeline: ResourceExamples = { getAll: { parameters: all } };

export const program: ResourceExamples = {
	addContact: {
		...withProgram,
		parameters: { contactId: prepared('contactId'), programID: prepared('programId'), options: {} },
	},
	getAll: { parameters: all },
};

export const source: ResourceExamples = { getAll: { parameters: all } };

export const team: ResourceExamples = { getAll: { parameters: { ...all, team: 'inside' } } };

export const user: ResourceExamples = { get: { parameters: { options: {} } } };

const withVendor = {
	prepare: ({ state }: WiseAgentSandbox) => {
		state.vendors.set('V26855', {
			...{ VendorID: 'V26855', Company: 'Wise Inspections', ContactName: 'Bill', AlternateContact: '' },
			...{ Address: '281 E. 56th st', City: 'Scottsdale', State: 'AZ', Zip: '11111', Phone: '' },
			...{ ContactPhone: '111-111-1111', Fax: '', Email: 'bill@example.com', Url: '', Type: 'Title' },
		});
		return {};
	},
};

export const vendor: ResourceExamples = {
	get: { ...withVendor, parameters: { vendorId: 'V26855', options: {} } },
	getAll: { ...withVendor, parameters: { ...all, filters: { types: 'Title', nameQuery: 'Bill' } } },
};
