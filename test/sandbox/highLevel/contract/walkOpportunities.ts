import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { ApiVersion } from '../../../../sandbox/highLevel/wire/versions';
import { DEMO, locationId } from '../support';
import type { VisitEndpoint } from './visits';

const { customFields, pipelines, users } = DEMO;

/** Opportunities with what differs between the versions, their searches, and refusals of what does not exist. */
export async function walkOpportunities(
	sandbox: HighLevelSandbox,
	version: ApiVersion,
	contactId: string,
	visit: VisitEndpoint,
): Promise<void> {
	const isV3 = version === 'v3';
	const values = (value: unknown) => [
		{ id: customFields.dealType, [isV3 ? 'fieldValue' : 'field_value']: value },
	];
	const forecast = isV3 ? { forecastExpectedCloseDate: '05/20/2041', forecastProbability: 40 } : {};
	const deal = { pipelineId: pipelines.buyers, locationId, name: 'Loft', status: 'open', contactId };
	const all = '/opportunities/';
	const { opportunity } = await visit('POST', all, [], {
		...deal,
		monetaryValue: 420_000,
		assignedTo: users.ben,
		customFields: values('Purchase'),
		...forecast,
	});
	await visit('POST', all, [], deal);
	await visit('POST', all, [], { ...deal, tags: ['x'] });
	const id: string = opportunity.id;
	const followers = {
		followers: [users.amelia],
		isRemoveAllFollowers: false,
		followersActionType: 'add',
	};
	const upserted = { id, pipelineId: pipelines.buyers, locationId, monetaryValue: 1, ...followers };
	await visit('POST', '/opportunities/upsert', [], upserted);
	await visit('POST', '/opportunities/upsert', [], { ...upserted, id: 'nothing' });

	sandbox.state.seedOpportunities();
	const location = `${isV3 ? 'locationId' : 'location_id'}=${locationId}`;
	const details = 'getTasks=true&getNotes=true&getCalendarEvents=true';
	await visit('GET', `/opportunities/search?${location}&limit=1&${details}`);
	await visit('GET', '/opportunities/search');
	const additionalDetails = { notes: true, tasks: true, calendarEvents: true, unReadConversations: false };
	const search = { locationId, query: '', limit: 20, page: 0, searchAfter: [], additionalDetails };
	await visit('POST', '/opportunities/search', [], search);
	await visit('POST', '/opportunities/search', [], { ...search, limit: 101 });
	await visit('GET', `/opportunities/lost-reason?locationId=${locationId}&getCount=true`);
	await visit('GET', `/opportunities/lost-reason?locationId=${locationId}&limit=0`);
}
