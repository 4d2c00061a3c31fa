import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import { prepared } from '../prepared';
import type { Difference } from '../case';
import { highLevelCases } from '../case';

const { locationId, users } = DEMO;

const fieldsFor = (contactId: string) => ({
	contactIds: [contactId],
	owners: [users.amelia, users.ben],
	description: 'and ask about the heating',
	ignoreTaskCreation: true,
	rruleOptions: {
		intervalType: 'yearly',
		interval: 2,
		startDate: '2027-03-01T10:00:00.000Z',
		endDate: '2037-03-01T10:00:00.000Z',
		dueAfterSeconds: 129_600,
		count: 10,
		createTaskIfOverDue: true,
		dayOfMonth: 15,
		dayOfWeek: 'MO',
		monthOfYear: 3,
	},
});

const withContact = {
	prepare: ({ state }: HighLevelSandbox) => ({
		contactId: state.addContact({ locationId, firstName: 'Ada' }).id,
	}),
};

const withRecurringTask = {
	prepare: (sandbox: HighLevelSandbox) => {
		const { contactId } = withContact.prepare(sandbox);
		const recurringTaskId = sandbox.state.newId();
		const now = '2027-01-01T00:00:00.000Z';
		sandbox.state.recurringTasks.set(recurringTaskId, {
			id: recurringTaskId,
			locationId,
			title: 'Call the tenant',
			description: 'and ask about the heating',
			contactIds: [contactId],
			owners: [users.ben],
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
	owners: [users.amelia, users.ben],
};

export const cases = highLevelCases({
	create: {
		example: {
			...withContact,
			parameters: { title: 'Call the tenant', ...rule, additionalFields: further, options: {} },
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.locations.createRecurringTask(
				{ locationId },
				{ title: 'Call the tenant', ...fieldsFor(contactId) },
			),
		wrong: {
			parameters: { interval: 0 },
			message: '"Interval" must be a whole number of 1 or more',
			field: 'interval',
		},
	},
	get: {
		example: { ...withRecurringTask, parameters: { ...ofTheTask, simplify: false } },
		sdk: async (sdk, { recurringTaskId }) =>
			await sdk.locations.getRecurringTaskById({ locationId, id: recurringTaskId }),
		wrong: {
			parameters: { recurringTaskId: byId(UNKNOWN) },
			message: `Recurring task with id ${UNKNOWN} not found`,
		},
	},
	update: {
		example: {
			...withRecurringTask,
			parameters: { ...ofTheTask, updateFields: { title: 'Visit the tenant', ...rule, ...further } },
		},
		sdk: async (sdk, { contactId, recurringTaskId }) =>
			await sdk.locations.updateRecurringTask(
				{ locationId, id: recurringTaskId },
				{ title: 'Visit the tenant', ...fieldsFor(contactId) },
			),
		wrong: {
			parameters: { updateFields: { dayOfMonth: 32 } },
			message: '"Day of Month" must be a whole number from 1 to 31',
			field: 'dayOfMonth',
		},
	},
	delete: {
		example: { ...withRecurringTask, parameters: ofTheTask },
		sdk: async (sdk, { recurringTaskId }) =>
			await sdk.locations.deleteRecurringTask({ locationId, id: recurringTaskId }),
		wrong: {
			parameters: { recurringTaskId: byId('a/../b?x') },
			message: 'Recurring task with id a/../b?x not found',
		},
	},
});

export const differences: Difference[] = [
	{
		pattern:
			/^update: only the node sends GET \/locations\/\{locationId\}\/recurring-tasks\/\{recurringTaskId\}$/,
		reason: 'HighLevel takes a rule as a whole, so the parts of it that are not given are read',
	},
];
