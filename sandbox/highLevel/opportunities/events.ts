import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../kit/resource';
import type { OpportunityRecord } from '../resources/opportunities';
import type { Payload } from '../webhooks/payloads';
import type { WebhookEvent } from '../webhooks/settings';

/** The fields with an event of their own. */
const OWN_EVENT: ReadonlyArray<[keyof OpportunityRecord, WebhookEvent]> = [
	['pipelineStageId', 'OpportunityStageUpdate'],
	['status', 'OpportunityStatusUpdate'],
	['monetaryValue', 'OpportunityMonetaryValueUpdate'],
	['assignedTo', 'OpportunityAssignedToUpdate'],
];

/** Beside the event of its kind, every change makes an OpportunityUpdate, a creation and a deletion as well. Source:
 * https://github.com/GoHighLevel/highlevel-api-docs/issues/27 */
export function events({ before, after }: Change<OpportunityRecord>): Array<{
	type: WebhookEvent;
	payload: Payload;
}> {
	const payload = payloadOf((after ?? before) as OpportunityRecord);
	return typesOf(before, after).map((type) => ({ type, payload }));
}

function typesOf(
	before: Readonly<OpportunityRecord> | undefined,
	after: Readonly<OpportunityRecord> | undefined,
): WebhookEvent[] {
	if (!before) return ['OpportunityCreate', 'OpportunityUpdate'];
	if (!after) return ['OpportunityDelete', 'OpportunityUpdate'];
	const { updatedAt: _before, ...old } = before;
	const { updatedAt: _after, ...now } = after;
	if (isDeepStrictEqual(old, now)) return [];
	const own = OWN_EVENT.filter(([field]) => before[field] !== after[field]).map(([, type]) => type);
	return ['OpportunityUpdate', ...own];
}

/** Source: official webhook pages. */
function payloadOf(opportunity: Readonly<OpportunityRecord>): Payload {
	const { locationId, id, contactId, monetaryValue, name, pipelineId, pipelineStageId, status } = opportunity;
	return {
		locationId,
		id,
		assignedTo: opportunity.assignedTo ?? undefined,
		contactId,
		monetaryValue,
		name,
		pipelineId,
		pipelineStageId,
		source: opportunity.source ?? undefined,
		status,
		dateAdded: opportunity.createdAt,
	};
}
