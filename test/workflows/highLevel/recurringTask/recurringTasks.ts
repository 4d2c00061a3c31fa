import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox, RecurringTaskRecord } from '../../../../sandbox/highLevel';
import { succeed } from '../../../support/odd/outcomes';

export const NEW_YORK = 'America/New_York';

/** Parameters of a recurring task that is made every week. */
export const WEEKLY: IDataObject = {
	title: 'Call the tenant',
	intervalType: 'weekly',
	interval: 1,
	startDate: '2027-03-01T10:00:00',
	dueAfterHours: 24,
};

/** Makes a weekly task; the requests for that are forgotten. */
export async function createWeekly(
	sandbox: HighLevelSandbox,
	additionalFields: IDataObject = {},
): Promise<IDataObject> {
	const parameters = { ...WEEKLY, additionalFields };
	const [task = {}] = await succeed(sandbox, 'recurringTask.create', { parameters, timezone: NEW_YORK });
	sandbox.requests.length = 0;
	return task;
}

/** All recurring tasks, in the order in which they were stored. */
export function stored(sandbox: HighLevelSandbox): Array<Readonly<RecurringTaskRecord>> {
	return [...sandbox.state.recurringTasks.values()];
}

/** The body of the last request. */
export function sent(sandbox: HighLevelSandbox): IDataObject {
	return sandbox.requests.at(-1)?.body as IDataObject;
}
