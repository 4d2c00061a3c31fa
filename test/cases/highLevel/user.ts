import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import type { Difference } from '../case';
import { highLevelCases } from '../case';

const { companyId, locationId, users } = DEMO;

export const cases = highLevelCases({
	get: {
		example: { parameters: { userId: byId(users.ben), simplify: true, options: {} } },
		sdk: async (sdk) => await sdk.users.getUser({ userId: users.ben }),
		wrong: { parameters: { userId: byId(UNKNOWN) }, message: `User with id ${UNKNOWN} not found` },
	},
	getAll: {
		example: {
			parameters: {
				returnAll: true,
				limit: 50,
				simplify: true,
				filters: { query: 'ben', role: 'user', type: 'account' },
				options: {},
			},
		},
		sdk: async (sdk) =>
			await sdk.users.searchUsers({
				companyId,
				locationId,
				query: 'ben',
				role: 'user',
				type: 'account',
				skip: '0',
				limit: '100',
			}),
		wrong: {
			parameters: { filters: { query: ['a', 'b'] } },
			message: '"Search Text" must be text, but it is a list',
			field: 'Search Text',
		},
	},
});

export const differences: Difference[] = [
	{
		pattern: /^getAll: only the node sends GET \/locations\/\{locationId\}$/,
		reason:
			'Users are searched by the id of the agency, which the operator need not know: the location has it',
	},
];
