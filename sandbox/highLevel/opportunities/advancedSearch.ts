import type { OpportunityRecord } from '../resources/opportunities';
import { fullName } from '../views/contact';
import type { SearchField } from '../search/fields';
import { EXACT, field, TEXT, TIME } from '../search/fields';
import type { Sortable } from '../search/sort';
import type { Call } from '../wire/apiRoute';

type Opportunity = Readonly<OpportunityRecord>;

/** The fields and operators of the search by body. Source: the guide to the opportunity search that the official
 * specification links to. Custom fields, which it has as well, are not served. */
export function searchFieldsOf({ state }: Call): Record<string, SearchField<Opportunity>> {
	const contactOf = ({ contactId }: Opportunity) => state.contacts.get(contactId);
	return {
		id: field(['eq', 'not_eq'], ({ id }) => id),
		name: field(TEXT, ({ name }) => name),
		monetary_value: field(['range', ...EXACT], ({ monetaryValue }) => monetaryValue),
		pipeline_id: field(EXACT, ({ pipelineId }) => pipelineId),
		pipeline_stage_id: field(EXACT, ({ pipelineStageId }) => pipelineStageId),
		status: field(EXACT, ({ status }) => status),
		lost_reason_id: field(EXACT, ({ lostReasonId }) => lostReasonId),
		source: field(EXACT, ({ source }) => source),
		assigned_to: field(EXACT, ({ assignedTo }) => assignedTo),
		followers: field(TEXT, ({ followers }) => followers),
		contact_id: field(EXACT, ({ contactId }) => contactId),
		contact_name: field(TEXT, (opportunity) => {
			const contact = contactOf(opportunity);
			return contact ? fullName(contact) : null;
		}),
		company_name: field(TEXT, (opportunity) => contactOf(opportunity)?.companyName),
		email: field(TEXT, (opportunity) => contactOf(opportunity)?.email),
		phone: field(TEXT, (opportunity) => contactOf(opportunity)?.phone),
		date_added: field(TIME, ({ createdAt }) => createdAt),
		date_updated: field(TIME, ({ updatedAt }) => updatedAt),
		last_status_change_date: field(TIME, ({ lastStatusChangeAt }) => lastStatusChangeAt),
		last_stage_change_date: field(TIME, ({ lastStageChangeAt }) => lastStageChangeAt),
	};
}

export const SORTABLE: Sortable<Opportunity> = {
	date_added: ({ createdAt }) => Date.parse(createdAt),
	date_updated: ({ updatedAt }) => Date.parse(updatedAt),
	name: ({ name }) => name.toLowerCase(),
	monetary_value: ({ monetaryValue }) => monetaryValue,
	last_status_change_date: ({ lastStatusChangeAt }) => Date.parse(lastStatusChangeAt),
	last_stage_change_date: ({ lastStageChangeAt }) => Date.parse(lastStageChangeAt),
};
