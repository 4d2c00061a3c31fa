import { DEMO } from '../../support/highLevel';
import { highLevelCases } from '../case';

const { locationId } = DEMO;

export const cases = highLevelCases({
	getAll: {
		example: {
			parameters: { returnAll: true, limit: 50, filters: { status: 'published' }, options: {} },
		},
		sdk: async (sdk) => await sdk.campaigns.getCampaigns({ locationId, status: 'published' }),
		wrong: {
			parameters: { filters: { status: ['draft', 'published'] } },
			message: '"Status" takes one option, not a list of 2',
			field: 'Status',
		},
	},
});
