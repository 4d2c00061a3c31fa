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
			parameters: { options: { maxAgeSeconds: 'soon' } },
			message: '"Maximum Age (Seconds)" is not a number: soon',
			field: 'Maximum Age (Seconds)',
		},
	},
});
