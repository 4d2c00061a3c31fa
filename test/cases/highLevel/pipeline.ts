import { highLevelCases } from '../case';
import { DEMO } from '../../support/highLevel';
import { wrongLimit } from '../wrongValues';

export const cases = highLevelCases({
	getAll: {
		example: { parameters: { returnAll: true, limit: 50, options: {} } },
		sdk: async (sdk) => await sdk.opportunities.getPipelines({ locationId: DEMO.locationId }),
		wrong: wrongLimit(0),
	},
});
