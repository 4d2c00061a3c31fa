import type { OpportunityRecord } from '../resources/opportunities';
import { fullName } from '../views/contact';
import { withoutNulls } from '../views/withoutNulls';
import type { Call } from '../wire/apiRoute';

/** An opportunity as reads and writes answer it, without what is empty. Source: official specifications,
 * `SearchOpportunitiesResponseSchema`; that notes, tasks and events, which it has, do not come from here, as publicly
 * reported. */
export function opportunityView(opportunity: Readonly<OpportunityRecord>, { state, version }: Call): object {
	const contact = state.contacts.get(opportunity.contactId);
	const { forecastExpectedCloseDate, forecastProbability, customFields, ...shown } = opportunity;
	return withoutNulls({
		...shown,
		contact:
			contact &&
			withoutNulls({
				id: contact.id,
				name: fullName(contact) || null,
				companyName: contact.companyName,
				email: contact.email,
				phone: contact.phone,
				tags: contact.tags,
			}),
		customFields: customFields.map(({ id, value }) => ({ id, fieldValue: value })),
		...(version === 'v3' ? { forecastExpectedCloseDate, forecastProbability } : {}),
	});
}

/** The flag of deletions and changes of the status: misspelled, and under v3 also in another word. */
export function succeeded({ version }: Call): object {
	return version === 'v3' ? { succeded: true, success: true } : { succeded: true };
}
