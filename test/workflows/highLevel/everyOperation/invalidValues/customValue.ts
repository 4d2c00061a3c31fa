import { byId } from '../../../../support/highLevel';
import { UNKNOWN } from '../operations';
import type { InvalidValues } from './invalidValues';

export const customValue: InvalidValues = {
	create: [{ value: '={{ $json.nothing }}' }, '"Value" is empty', 'value'],
	get: [{ customValueId: byId(UNKNOWN) }, `Custom value with id ${UNKNOWN} not found`],
	getAll: [{ returnAll: false, limit: 1.5 }, '"Limit" must be a whole number of 1 or more', 'limit'],
	update: [{ updateFields: { value: ['a', 'b'] } }, '"Value" must be text, but it is a list', 'Value'],
	delete: [{ customValueId: byId('a/../b?x') }, 'Custom value with id a/../b?x not found'],
};
