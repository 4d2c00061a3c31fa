import type { Resource } from '../kit/resource';
import { events } from '../opportunities/events';
import { followerRoutes } from '../opportunities/followers';
import { createdFields, updatedFields } from '../opportunities/input';
import type { OpportunityStatus } from '../opportunities/schemas';
import { createOpportunityBody, updateOpportunityBody } from '../opportunities/schemas';
import { searchRoutes } from '../opportunities/search';
import { statusRoute } from '../opportunities/status';
import { upsertRoute } from '../opportunities/upsert';
import { opportunityView, succeeded } from '../opportunities/view';
import type { CustomFieldValue } from '../state/records';

/** A deal with a contact, on its way through a pipeline. */
export interface OpportunityRecord {
	id: string;
	locationId: string;
	contactId: string;
	name: string;
	pipelineId: string;
	pipelineStageId: string;
	status: OpportunityStatus;
	/** In the location's currency. */
	monetaryValue: number;
	assignedTo: string | null;
	source: string | null;
	lostReasonId: string | null;
	followers: readonly string[];
	customFields: readonly CustomFieldValue[];
	/** YYYY-MM-DD. */
	forecastExpectedCloseDate: string | null;
	/** Percent. */
	forecastProbability: number | null;
	lastStatusChangeAt: string;
	lastStageChangeAt: string;
	createdAt: string;
	updatedAt: string;
}

/** Source: official specifications, opportunities. That those of a contact go with it is not documented. */
export const opportunities: Resource<OpportunityRecord> = {
	called: 'Opportunity',
	path: '/opportunities/',
	scope: 'opportunities',
	under: 'locationId',
	ofContact: true,
	searched: true,
	stamps: ['createdAt', 'updatedAt'],
	empty: {
		status: 'open',
		monetaryValue: 0,
		assignedTo: null,
		source: null,
		lostReasonId: null,
		followers: [],
		customFields: [],
		forecastExpectedCloseDate: null,
		forecastProbability: null,
	},
	view: opportunityView,
	answers: {
		one: (opportunity) => ({ opportunity }),
		deleted: succeeded,
	},
	get: {},
	create: { body: createOpportunityBody, fields: createdFields },
	update: { body: updateOpportunityBody, fields: updatedFields },
	delete: {},
	routes: [...searchRoutes, statusRoute, upsertRoute, ...followerRoutes],
	events,
};
