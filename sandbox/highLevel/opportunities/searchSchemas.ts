import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, flag, text } from '../../shared/jsonSchema';
import type { ApiVersion } from '../wire/versions';
import { OPPORTUNITY_STATUSES } from './schemas';

const day: JsonSchema = {
	type: 'string',
	pattern: '^\\d{2}-\\d{2}-\\d{4}$',
	refusal: 'must be a date as mm-dd-yyyy',
};

/** The longest search text stands in the text of v3. Where the location is missing, the dated versions are reported to
 * say so in other words than the rest. */
const words: JsonSchema = { type: 'string', maxLength: 75 };

function searchQuery(
	names: Record<'location' | 'pipeline' | 'stage' | 'contact' | 'owner', string>,
): JsonSchema {
	const properties = {
		q: words,
		[names.location]: { ...filledText, missing: `${names.location} can't be undefined` },
		[names.pipeline]: text,
		[names.stage]: text,
		[names.contact]: text,
		[names.owner]: text,
		status: { type: 'string', enum: [...OPPORTUNITY_STATUSES, 'all'] },
		campaignId: text,
		id: text,
		order: text,
		date: day,
		endDate: day,
		startAfter: { type: 'string', pattern: '^\\d+$', refusal: 'must be a number string' },
		startAfterId: text,
		country: text,
		page: count(1),
		limit: count(1, 100),
		getTasks: flag,
		getNotes: flag,
		getCalendarEvents: flag,
	};
	return closedObject(properties, [names.location]);
}

export const opportunitySearchQuery: Record<ApiVersion, JsonSchema> = {
	dated: searchQuery({
		location: 'location_id',
		pipeline: 'pipeline_id',
		stage: 'pipeline_stage_id',
		contact: 'contact_id',
		owner: 'assigned_to',
	}),
	v3: searchQuery({
		location: 'locationId',
		pipeline: 'pipelineId',
		stage: 'pipelineStageId',
		contact: 'contactId',
		owner: 'assignedTo',
	}),
};

const details = ['notes', 'tasks', 'calendarEvents', 'unReadConversations'];

/** All that the specification has is required; `filters` and `sort` are in the guide that it links to. `searchAfter` is documented as texts, and shown as a number and a text. */
export const opportunitySearchBody = closedObject(
	{
		locationId: filledText,
		query: words,
		limit: count(1, 100),
		page: count(0),
		searchAfter: { type: 'array' },
		filters: { type: 'array' },
		sort: { type: 'array', items: { type: 'object' } },
		additionalDetails: closedObject(Object.fromEntries(details.map((name) => [name, flag])), details),
	},
	['locationId', 'query', 'limit', 'page', 'searchAfter', 'additionalDetails'],
);
