import { byId } from '../../../../support/highLevel';
import type { InvalidValues } from './invalidValues';

export const appointmentNote: InvalidValues = {
	create: [{ body: '={{ $json.nothing }}' }, '"Body" is empty', 'body'],
	getAll: [{ returnAll: false, limit: 1.5 }, '"Limit" must be a whole number of 1 or more', 'limit'],
	update: [
		{ body: 'x'.repeat(5001) },
		`HighLevel refused the data: "Body" must be shorter than or equal to 5000 characters, but it is ${'x'.repeat(60)}…`,
		'body',
	],
	delete: [{ noteId: byId('a/../b?x') }, 'Note with id a/../b?x not found'],
};
