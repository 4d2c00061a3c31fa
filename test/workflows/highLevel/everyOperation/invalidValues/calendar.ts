import { byId } from '../../../../support/highLevel';
import type { InvalidValues } from './invalidValues';

export const calendar: InvalidValues = {
	get: [{ calendarId: byId('a/../b?x') }, 'Calendar with id a/../b?x not found'],
	getAll: [{ returnAll: false, limit: 0 }, '"Limit" must be a whole number of 1 or more', 'limit'],
};
