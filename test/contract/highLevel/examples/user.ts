import { byId, DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';

export const user: ResourceExamples = {
	get: { parameters: { userId: byId(DEMO.users.ben), simplify: true, options: {} } },
	getAll: {
		parameters: {
			returnAll: true,
			limit: 50,
			simplify: true,
			filters: { query: 'ben', role: 'user', type: 'account' },
			options: {},
		},
	},
};
