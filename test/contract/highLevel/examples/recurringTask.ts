import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';
import { prepared } from './example';

const withContact = {
	prepare: ({ state }: HighLevelSandbox) => ({
		contactId: state.addContact({ locationId: DEMO.locationId, firstName: 'Ada' }).id,
	}),
};

const withRecurringTask = {
	prepare: (sandbox: HighLevelSandbox) => {
		const { contactId } = withContact.prepare(sandbox);
		const recurringTaskId = sandbox.state.newId();
		const now = '2027-01-01T00:00:00.000Z';
		sandbox.state.recurringTasks.set(recurringTaskId, {
			id: recurringTaskId,
			locationId: DEMO.locationId,
			title: 'Call the tenant',
			description: 'and ask about the heating',
			contactIds: [contactId],
			owners: [DEMO.users.ben],
			rruleOptions: {
				intervalType: 'weekly',
				interval: 1,
				startDate: '2027-03-01T10:00:00.000Z',
				dayOfWeek: 'MO',
				dueAfterSeconds: 3600,
			},
			totalOccurrence: 1,
			dateAdded: now,
			dateUpdated: now,
		});
		return { contactId, recurringTaskId };
	},
};

const ofTheTask = { recurringTaskId: prepared('recurringTaskId'), options: {} };

const rule = {
	intervalType: 'yearly',
	interval: 2,
	startDate: '2027-03-01T10:00:00',
	dueAfterHours: 36,
};

const further = {
	contactIds: '={{ $json.contactId }}',
	count: 10,
	createTaskIfOverDue: true,
	dayOfMonth: 15,
	dayOfWeek: 'MO',
	description: 'and ask about the heating',
	endDate: '2037-03-01T10:00:00',
	ignoreTaskCreation: true,
	monthOfYear: 3,
	owners: [DEMO.users.amelia, DEMO.users.ben],
};

export const recurringTask: ResourceExamples = {
	create: {
		...withContact,
		parameters: { title: 'Call the tenant', ...rule, additionalFields: further, options: {} },
	},
	get: { ...withRecurringTask, parameters: { ...ofTheTask, simplify: false } },
	update: {
		...withRecurringTask,
		parameters: { ...ofTheTask, updateFields: { title: 'Visit the tenant', ...rule, ...further } },
	},
	delete: { ...withRecurringTask, parameters: ofTheTask },
};
