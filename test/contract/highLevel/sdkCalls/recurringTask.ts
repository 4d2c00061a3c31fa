import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

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

const calls: SdkComparison['calls'] = {
	create: async (sdk, { contactId }) =>
		await sdk.locations.createRecurringTask(
			{ locationId },
			{ title: 'Call the tenant', ...fieldsFor(contactId) },
		),
	get: async (sdk, { recurringTaskId }) =>
		await sdk.locations.getRecurringTaskById({ locationId, id: recurringTaskId }),
	update: async (sdk, { contactId, recurringTaskId }) =>
		await sdk.locations.updateRecurringTask(
			{ locationId, id: recurringTaskId },
			{ title: 'Visit the tenant', ...fieldsFor(contactId) },
		),
	delete: async (sdk, { recurringTaskId }) =>
		await sdk.locations.deleteRecurringTask({ locationId, id: recurringTaskId }),
};

const differences: SdkComparison['differences'] = [
	{
		pattern:
			/^update: only the node sends GET \/locations\/\{locationId\}\/recurring-tasks\/\{recurringTaskId\}$/,
		reason: 'HighLevel takes a rule as a whole, so the parts of it that are not given are read',
	},
];

export const recurringTask: SdkComparison = { calls, differences };
