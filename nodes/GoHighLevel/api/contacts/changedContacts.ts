import type { ChangeSpan } from '../../../core/editor/changedSince';
import type { Changed } from '../../../core/editor/firstChanges';
import { firstChanges } from '../../../core/editor/firstChanges';
import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { plainText } from '../../../core/values/texts';
import type { HighLevelClient } from '../client';
import { timeOf } from '../answers';
import type { Contact } from './contact';
import type { ContactQuery } from './contactSearch';
import { contactsChangedSince, searchPage } from './contactSearch';

export interface ChangesQuery extends ChangeSpan {
	/** Changes of the last so many ms are not returned yet. */
	lagMs: number;
	/** All of it must apply. */
	selection: Pick<ContactQuery, 'filters' | 'query'>;
}

/**
 * Contacts by their last change, the oldest one first, as HighLevel's search has them. One that changes meanwhile comes
 * later, at its new time. Throws a `Failure` when HighLevel does not keep to the order.
 *
 * @param limit `Infinity` for all
 */
export const listChangedContacts = making(
	searchPage,
	[],
	async (
		api: HighLevelClient,
		{ after, before, lagMs, selection }: ChangesQuery,
		limit: number,
	): Promise<Array<Changed<Contact>>> => {
		const startedAt = Date.now();
		return await firstChanges(contactsChangedSince(api, after.at, selection), {
			after,
			// The first answer tells what the time is for HighLevel.
			endAt: () => Math.min(before, api.account.serverTime(startedAt) - lagMs),
			limit,
			positionOf: (contact, at) => ({ at: timeOf(contact.dateUpdated) ?? at, id: idOf(contact) }),
			outOfOrder,
		});
	},
);

/** A contact without an id is known by what it holds. */
export function idOf(contact: Contact): string {
	return plainText(contact.id) || JSON.stringify(contact);
}

function outOfOrder(): Failure {
	return new Failure(
		'HighLevel did not return the contacts in the order of their changes',
		'Nothing was returned, because changes would be missed. Try again later. If it happens again, check the Base URL in the credential: a proxy there may drop what is asked for.',
	);
}
