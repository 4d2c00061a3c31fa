import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, flag, text, texts } from '../../shared/jsonSchema';
import { OPPORTUNITY_STATUSES } from './statuses';
import type { ApiVersion } from '../wire/versions';

type PerVersion = Record<ApiVersion, JsonSchema>;

/** The specifications allow `all` in writes as well, where it can mean nothing: the sandbox refuses it there. */
const status: JsonSchema = { type: 'string', enum: OPPORTUNITY_STATUSES };

const closeDate: JsonSchema = { type: 'string', format: 'calendar-date', refusal: 'must be a valid date' };

/** The value's name is another in each version. */
const customFieldInput = (valueName: string): JsonSchema => ({
	...closedObject({ id: text, key: text, [valueName]: {} }),
	anyOf: [{ required: ['id'] }, { required: ['key'] }],
});

const forecast = { forecastExpectedCloseDate: closeDate, forecastProbability: { type: 'number' } };
const withVersion = (
	make: (more: Record<string, JsonSchema>, valueName: string) => JsonSchema,
): PerVersion => ({
	dated: make({}, 'field_value'),
	v3: make(forecast, 'fieldValue'),
});

const writeFields = {
	pipelineStageId: text,
	monetaryValue: { type: 'number' },
	assignedTo: text,
};

export const createOpportunityBody = withVersion((more, valueName) =>
	closedObject(
		{
			pipelineId: filledText,
			locationId: filledText,
			name: filledText,
			status,
			contactId: filledText,
			...writeFields,
			customFields: { type: 'array', items: customFieldInput(valueName) },
			...more,
		},
		['pipelineId', 'locationId', 'name', 'status', 'contactId'],
	),
);

/** Neither the contact nor the source can be changed. */
export const updateOpportunityBody = withVersion((more, valueName) =>
	closedObject({
		pipelineId: filledText,
		name: filledText,
		status,
		...writeFields,
		customFields: { type: 'array', items: customFieldInput(valueName) },
		...more,
	}),
);

export const opportunityStatusBody = closedObject({ status, lostReasonId: text }, ['status']);

/** `contactId` was documented before the followers were, and is what public clients send. */
export const upsertOpportunityBody = withVersion((more) =>
	closedObject(
		{
			id: filledText,
			contactId: filledText,
			pipelineId: filledText,
			locationId: filledText,
			followers: texts,
			isRemoveAllFollowers: flag,
			followersActionType: { type: 'string', enum: ['add', 'remove'] },
			name: filledText,
			status,
			...writeFields,
			lostReasonId: text,
			...more,
		},
		['pipelineId', 'locationId', 'followers', 'isRemoveAllFollowers', 'followersActionType'],
	),
);

/** The limit stands in the text of v3. */
export const opportunityFollowersBody = closedObject({ followers: { ...texts, maxItems: 10 } }, [
	'followers',
]);
export const removeFollowersQuery = closedObject({ isRemoveAllFollowers: flag });

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

export const opportunitySearchQuery: PerVersion = {
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

/** All of it is required. `searchAfter` is documented as texts, and shown as a number and a text. */
export const opportunitySearchBody = closedObject(
	{
		locationId: filledText,
		query: words,
		limit: count(1, 100),
		page: count(0),
		searchAfter: { type: 'array' },
		additionalDetails: closedObject(Object.fromEntries(details.map((name) => [name, flag])), details),
	},
	['locationId', 'query', 'limit', 'page', 'searchAfter', 'additionalDetails'],
);
