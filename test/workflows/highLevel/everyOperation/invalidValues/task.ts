import { byId } from '../../../../support/highLevel';
import { UNKNOWN } from '../operations';
import type { InvalidValues } from './invalidValues';

const timeout = '"Timeout" must be a number of milliseconds, 1 or more';

export const task: InvalidValues = {
	create: [{ dueDate: 'soon' }, '"Due Date" is not a date: soon', 'Due Date'],
	get: [{ taskId: byId(UNKNOWN) }, `Task with id ${UNKNOWN} not found`],
	getAll: [{ returnAll: false, limit: 0 }, '"Limit" must be a whole number of 1 or more', 'limit'],
	update: [{ updateFields: { title: '={{ $json.nothing }}' } }, 'There is nothing to update', 'updateFields'],
	complete: [{ options: { timeout: 0 } }, timeout, 'timeout'],
	reopen: [{ options: { timeout: -1 } }, timeout, 'timeout'],
	delete: [{ taskId: byId('a/../b?x') }, 'Task with id a/../b?x not found'],
	search: [{ filters: { query: ['a', 'b'] } }, '"Search Text" must be text, but it is a list', 'Search Text'],
};
