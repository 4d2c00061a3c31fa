import type { InvalidValues } from './invalidValues';

export const campaign: InvalidValues = {
	getAll: [
		{ filters: { status: ['draft', 'published'] } },
		'"Status" takes one option, not a list of 2',
		'Status',
	],
};
