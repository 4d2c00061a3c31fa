import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';

export const customApiCall: ResourceExamples = {
	request: {
		prepare: ({ state }: HighLevelSandbox) => ({
			contactId: state.addContact({ locationId: DEMO.locationId, firstName: 'Ada', email: 'ada@example.com' })
				.id,
		}),
		parameters: {
			method: 'POST',
			path: '/contacts/search',
			queryParameters: {},
			bodyJson: '={{ JSON.stringify({ locationId: "' + DEMO.locationId + '", query: "ada" }) }}',
			pagination: 'searchAfter',
			returnAll: true,
			limit: 50,
			recordsKey: 'contacts',
			options: { pageSizeName: 'pageLimit', repeatPost: true },
		},
	},
};
