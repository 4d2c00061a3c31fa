import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { DEMO } from '../../support/highLevel';
import { highLevelCases } from '../case';

export const cases = highLevelCases({
	request: {
		example: {
			prepare: ({ state }: HighLevelSandbox) => ({
				contactId: state.addContact({
					locationId: DEMO.locationId,
					firstName: 'Ada',
					email: 'ada@example.com',
				}).id,
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
		sdk: async (sdk) =>
			await sdk.contacts.searchContactsAdvanced({
				locationId: DEMO.locationId,
				query: 'ada',
				page: 1,
				pageLimit: 100,
			}),
		wrong: {
			parameters: { bodyJson: '{ "locationId": ' },
			message: '"Body (JSON)" is not JSON',
			field: 'bodyJson',
		},
	},
});
