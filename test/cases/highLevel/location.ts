import { DEMO } from '../../support/highLevel';
import { highLevelCases } from '../case';
import { wrongLimit, wrongTimeout } from '../wrongValues';

const { locationId } = DEMO;

export const cases = highLevelCases({
	get: {
		example: { parameters: { simplify: true, options: {} } },
		sdk: async (sdk) => await sdk.locations.getLocation({ locationId }),
		wrong: wrongTimeout(0),
	},
	getAll: {
		example: { parameters: { returnAll: true, limit: 50, simplify: true, options: {} } },
		sdk: async (sdk) => await sdk.locations.searchLocations({ skip: '0', limit: '50' }),
		wrong: wrongLimit(-1),
	},
});
