import { byId } from '../../../../support/highLevel';
import { UNKNOWN } from '../operations';
import type { InvalidValues } from './invalidValues';

const notAColor = '"Color" is not a color: blue';

export const note: InvalidValues = {
	create: [{ additionalFields: { color: 'blue' } }, notAColor, 'color'],
	get: [{ noteId: byId(UNKNOWN) }, `Note with id ${UNKNOWN} not found`],
	getAll: [{ returnAll: false, limit: 1.5 }, '"Limit" must be a whole number of 1 or more', 'limit'],
	update: [{ updateFields: { color: 'blue' } }, notAColor, 'color'],
	delete: [{ noteId: byId('a/../b?x') }, 'Note with id a/../b?x not found'],
};
