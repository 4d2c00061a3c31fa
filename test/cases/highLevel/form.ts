import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO } from '../../support/highLevel';
import type { Difference } from '../case';
import { highLevelCases } from '../case';
import { notADate, wrongLimit } from '../wrongValues';

const { locationId, forms } = DEMO;

export const cases = highLevelCases({
	getAll: {
		example: { parameters: { returnAll: true, limit: 50, options: {} } },
		sdk: async (sdk) => await sdk.forms.getForms({ locationId, skip: 0, limit: 50 }),
		wrong: wrongLimit(0),
	},
	getSubmissions: {
		example: {
			prepare: ({ state }: HighLevelSandbox) => {
				state.seedSubmissions();
				return {};
			},
			parameters: {
				formId: byId(forms.inquiry),
				returnAll: true,
				limit: 50,
				simplify: false,
				filters: { query: 'ada', submittedAfter: '2026-03-01T00:00:00Z', submittedBefore: '2999-12-31' },
				options: {},
			},
		},
		sdk: async (sdk) =>
			await sdk.forms.getFormsSubmissions({
				locationId,
				page: 1,
				limit: 100,
				formId: forms.inquiry,
				q: 'ada',
				startAt: '2026-02-27',
				endAt: '3000-01-02',
			}),
		wrong: {
			parameters: { filters: { submittedAfter: 'soon' } },
			message: notADate('Submitted After'),
			field: 'Submitted After',
		},
	},
});

export const differences: Difference[] = [
	{
		pattern: /^getSubmissions: only the node sends GET \/locations\/\{locationId\}\/customFields$/,
		reason: 'Values of custom fields are in the output by name; read once',
	},
	{
		pattern: /^getSubmissions: only the node sends GET \/forms\/$/,
		reason: 'The name of the form is in the output; read once',
	},
];
