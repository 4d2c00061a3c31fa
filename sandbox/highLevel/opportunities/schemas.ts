import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, filledText, flag, text, texts } from '../../shared/jsonSchema';
import type { ApiVersion } from '../wire/versions';

export const OPPORTUNITY_STATUSES = ['open', 'won', 'lost', 'abandoned'] as const;
export type OpportunityStatus = (typeof OPPORTUNITY_STATUSES)[number];

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
