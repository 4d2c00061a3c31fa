import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const { companyId, locationId, users } = DEMO;

const calls: SdkComparison['calls'] = {
	get: async (sdk) => await sdk.users.getUser({ userId: users.ben }),
	getAll: async (sdk) =>
		await sdk.users.searchUsers({
			companyId,
			locationId,
			query: 'ben',
			role: 'user',
			type: 'account',
			skip: '0',
			limit: '100',
		}),
};

const differences: SdkComparison['differences'] = [
	{
		pattern: /^getAll: only the node sends GET \/locations\/\{locationId\}$/,
		reason:
			'Users are searched by the id of the agency, which the operator need not know: the location has it',
	},
];

export const user: SdkComparison = { calls, differences };
