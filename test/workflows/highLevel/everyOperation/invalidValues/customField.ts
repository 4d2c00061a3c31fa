import { byId } from '../../../../support/highLevel';
import { UNKNOWN } from '../operations';
import type { InvalidValues } from './invalidValues';

export const customField: InvalidValues = {
	create: [
		{ dataType: 'DATE' },
		'"Choices or Boxes" does not go with the data type Date Picker',
		'textBoxListOptions',
	],
	get: [{ customFieldId: byId(UNKNOWN) }, `Custom field with id ${UNKNOWN} not found`],
	getAll: [{ returnAll: false, limit: 0 }, '"Limit" must be a whole number of 1 or more', 'limit'],
	update: [
		{ updateFields: { maxNumberOfFiles: 3 } },
		'"Max Number of Files" does not go with the data type Dropdown (Single)',
		'maxNumberOfFiles',
	],
	delete: [{ customFieldId: byId('a/../b?x') }, 'Custom field with id a/../b?x not found'],
};
