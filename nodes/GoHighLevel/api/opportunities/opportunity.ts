import type { CustomFieldValue, WithCustomFields } from '../customFields/value';

/** An opportunity as HighLevel answers it; only what this package looks at is named. */
export interface Opportunity extends WithCustomFields {
	name?: string;
	pipelineId?: string;
	pipelineStageId?: string;
	contactId?: string;
	monetaryValue?: number;
	/** ISO 8601, as all of the times. */
	createdAt?: string;
	updatedAt?: string;
	lastStageChangeAt?: string;
	lastStatusChangeAt?: string;
}

/** Source: official specifications, opportunities; `all`, which they allow as well, means something in searches only. */
export const STATUSES = ['open', 'won', 'lost', 'abandoned'] as const;

/** The writable fields of an opportunity, under the API's own names. */
export interface OpportunityFields {
	name?: string;
	pipelineId?: string;
	/** A stage of the pipeline. */
	pipelineStageId?: string;
	/** One of `STATUSES`. */
	status?: string;
	/** In the currency of the location. */
	monetaryValue?: number;
	/** Id of a user. */
	assignedTo?: string;
	customFields?: CustomFieldValue[];
}
