import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { path } from '../../core/path';
import { installedLocations } from '../api/access/agency';
import { openAgency } from '../api/access/oAuth2';
import type { Contact } from '../api/shapes';
import { label } from './labels';
import { inEditor, openForEditor } from './openForEditor';
import { readUsers, USER_SCOPES, userLabel } from './users';

const PAGE_SIZE = 50;

/** Contacts for a resource locator, a page at a time, searched on HighLevel's side. */
export async function searchContacts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, ['contacts.readonly'], async (api) => {
		const page = Number(paginationToken ?? 1);
		const { contacts } = await api.postRead<{ contacts: Contact[] }>(path`/contacts/search`, {
			locationId: api.locationId,
			pageLimit: PAGE_SIZE,
			page,
			...(filter ? { query: filter } : {}),
		});
		return {
			results: contacts.map((contact) => ({ name: contactLabel(contact), value: contact.id })),
			paginationToken: contacts.length === PAGE_SIZE ? String(page + 1) : undefined,
		};
	});
}

/** Users of the location for a resource locator. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, USER_SCOPES, async (api) => {
		const skip = Number(paginationToken ?? 0);
		const users = await readUsers(api, { query: filter, skip, limit: PAGE_SIZE });
		return {
			results: users.map((user) => ({ name: userLabel(user), value: user.id })),
			paginationToken: users.length === PAGE_SIZE ? String(skip + PAGE_SIZE) : undefined,
		};
	});
}

/** Workflows of the location; HighLevel answers all at once, and knows no search. */
export async function searchWorkflows(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, ['workflows.readonly'], async (api) => {
		const { workflows } = await api.get<{ workflows: Named[] }>(path`/workflows/`, {
			locationId: api.locationId,
		});
		return { results: named(workflows, filter) };
	});
}

/** Campaigns of the location; HighLevel answers all at once, and knows no search. */
export async function searchCampaigns(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, ['campaigns.readonly'], async (api) => {
		const { campaigns } = await api.get<{ campaigns: Named[] }>(path`/campaigns/`, {
			locationId: api.locationId,
		});
		return { results: named(campaigns, filter) };
	});
}

/**
 * Businesses of the location, a page at a time; HighLevel knows no search for them, and the editor stops at a page
 * without results: so pages are read until one has some.
 */
export async function searchBusinesses(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, ['businesses.readonly'], async (api) => {
		for (let skip = Number(paginationToken ?? 0); ; skip += PAGE_SIZE) {
			const { businesses } = await api.get<{ businesses: Named[] }>(path`/businesses/`, {
				locationId: api.locationId,
				limit: String(PAGE_SIZE),
				skip: String(skip),
			});
			const results = named(businesses, filter);
			if (businesses.length < PAGE_SIZE) return { results };
			if (results.length > 0) return { results, paginationToken: String(skip + PAGE_SIZE) };
		}
	});
}

/** The locations in which the connected agency's app is installed, a page at a time, searched by HighLevel. */
export async function searchLocations(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await inEditor(this, async () => {
		const agency = await openAgency(this);
		const skip = Number(paginationToken ?? 0);
		const locations = await installedLocations(agency, { query: filter, skip, limit: PAGE_SIZE });
		return {
			results: locations.map(({ _id: value, name, address }) => ({
				name: label(name, address, value),
				value,
			})),
			paginationToken: locations.length === PAGE_SIZE ? String(skip + PAGE_SIZE) : undefined,
		};
	});
}

interface Named {
	id: string;
	name: string;
}

function named(records: Named[], filter = ''): INodeListSearchResult['results'] {
	return records
		.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()))
		.map(({ id, name }) => ({ name, value: id }));
}

/** Name and, in brackets, e-mail or phone; the search knows names only in lower case. */
function contactLabel(contact: Contact): string {
	const first = contact.firstName ?? capitalised(contact.firstNameLowerCase);
	const last = contact.lastName ?? capitalised(contact.lastNameLowerCase);
	return label(
		[first, last].filter(Boolean).join(' '),
		contact.email || contact.phone || undefined,
		contact.id,
	);
}

function capitalised(text: unknown): string {
	return String(text ?? '').replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}
