import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { ApiVersion } from '../../../../sandbox/highLevel/wire/versions';
import { DEMO, locationId } from '../support';
import type { VisitEndpoint } from './visits';

const { customFields, lostReasons, pipelines, pipelineStages, readOnlyToken, users } = DEMO;

/** Opportunities of one contact, with success and the documented refusals. */
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
	await visit('POST', all, [], deal, readOnlyToken);
	const id: string = opportunity.id;
	const one = '/opportunities/{}';
	await visit('GET', one, [id]);
	await visit('GET', one, ['nothing']);
	await visit('PUT', one, [id], { pipelineStageId: pipelineStages.offer, customFields: values('Sale') });
	await visit('PUT', one, [id], { status: 'unknown' });
	await visit('PUT', `${one}/status`, [id], { status: 'lost', lostReasonId: lostReasons.price });
	await visit('PUT', `${one}/status`, ['nothing'], { status: 'won' });
	await visit('POST', `${one}/followers`, [id], { followers: [users.ben, users.chloe] });
	await visit('POST', `${one}/followers`, [id], {});
	await visit('DELETE', `${one}/followers`, [id], { followers: [users.ben] });
	await visit('DELETE', `${one}/followers`, ['nothing'], { followers: [users.ben] });
	const followers = {
		followers: [users.amelia],
		isRemoveAllFollowers: false,
		followersActionType: 'add',
	};
	const upserted = { id, pipelineId: pipelines.buyers, locationId, monetaryValue: 1, ...followers };
	await visit('POST', '/opportunities/upsert', [], upserted);
	await visit('POST', '/opportunities/upsert', [], { ...upserted, id: 'nothing' });
	await visit('POST', '/opportunities/upsert', [], {});

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
	await visit('DELETE', one, [id]);
	await visit('DELETE', one, [id]);
}
