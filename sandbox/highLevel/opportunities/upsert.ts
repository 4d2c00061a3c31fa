import type { OpportunityRecord } from '../resources/opportunities';
import { locationOf, opportunityOf } from '../routes/lookups';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { badRequest } from '../wire/errors';
import { followersAfter } from './followers';
import type { OpportunityInput } from './input';
import { createdFields, opportunityIn, updatedFields } from './input';
import { upsertOpportunityBody } from './schemas';
import { opportunityView } from './view';

interface UpsertInput extends OpportunityInput {
	id?: string;
	pipelineId: string;
	followers: string[];
	isRemoveAllFollowers: boolean;
	followersActionType: 'add' | 'remove';
}

/** Source: official specifications, opportunities. What is met is the opportunity with the ID, else the contact's in the
 * pipeline, as public clients rely on. */
export const upsertRoute: ApiRoute = {
	method: 'POST',
	path: '/opportunities/upsert',
	scope: 'opportunities.write',
	body: upsertOpportunityBody,
	answer: upsert,
};

function upsert(call: Call): object {
	const { id: locationId } = locationOf(call);
	const input = call.body as unknown as UpsertInput;
	const { contactId = '', pipelineId } = input;
	const met = input.id
		? opportunityOf(call, input.id)
		: opportunityIn(call, locationId, contactId, pipelineId);
	if (!met && contactId === '') throw badRequest('contactId is required to create an opportunity');
	const followers = followersOf(input, met?.followers ?? []);
	const opportunity = met
		? call.state.change('opportunities', met.id, { ...updatedFields(call, met, input), followers })
		: create(call, locationId, input, followers);
	return { opportunity: opportunityView(opportunity, call), new: !met };
}

/** A new opportunity is named after its contact where it has no name; which is not documented. */
function create(call: Call, locationId: string, input: UpsertInput, followers: string[]) {
	const started = { id: call.state.newId(), locationId } as OpportunityRecord;
	const { contactId = '' } = input;
	const { firstName, lastName } = call.state.contacts.get(contactId) ?? {};
	const name = input.name ?? [firstName, lastName].filter(Boolean).join(' ');
	const fields = createdFields(call, started, { status: 'open', ...input, name });
	return call.state.add('opportunities', { ...started, ...fields, followers });
}

function followersOf(input: UpsertInput, before: readonly string[]): string[] {
	return followersAfter(input.isRemoveAllFollowers ? [] : before, input.followers, input.followersActionType);
}
