import { Failure } from '../../../../core/failure';
import { making } from '../../../../core/operation/request';
import type { HighLevelClient } from '../../client';
import type { Contact } from '../contact';
import { findContact } from '../contacts';
import { searchPage } from '../contactSearch';
import { recallLinked } from './recentContacts';
import type { ExternalId } from './externalId';
import { carries, idIn, valueOfId } from './externalId';

/** More contacts with one ID are no mistake of a person, but a field that holds something else. */
const MOST_LINKED = 100;

/**
 * The IDs of the contacts that may have the external ID: those that HighLevel's search knows, and the one to which this
 * process has just written it. Each counts only when it has the ID as it is read, since the search lags behind.
 */
const candidates = making(
	searchPage,
	[],
	async (api: HighLevelClient, externalId: ExternalId): Promise<string[]> => {
		const { id, value } = valueOfId(externalId);
		const filters = [{ field: `customFields.${id}`, operator: 'eq', value }];
		const hits = await searchPage(api, { page: 1, pageLimit: MOST_LINKED, filters });
		if (hits.length >= MOST_LINKED) throw tooMany(externalId);
		// The search takes IDs that differ in case for the same.
		const shown = hits.filter((hit) => idIn(hit, externalId) === '' || carries(hit, externalId));
		const recent = recallLinked(api, externalId);
		return [...new Set([...shown.map((hit) => hit.id), ...(recent === undefined ? [] : [recent])])];
	},
);

/** The contacts that have the external ID, as they are now. */
export const linkedContacts = making(
	candidates,
	[findContact],
	async (api: HighLevelClient, externalId: ExternalId): Promise<Contact[]> =>
		await linkedAmong(api, await candidates(api, externalId), externalId),
);

/**
 * The ID of the contact that has the external ID, or may have it: whoever writes to it reads it anyway, and looks then.
 * Throws a `Failure` that names them when two contacts have it.
 */
export const findLinked = making(
	candidates,
	[findContact],
	async (api: HighLevelClient, externalId: ExternalId): Promise<string | undefined> => {
		const ids = await candidates(api, externalId);
		if (ids.length < 2) return ids[0];
		const linked = await linkedAmong(api, ids, externalId);
		if (linked.length > 1) throw severalLinked(externalId, linked);
		return linked[0]?.id;
	},
);

async function linkedAmong(api: HighLevelClient, ids: string[], externalId: ExternalId): Promise<Contact[]> {
	const contacts = await Promise.all(ids.map(async (id) => await findContact(api, id)));
	return contacts.filter(
		(contact): contact is Contact => contact !== undefined && carries(contact, externalId),
	);
}

function severalLinked({ field, value }: ExternalId, contacts: Contact[]): Failure {
	const ids = contacts.map(({ id }) => id);
	return new Failure(
		`${ids.length} contacts have the external ID ${value} in "${field.name}": ${ids.join(', ')}`,
		'Nothing was written. Merge them in HighLevel, or clear the field in those that are not meant.',
		{ field: 'externalId', contactIds: ids },
	);
}

function tooMany({ field, value }: ExternalId): Failure {
	return new Failure(
		`HighLevel finds ${MOST_LINKED} contacts or more by ${value} in "${field.name}"`,
		'Choose a custom field under "External ID Field" that holds a different value in each contact.',
		{ field: 'externalIdField' },
	);
}
