import type { InvalidValues } from './invalidValues';

export const campaign: InvalidValues = {
	getAll: [{ filters: { status: ['draft'] } }, '"Status" must be text, but it is a list', 'Status'],
};
