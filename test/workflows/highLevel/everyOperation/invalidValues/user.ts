import { byId } from '../../../../support/highLevel';
import { UNKNOWN } from '../operations';
import type { InvalidValues } from './invalidValues';

export const user: InvalidValues = {
	get: [{ userId: byId(UNKNOWN) }, `User with id ${UNKNOWN} not found`],
	getAll: [{ filters: { query: ['a', 'b'] } }, '"Search Text" must be text, but it is a list', 'Search Text'],
};
