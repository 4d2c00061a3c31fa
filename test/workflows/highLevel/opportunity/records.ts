import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { OpportunityRecord } from '../../../../sandbox/highLevel/resources/opportunities';
import { DEMO } from '../../../support/highLevel';

/** Stores an opportunity of a new contact, in the first stage of the buyers unless told. */
export function addOpportunity(
	{ state }: HighLevelSandbox,
	fields: Partial<OpportunityRecord> = {},
): Readonly<OpportunityRecord> {
	const { locationId, pipelines, pipelineStages } = DEMO;
	const contactId = fields.contactId ?? state.addContact({ locationId, firstName: 'Ada' }).id;
	const at = fields.createdAt ?? new Date(Date.now() - 60_000).toISOString();
	return state.add('opportunities', {
		locationId,
		contactId,
		name: 'Harbor loft',
		pipelineId: pipelines.buyers,
		pipelineStageId: pipelineStages.inquiry,
		createdAt: at,
		updatedAt: at,
		lastStageChangeAt: at,
		lastStatusChangeAt: at,
		...fields,
	});
}

/** The opportunities that the demo location has in the sandbox. */
export function stored({ state }: HighLevelSandbox): Array<Readonly<OpportunityRecord>> {
	return state.opportunities.inGroup(DEMO.locationId);
}
