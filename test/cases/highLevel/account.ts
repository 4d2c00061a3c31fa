import { highLevelCases } from '../case';
import { wrongTimeout } from '../wrongValues';

export const cases = highLevelCases({
	checkAccess: {
		example: { parameters: { options: {} } },
		sdk: 'It makes one small read for each scope, with requests whose own operations are compared',
		wrong: wrongTimeout(0),
	},
	getApiUsage: {
		example: { parameters: { options: { maxAgeSeconds: 0 } } },
		sdk: 'The SDK does not show the headers of responses',
		wrong: {
			parameters: { options: { maxAgeSeconds: -1 } },
			message: '"Maximum Age (Seconds)" must be a number of seconds, 0 or more',
			field: 'maxAgeSeconds',
		},
	},
});
