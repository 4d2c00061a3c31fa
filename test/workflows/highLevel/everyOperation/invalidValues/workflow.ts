import type { InvalidValues } from './invalidValues';

export const workflow: InvalidValues = {
	getAll: [{ returnAll: false, limit: 0 }, '"Limit" must be a whole number of 1 or more', 'limit'],
};
