import type { IDataObject } from 'n8n-workflow';

import { createdAmong, createOnce } from '../../../core/sending/creating';
import { ownValue } from '../../../core/values/ownValue';
import { answeredField, fieldOf, isId, isOtherId, listIn, recordIn } from '../reading/answers';
import { propertyOf } from '../reading/records';
import type { Fields, WiseAgentClient } from '../client';
import { NotFound, notFound, otherRecord } from '../errors';
import type { PageQuery } from '../pages';
import { readPages } from '../pages';
import { isSameWording } from '../sameWording';
import { making } from '../../../core/operation/request';
import { creating, once, reading, writing } from '../request';

const getProperties = reading('getProperties', 'properties');
const getProperty = reading('getProperty', 'properties');
const addProperty = creating('addProperty', 'properties');
const putProperty = writing('PUT', 'updateProperty', 'properties');
const removeProperty = writing('DELETE', 'deleteProperty', 'properties');
const addPropertyPhoto = once('addPropertyPhoto', 'properties');
const addPropertyConnection = once('addPropertyConnection', 'properties', 'contacts');
const getProfiles = reading('getPropertySearchCriteriaList', 'properties');
const getProfile = reading('getPropertySearchCriteria', 'properties');
const addProfile = creating('addPropertySearchCriteria', 'properties');
const putProfile = writing('PUT', 'updatePropertySearchCriteria', 'properties');

/** So many properties Wise Agent gives at once. Source: official API page. */
export const PROPERTIES_PER_PAGE = 50;

/** Properties, the newest first. */
export const listProperties = making(
	getProperties,
	[],
	async (
		api: WiseAgentClient,
		{ showArchived }: { showArchived: boolean },
		limit: number,
	): Promise<IDataObject[]> => {
		return await readPages({
			limit,
			largestPage: PROPERTIES_PER_PAGE,
			id: 'PropertyID',
			readPage: async (page) => await readPropertyPage(api, showArchived, page),
		});
	},
);

/** One page of properties, the newest first. */
export const readPropertyPage = making(
	getProperties,
	[],
	async (api: WiseAgentClient, showArchived: boolean, page: PageQuery): Promise<IDataObject[]> => {
		return api.recordsIn(await getProperties(api, { showArchived, ...page }), 'PropertyID', 'data');
	},
);

/** One property. Throws a `Failure` when it is not there. */
export const readProperty = making(
	getProperty,
	[],
	async (api: WiseAgentClient, id: string): Promise<IDataObject> => {
		const property = await findProperty(api, { propertyID: id });
		if (!property) throw notFound('Property', id);
		return property;
	},
);

/** One property, by its id or by its address, or `undefined` when it is not there. */
export const findProperty = making(
	getProperty,
	[],
	async (api: WiseAgentClient, by: Fields): Promise<IDataObject | undefined> => {
		const answer = await getProperty(api, by).catch((error: unknown) => {
			if (error instanceof NotFound) return [];
			throw error;
		});
		if (Array.isArray(answer) && answer.length === 0) return undefined;
		const property = recordIn(answer);
		if (!property || !isId(property.PropertyID)) throw api.notWiseAgent();
		const asked = Object.entries(by).find(([name, value]) => !isAnswerTo(name, value, property));
		if (asked) throw otherRecord('Property', String(asked[1]), property.PropertyID);
		return property;
	},
);

/** Whether a property has what was asked for; a state may be asked for by its name and shown by its letters. */
function isAnswerTo(name: string, value: Fields[string], property: IDataObject): boolean {
	if (name === 'propertyID') return !isOtherId(property.PropertyID, String(value));
	const shown = fieldOf(property, name);
	if (name === 'State' || shown === undefined || shown === null || shown === '') return true;
	return isWithin(shown, value) || isWithin(value, shown);
}

function isWithin(part: unknown, whole: unknown): boolean {
	const plain = (text: unknown) => String(text).replace(/\W/g, '').toLowerCase();
	return plain(whole).includes(plain(part));
}

/** Creates a property, once. Wise Agent does not say when one was added, so the newest ones are read before. */
export const createProperty = making(
	addProperty,
	[listProperties],
	async (
		api: WiseAgentClient,
		fields: Fields & { AddressNum: string; Address: string },
	): Promise<IDataObject> => {
		// One that is to be archived may be among the others at first.
		const lists = fields.Archive === true ? [true, false] : [false];
		const newest = async () => {
			const pages = lists.map(
				async (showArchived) => await listProperties(api, { showArchived }, PROPERTIES_PER_PAGE),
			);
			return (await Promise.all(pages)).flat();
		};
		let before = new Set<unknown>();
		return await createOnce<IDataObject>(api.account, {
			among: ['properties'],
			send: async (find) => {
				before = new Set((await newest()).map(({ PropertyID }) => PropertyID));
				return await addProperty(api, fields, find);
			},
			createdIn: (answer) => {
				const PropertyID = answeredField(answer, 'propertyId');
				return isId(PropertyID) ? ({ PropertyID } as IDataObject) : undefined;
			},
			look: async () =>
				createdAmong(
					await newest(),
					({ PropertyID }) =>
						before.has(PropertyID) || api.account.hasCreated(keyOf(PropertyID)) ? 'older' : 'new',
					({ StreetNum, Street }) =>
						isSameWording(StreetNum, fields.AddressNum) && isSameWording(Street, fields.Address),
				),
			keysOf: ({ PropertyID }) => [keyOf(PropertyID)],
			unexpected: () => api.unclear('addProperty'),
			signal: api.signal,
		});
	},
);

function keyOf(propertyId: unknown): string {
	return `property/${String(propertyId)}`;
}

/**
 * Writes the given fields. Wise Agent wants the address with every change, so where none is given the own one is read
 * and sent along.
 */
export const updateProperty = making(
	putProperty,
	[readProperty],
	async (api: WiseAgentClient, id: string, fields: Fields): Promise<void> => {
		const { StreetNum, Street } =
			fields.AddressNum && fields.Address ? {} : propertyOf(await readProperty(api, id));
		await putProperty(api, {
			form: {
				propertyID: id,
				AddressNum: textOrNone(StreetNum),
				Address: textOrNone(Street),
				...fields,
			},
			record: `property/${id}`,
		});
	},
);

function textOrNone(value: unknown): string | undefined {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export const deleteProperty = making(
	removeProperty,
	[],
	async (api: WiseAgentClient, id: string): Promise<void> => {
		await removeProperty(api, { query: { propertyID: id }, record: `property/${id}` });
	},
);

/** Adds pictures by their addresses. */
export const addPhotos = making(
	addPropertyPhoto,
	[],
	async (api: WiseAgentClient, id: string, urls: string[]): Promise<void> => {
		await addPropertyPhoto(api, { propertyId: id, imageURLS_CSV: urls.join(',') });
	},
);

/** Says what a contact is to a property. */
export const connectContact = making(
	addPropertyConnection,
	[],
	async (api: WiseAgentClient, id: string, clientId: string, relation: string | undefined): Promise<void> => {
		await addPropertyConnection(api, {
			PropertyID: id,
			ClientID: clientId,
			ClientRelation: relation,
		});
	},
);

/** What a contact looks for; it may be several things. */
export const listSearchProfiles = making(
	getProfiles,
	[],
	async (api: WiseAgentClient, clientId: string): Promise<IDataObject[]> => {
		const answer = await getProfiles(api, { clientID: clientId });
		const profiles = listIn(fieldOf(recordIn(answer) ?? {}, 'propertySearchCriteria'));
		if (!profiles?.every((one) => isId(one.SearchID) && isProfile(one))) throw api.notWiseAgent();
		return api.recordsOf(clientId, 'ClientID', profiles);
	},
);

/** One search profile. Throws a `Failure` when it is not there: then Wise Agent answers an empty object. */
export const readSearchProfile = making(
	getProfile,
	[],
	async (api: WiseAgentClient, searchId: string): Promise<IDataObject> => {
		const profile = recordIn(await getProfile(api, { SearchID: searchId }));
		if (profile && Object.keys(profile).length === 0) throw notFound('Search profile', searchId);
		if (!profile || !isProfile(profile)) throw api.notWiseAgent();
		const own = fieldOf(profile, 'SearchID');
		if (isOtherId(own, searchId)) throw otherRecord('Search profile', searchId, own);
		return { SearchID: searchId, ...profile };
	},
);

/** Fields of a search profile. Source: official API page. */
const PROFILE_FIELDS = [
	...['propCity', 'propZip', 'propType', 'propArea', 'propNotes', 'minPrice', 'maxPrice'],
	...['propBath', 'propBed', 'propRentOwn', 'propMoving', 'propSqft'],
];

function isProfile(record: IDataObject): boolean {
	return PROFILE_FIELDS.some((name) => fieldOf(record, name) !== undefined);
}

/**
 * Adds a search profile to a contact, once.
 *
 * @param wishes by the names under which a search profile shows them
 * @param fields the same, as they are sent
 */
export const addSearchProfile = making(
	addProfile,
	[listSearchProfiles],
	async (api: WiseAgentClient, clientId: string, wishes: Fields, fields: Fields): Promise<IDataObject> => {
		let before = new Set<unknown>();
		return await createOnce<IDataObject>(api.account, {
			among: [`searchProfiles/${clientId}`],
			send: async (find) => {
				before = new Set((await listSearchProfiles(api, clientId)).map(({ SearchID }) => SearchID));
				const form = { clientid: clientId, propInfo: 1, ...fields };
				return await addProfile(api, form, find);
			},
			// {"success":"…"},{"clientid":"…","searchID":"…"}
			createdIn: (answer) => {
				const parts = Array.isArray(answer) ? (answer as unknown[]) : [answer];
				const id = parts.map((part) => answeredField(part, 'searchID')).find(isId);
				return id === undefined ? undefined : ({ SearchID: id } as IDataObject);
			},
			look: async () =>
				createdAmong(
					await listSearchProfiles(api, clientId),
					({ SearchID }) => (before.has(SearchID) ? 'older' : 'new'),
					(profile) =>
						Object.entries(wishes).every(([name, wish]) => isSameWording(ownValue(profile, name), wish)),
				),
			keysOf: () => [],
			unexpected: () => api.unclear('addPropertySearchCriteria'),
			signal: api.signal,
		});
	},
);

/** Changes a search profile; its fields have other names than those of a new one. */
export const updateSearchProfile = making(
	putProfile,
	[],
	async (api: WiseAgentClient, searchId: string, fields: Fields): Promise<void> => {
		await putProfile(api, {
			form: { searchID: searchId, propInfo: 1, ...fields },
			record: `searchProfile/${searchId}`,
		});
	},
);
