import { toIsoDate } from '../../shared/normalise';
import type { CustomFieldInput } from '../contactInput';
import { mergeCustomFields } from '../contactInput';
import type { OpportunityRecord } from '../resources/opportunities';
import type { PipelineRecord } from '../resources/pipelines';
import { contactOf } from '../routes/lookups';
import type { Call } from '../wire/apiRoute';
import { ApiError, notFound } from '../wire/errors';

type Opportunity = Readonly<OpportunityRecord>;
type Fields = Partial<OpportunityRecord>;

/** A body as its schema lets it through. */
export interface OpportunityInput {
	contactId?: string;
	name?: string;
	pipelineId?: string;
	pipelineStageId?: string;
	status?: OpportunityRecord['status'];
	monetaryValue?: number;
	assignedTo?: string;
	lostReasonId?: string;
	customFields?: CustomFieldInput[];
	forecastExpectedCloseDate?: string;
	forecastProbability?: number;
}

/**
 * The fields of a new opportunity.
 * @param started its ID and its location
 * @throws ApiError 400 for a contact, pipeline, stage or lost reason that there is not, and for a duplicate; 403 for a
 * contact of another location
 */
export function createdFields(
	call: Call,
	started: Opportunity,
	input = call.body as OpportunityInput,
): Fields {
	const { id: contactId } = contactOf(call, input.contactId ?? '');
	const now = call.state.clock.nextIso();
	return {
		contactId,
		name: input.name ?? '',
		...changedFields(call, { ...started, contactId }, input, now),
		createdAt: now,
		updatedAt: now,
	};
}

/** What a change changes.
 * @throws ApiError as above */
export function updatedFields(
	call: Call,
	before: Opportunity,
	input = call.body as OpportunityInput,
): Fields {
	const now = call.state.clock.nextIso();
	return { ...changedFields(call, before, input, now), updatedAt: now };
}

function changedFields(call: Call, before: Opportunity, input: OpportunityInput, now: string): Fields {
	const { state } = call;
	const fields: Fields = placeOf(call, before, input);
	if (input.name !== undefined) fields.name = input.name;
	if (input.monetaryValue !== undefined) fields.monetaryValue = input.monetaryValue;
	// An empty text empties the field; the sources are silent on it.
	if (input.assignedTo !== undefined) fields.assignedTo = input.assignedTo || null;
	if (input.status !== undefined) fields.status = input.status;
	const { status = before.status } = fields;
	if (input.lostReasonId) fields.lostReasonId = lostReasonOf(call, before, input.lostReasonId);
	// Only what is lost has a reason for it: not documented, but nothing else would make sense of it.
	if (status !== 'lost') fields.lostReasonId = null;
	if (input.customFields !== undefined) {
		const { locationId, customFields = [] } = before;
		fields.customFields = mergeCustomFields(
			state,
			locationId,
			'opportunity',
			customFields,
			input.customFields,
		);
	}
	if (input.forecastExpectedCloseDate !== undefined) {
		fields.forecastExpectedCloseDate = toIsoDate(input.forecastExpectedCloseDate) ?? null;
	}
	if (input.forecastProbability !== undefined) fields.forecastProbability = input.forecastProbability;
	if (status !== before.status) fields.lastStatusChangeAt = now;
	if (fields.pipelineStageId !== before.pipelineStageId) fields.lastStageChangeAt = now;
	return fields;
}

/** Pipeline and stage: the first stage, where the pipeline is new and none is named; which is not documented. */
function placeOf(call: Call, before: Opportunity, input: OpportunityInput): Fields {
	const pipeline = pipelineOf(call, before, input.pipelineId ?? before.pipelineId);
	const moves = pipeline.id !== before.pipelineId;
	if (moves) refuseDuplicate(call, before, pipeline.id);
	const stageId = input.pipelineStageId || (moves ? pipeline.stages[0]?.id : before.pipelineStageId);
	const stage = pipeline.stages.find(({ id }) => id === stageId);
	if (!stage) throw notFound('Pipeline stage', stageId ?? '');
	return { pipelineId: pipeline.id, pipelineStageId: stage.id };
}

function pipelineOf({ state }: Call, { locationId }: Opportunity, id: string): Readonly<PipelineRecord> {
	const pipeline = state.pipelines.get(id);
	if (pipeline?.locationId !== locationId) throw notFound('Pipeline', id);
	return pipeline;
}

function lostReasonOf({ state }: Call, { locationId }: Opportunity, id: string): string {
	if (state.lostReasons.get(id)?.locationId !== locationId) throw notFound('Lost reason', id);
	return id;
}

/** The opportunity that a contact has in a pipeline, the oldest of several. */
export function opportunityIn({ state }: Call, locationId: string, contactId: string, pipelineId: string) {
	return state.opportunities
		.inGroup(locationId)
		.find((own) => own.contactId === contactId && own.pipelineId === pipelineId);
}

/** While the location does not allow duplicates, a contact has one opportunity in a pipeline, whatever its status. The
 * refusal is as public clients report it. That a move is refused like a creation is not documented. */
function refuseDuplicate(call: Call, { locationId, contactId }: Opportunity, pipelineId: string): void {
	if (call.state.locations.get(locationId)?.allowDuplicateOpportunity) return;
	const existing = opportunityIn(call, locationId, contactId, pipelineId);
	if (!existing) return;
	throw new ApiError(400, 'Can not create duplicate opportunity for the contact.', {
		code: 'OPPORTUNITY_NO_DUPLICATE',
		meta: { existingId: existing.id },
		error: 'Bad Request',
	});
}
