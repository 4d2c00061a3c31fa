import type { IDataObject } from 'n8n-workflow';

import { isSameText } from '../../../core/values/sameText';
import { countIn, fieldOf, isId, isOtherId, namesIn, recordIn } from '../reading/answers';
import { contactOf } from '../reading/records';
import type { Fields, WiseAgentClient } from '../client';
import { NotFound, notFound, otherRecord } from '../errors';
import type { PageQuery } from '../pages';
import { readPages } from '../pages';
import { making } from '../../../core/operation/request';
import { reading } from '../request';

const getSingleContact = reading('getSingleContact', 'contacts');
const getContacts = reading('getContacts', 'contacts');
const getContactsCount = reading('getContactsCount', 'contacts');

/**
 * A contact as Wise Agent answers it. Throws a `Failure` when it is not there.
 *
 * @param id of a contact, or with a V in front of a vendor
 */
export const readContact = making(
	getSingleContact,
	[],
	async (api: WiseAgentClient, id: string): Promise<IDataObject> => {
		const contact = await findContact(api, id);
		if (!contact) throw notFound('Contact', id);
		return contact;
	},
);

/** The same, or `undefined` when it is not there. */
export const findContact = making(
	getSingleContact,
	[],
	async (api: WiseAgentClient, id: string): Promise<IDataObject | undefined> => {
		const answer = await getSingleContact(api, { clientID: id }).catch((error: unknown) => {
			if (error instanceof NotFound) return [];
			throw error;
		});
		if (Array.isArray(answer) && answer.length === 0) return undefined;
		const contact = recordIn(answer);
		const own = contact && [contact.ClientID, contact.VendorID].find(isId);
		if (!contact || own === undefined) throw api.notWiseAgent();
		if (isOtherId(own, id)) throw otherRecord(/^v/i.test(id) ? 'Vendor' : 'Contact', id, own);
		return contact;
	},
);

/** What contacts are looked for by; all of it must apply. */
export interface ContactQuery {
	/** Names; one of them suffices. */
	categories?: string[];
	/** All of the categories instead of one of them. */
	allCategories?: boolean;
	/** Names; one of them suffices. */
	sources?: string[];
	/** A part of first name, last name or company. */
	name?: string;
	/** `YYYY-MM-DD HH:mm` in UTC. */
	updatedSince?: string;
}

/**
 * Contacts, page after page.
 *
 * @param limit `Infinity` for all
 */
export const listContacts = making(
	getContacts,
	[getContactsCount],
	async (api: WiseAgentClient, query: ContactQuery, limit: number): Promise<IDataObject[]> => {
		const { filters, isWanted } = selectionOf(query);
		return await readPages({
			limit,
			id: 'ClientID',
			readPage: async (page) => await readContactPage(api, filters, page),
			isWanted,
			count: async () => await countOf(api, filters),
		});
	},
);

/** One page of contacts, by Wise Agent's own filters. */
export const readContactPage = making(
	getContacts,
	[],
	async (api: WiseAgentClient, filters: Fields, page: PageQuery): Promise<IDataObject[]> => {
		return listOf(api, await getContacts(api, { ...filters, ...page }));
	},
);

/** How many contacts there are. */
export const countContacts = making(
	getContactsCount,
	[getContacts],
	async (api: WiseAgentClient, query: ContactQuery): Promise<number> => {
		// What Wise Agent cannot filter, all have to be looked at for.
		if (ownFilter(query)) return (await listContacts(api, query, Infinity)).length;
		return await countOf(api, filtersOf(query));
	},
);

async function countOf(api: WiseAgentClient, filters: Fields): Promise<number> {
	const answer = recordIn(await getContactsCount(api, filters));
	const count = answer && countIn(fieldOf(answer, 'count'));
	if (count === undefined) throw api.notWiseAgent();
	return count;
}

/** The contacts that Wise Agent finds by an e-mail address or by the digits of a phone. */
export const searchContacts = making(
	getContacts,
	[],
	async (
		api: WiseAgentClient,
		by: { email: string } | { phone: string } | { nameQuery: string },
	): Promise<IDataObject[]> => {
		return listOf(api, await getContacts(api, by));
	},
);

/** What is sent to narrow contacts, and what is left to be looked at here; `undefined` when nothing is. */
export interface Selection {
	filters: Fields;
	isWanted?: (contact: IDataObject) => boolean;
}

export function selectionOf(query: ContactQuery): Selection {
	return { filters: filtersOf(query), isWanted: ownFilter(query) };
}

/** Which filters Wise Agent can apply: of categories and name it heeds the categories alone, and commas part names. */
function isSent(query: ContactQuery): { categories: boolean; sources: boolean; name: boolean } {
	const hasNoComma = (names: string[] = []) => !names.some((name) => name.includes(','));
	const categories = query.categories !== undefined && hasNoComma(query.categories);
	return { categories, sources: hasNoComma(query.sources), name: !categories };
}

function filtersOf(query: ContactQuery): Fields {
	const sent = isSent(query);
	return {
		categories: sent.categories ? query.categories?.join(',') : undefined,
		categoryAll: sent.categories && query.allCategories ? true : undefined,
		nameQuery: sent.name ? query.name : undefined,
		sources: sent.sources ? query.sources?.join(',') : undefined,
		DateUpdatedUTC: query.updatedSince,
	};
}

/** The filters that are left to us; `undefined` when there are none. */
function ownFilter(query: ContactQuery): ((contact: IDataObject) => boolean) | undefined {
	const sent = isSent(query);
	const { categories, allCategories, sources, name } = query;
	const filters: Array<(contact: IDataObject) => boolean> = [];
	if (categories && !sent.categories) {
		filters.push((contact) => {
			const own = namesIn(contactOf(contact).Categories);
			const isIn = (wanted: string) => own.some((other) => isSameText(other, wanted));
			return allCategories ? categories.every(isIn) : categories.some(isIn);
		});
	}
	if (sources && !sent.sources) {
		filters.push(({ Source }) => sources.some((source) => isSameText(source, Source)));
	}
	if (name !== undefined && !sent.name) filters.push((contact) => isCalled(contact, name.toLowerCase()));
	return filters.length > 0 ? (contact) => filters.every((filter) => filter(contact)) : undefined;
}

function isCalled({ CFirst, CLast, Company }: IDataObject, name: string): boolean {
	return [CFirst, CLast, Company, `${String(CFirst)} ${String(CLast)}`].some((own) =>
		String(own ?? '')
			.toLowerCase()
			.includes(name),
	);
}

function listOf(api: WiseAgentClient, answer: unknown): IDataObject[] {
	return api.recordsIn(answer, 'ClientID', 'data');
}
