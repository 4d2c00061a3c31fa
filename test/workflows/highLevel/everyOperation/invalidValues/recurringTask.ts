import { byId } from '../../../../support/highLevel';
import { UNKNOWN } from '../operations';
import type { InvalidValues } from './invalidValues';

export const recurringTask: InvalidValues = {
	create: [{ interval: 0 }, '"Interval" must be a whole number of 1 or more', 'interval'],
	get: [{ recurringTaskId: byId(UNKNOWN) }, `Recurring task with id ${UNKNOWN} not found`],
	update: [
		{ updateFields: { dayOfMonth: 32 } },
		'"Day of Month" must be a whole number from 1 to 31',
		'dayOfMonth',
	],
	delete: [{ recurringTaskId: byId('a/../b?x') }, 'Recurring task with id a/../b?x not found'],
};
