import { DateTime } from 'luxon';
import type { OpportunityRecord } from '../resources/opportunities';
import { locationOf } from '../routes/lookups';
import { fullName } from '../views/contact';
import type { Call } from '../wire/apiRoute';

/** The query of a search, but for the names that differ between the versions. */
export interface SearchQuery {
	q?: string;
	status?: string;
	campaignId?: string;
	id?: string;
	order?: string;
	date?: string;
	endDate?: string;
	startAfter?: string;
	startAfterId?: string;
	country?: string;
	page?: number;
	limit?: number;
	getTasks?: boolean;
	getNotes?: boolean;
	getCalendarEvents?: boolean;
}

/** The names of these differ between the versions. */
const FIELDS = [
	['pipelineId', 'pipeline_id'],
	['pipelineStageId', 'pipeline_stage_id'],
	['contactId', 'contact_id'],
	['assignedTo', 'assigned_to'],
] as const;

/** What a search wants, by the query and by the fields that the request names. */
export function matching(
	call: Call,
	query: SearchQuery,
): (opportunity: Readonly<OpportunityRecord>) => boolean {
	const { state } = call;
	const exact = FIELDS.flatMap(([field, dated]) => {
		const wanted = call.query[field] ?? call.query[dated];
		return wanted === undefined || wanted === '' ? [] : [[field, wanted] as const];
	});
	const from = query.date ? dayIn(call, query.date).startOf('day').toMillis() : -Infinity;
	const to = query.endDate ? dayIn(call, query.endDate).endOf('day').toMillis() : Infinity;
	const words = query.q?.trim().toLowerCase();
	return (opportunity) => {
		const contact = state.contacts.get(opportunity.contactId);
		const added = Date.parse(opportunity.createdAt);
		const texts = [opportunity.name, contact && fullName(contact), contact?.email, contact?.phone];
		return (
			exact.every(([field, wanted]) => opportunity[field] === wanted) &&
			(!query.status || query.status === 'all' || opportunity.status === query.status) &&
			(!query.id || opportunity.id === query.id) &&
			(!query.campaignId || contact?.campaigns.includes(query.campaignId) === true) &&
			(!query.country || contact?.country === query.country) &&
			added >= from &&
			added <= to &&
			(!words || texts.some((one) => one?.toLowerCase().includes(words)))
		);
	};
}

/** The dates are days of creation, both included, in the time of the location; which of it is so is not documented. */
function dayIn(call: Call, text: string): DateTime {
	return DateTime.fromFormat(text, 'MM-dd-yyyy', { zone: locationOf(call).timezone });
}
