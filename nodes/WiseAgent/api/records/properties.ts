import type { IDataObject } from 'n8n-workflow';

import { createOnce, isCreatedHere } from '../../../core/creating';
import { isSameText } from '../../../core/values/sameText';
import { answeredField, fieldOf, listIn, recordIn } from '../answers';
import { propertyOf } from '../clean/records';
import type { Fields, WiseAgentClient } from '../client';
import { NotFound, notFound } from '../errors';
import type { PageQuery } from '../pages';
import { readPages } from '../pages';

/** So many properties Wise Agent gives at once. Source: official API page. */
export const PROPERTIES_PER_PAGE = 50;

/** Properties, the newest first. */
export async function listProperties(
	api: WiseAgentClient,
	{ showArchived }: { showArchived: boolean },
	limit: number,
): Promise<IDataObject[]> {
	return await readPages({
		limit,
		largestPage: PROPERTIES_PER_PAGE,
		id: 'PropertyID',
		readPage: async (page) => await readPropertyPage(api, showArchived, page),
	});
}

/** One page of properties, the newest first. */
export async function readPropertyPage(
	api: WiseAgentClient,
	showArchived: boolean,
	page: PageQuery,
): Promise<IDataObject[]> {
	const properties = listIn(await api.read('getProperties', { showArchived, ...page }), 'data');
	if (!properties || properties.some((one) => !('PropertyID' in one))) throw api.notWiseAgent();
	return properties;
}

/** One property. Throws a `Failure` when it is not there. */
export async function readProperty(api: WiseAgentClient, id: string): Promise<IDataObject> {
	const property = await findProperty(api, { propertyID: id });
	if (!property) throw notFound('Property', id);
	return property;
}

/** One property, by its id or by its address, or `undefined` when it is not there. */
export async function findProperty(api: WiseAgentClient, by: Fields): Promise<IDataObject | undefined> {
	const answer = await api.read('getProperty', by).catch((error: unknown) => {
		if (error instanceof NotFound) return [];
		throw error;
	});
	if (Array.isArray(answer) && answer.length === 0) return undefined;
	const property = recordIn(answer);
	if (!property || !('PropertyID' in property)) throw api.notWiseAgent();
	return property;
}

/** Creates a property, once. Wise Agent does not say when one was added, so the newest ones are read before. */
export async function createProperty(
	api: WiseAgentClient,
	fields: Fields & { AddressNum: string; Address: string },
): Promise<IDataObject> {
	const newest = async () =>
		await listProperties(api, { showArchived: fields.Archive === true }, PROPERTIES_PER_PAGE);
	let before = new Set<unknown>();
	return await createOnce<IDataObject>({
		among: [`${api.accountKey}/properties`],
		send: async (find) => {
			before = new Set((await newest()).map(({ PropertyID }) => PropertyID));
			return await api.create('addProperty', fields, find);
		},
		createdIn: (answer) => {
			const PropertyID = answeredField(answer, 'propertyId');
			return PropertyID === undefined ? undefined : ({ PropertyID } as IDataObject);
		},
		look: async () =>
			(await newest()).find(
				({ PropertyID, StreetNum, Street }) =>
					!before.has(PropertyID) &&
					!isCreatedHere(keyOf(api, PropertyID)) &&
					isSameText(StreetNum, fields.AddressNum) &&
					isSameText(Street, fields.Address),
			),
		keysOf: ({ PropertyID }) => [keyOf(api, PropertyID)],
		unexpected: () => api.notWiseAgent(),
		signal: api.signal,
	});
}

function keyOf(api: WiseAgentClient, propertyId: unknown): string {
	return `${api.accountKey}/property/${String(propertyId)}`;
}

/**
 * Writes the given fields. Wise Agent wants the address with every change, so where none is given the own one is read
 * and sent along.
 */
export async function updateProperty(api: WiseAgentClient, id: string, fields: Fields): Promise<void> {
	const { StreetNum, Street } =
		fields.AddressNum && fields.Address ? {} : propertyOf(await readProperty(api, id));
	await api.write('PUT', 'updateProperty', {
		form: {
			propertyID: id,
			AddressNum: textOrNone(StreetNum),
			Address: textOrNone(Street),
			...fields,
		},
		record: `property/${id}`,
	});
}

function textOrNone(value: unknown): string | undefined {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export async function deleteProperty(api: WiseAgentClient, id: string): Promise<void> {
	await api.write('DELETE', 'deleteProperty', { query: { propertyID: id }, record: `property/${id}` });
}

/** Adds pictures by their addresses. */
export async function addPhotos(api: WiseAgentClient, id: string, urls: string[]): Promise<void> {
	await api.once('addPropertyPhoto', { propertyId: id, imageURLS_CSV: urls.join(',') });
}

/** Says what a contact is to a property. */
export async function connectContact(
	api: WiseAgentClient,
	id: string,
	clientId: string,
	relation: string | undefined,
): Promise<void> {
	await api.once('addPropertyConnection', {
		PropertyID: id,
		ClientID: clientId,
		ClientRelation: relation,
	});
}

/** What a contact looks for; it may be several things. */
export async function listSearchProfiles(api: WiseAgentClient, clientId: string): Promise<IDataObject[]> {
	const answer = await api.read('getPropertySearchCriteriaList', { clientID: clientId });
	const profiles = listIn(fieldOf(recordIn(answer) ?? {}, 'propertySearchCriteria'));
	if (!profiles) throw api.notWiseAgent();
	return profiles;
}

/** One search profile. Throws a `Failure` when it is not there: then Wise Agent answers an empty object. */
export async function readSearchProfile(api: WiseAgentClient, searchId: string): Promise<IDataObject> {
	const profile = recordIn(await api.read('getPropertySearchCriteria', { SearchID: searchId }));
	if (!profile || Object.keys(profile).length === 0) throw notFound('Search profile', searchId);
	return { SearchID: searchId, ...profile };
}

/** Adds a search profile to a contact, once. */
export async function addSearchProfile(
	api: WiseAgentClient,
	clientId: string,
	fields: Fields,
): Promise<IDataObject> {
	let before = new Set<unknown>();
	return await createOnce<IDataObject>({
		among: [`${api.accountKey}/searchProfiles/${clientId}`],
		send: async (find) => {
			before = new Set((await listSearchProfiles(api, clientId)).map(({ SearchID }) => SearchID));
			const form = { clientid: clientId, propInfo: 1, ...fields };
			return await api.create('addPropertySearchCriteria', form, find);
		},
		// {"success":"…"},{"clientid":"…","searchID":"…"}
		createdIn: (answer) => {
			const parts = Array.isArray(answer) ? (answer as unknown[]) : [answer];
			const id = parts.map((part) => answeredField(part, 'searchID')).find((one) => one !== undefined);
			return id === undefined ? undefined : ({ SearchID: id } as IDataObject);
		},
		look: async () => (await listSearchProfiles(api, clientId)).find(({ SearchID }) => !before.has(SearchID)),
		keysOf: () => [],
		unexpected: () => api.notWiseAgent(),
		signal: api.signal,
	});
}

/** Changes a search profile; its fields have other names than those of a new one. */
export async function updateSearchProfile(
	api: WiseAgentClient,
	searchId: string,
	fields: Fields,
): Promise<void> {
	await api.write('PUT', 'updatePropertySearchCriteria', {
		form: { searchID: searchId, propInfo: 1, ...fields },
		record: `searchProfile/${searchId}`,
	});
}
