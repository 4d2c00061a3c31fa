import { byId } from '../../../../support/highLevel';
import { UNKNOWN } from '../operations';
import type { InvalidValues } from './invalidValues';

export const business: InvalidValues = {
	create: [{ additionalFields: { city: ['a', 'b'] } }, '"City" must be text, but it is a list', 'City'],
	get: [{ businessId: byId(UNKNOWN) }, `Business with id ${UNKNOWN} not found`],
	getAll: [{ returnAll: false, limit: 0 }, '"Limit" must be a whole number of 1 or more', 'limit'],
	update: [{ updateFields: { name: '={{ $json.nothing }}' } }, 'There is nothing to update', 'updateFields'],
	delete: [{ businessId: byId('a/../b?x') }, 'Business with id a/../b?x not found'],
};
