import type { InvalidValues } from './invalidValues';

export const location: InvalidValues = {
	get: [{ options: { timeout: 0 } }, '"Timeout" must be a number of milliseconds, 1 or more', 'timeout'],
	getAll: [{ returnAll: false, limit: -1 }, '"Limit" must be a whole number of 1 or more', 'limit'],
};
