import { byId } from '../../../../support/highLevel';
import { UNKNOWN } from '../operations';
import type { InvalidValues } from './invalidValues';

export const tag: InvalidValues = {
	create: [{ name: ['a', 'b'] }, '"Name" must be text, but it is a list', 'Name'],
	get: [{ tagId: byId(UNKNOWN) }, `Tag with id ${UNKNOWN} not found`],
	getAll: [{ returnAll: false, limit: 1.5 }, '"Limit" must be a whole number of 1 or more', 'limit'],
	update: [{ name: ' ' }, '"New Name" is empty', 'name'],
	delete: [{ tagId: byId('a/../b?x') }, 'Tag with id a/../b?x not found'],
};
