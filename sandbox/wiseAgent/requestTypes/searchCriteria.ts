import type { SearchCriteriaRecord } from '../records';
import type { Call, RequestType } from '../requestType';
import type { Parameters } from '../wire/parameters';
import { lowerError } from '../wire/refusal';

type Criteria = Omit<SearchCriteriaRecord, 'SearchID' | 'ClientID'>;

/** Fields by the name that they have when they are added to a contact; when they are changed and in answers, they have
 * their own. Source: official API page. */
const ADDED_AS: Readonly<Record<keyof Criteria, string>> = {
	propCity: 'propInfoCity',
	propZip: 'propInfoZip',
	propType: 'propInfoPropType',
	propArea: 'propInfoArea',
	propNotes: 'propInfoNotes',
	minPrice: 'propInfoMinPrice',
	maxPrice: 'propInfoMaxPrice',
	propBath: 'propInfoMinBaths',
	propBed: 'propInfoMinBeds',
	propRentOwn: 'propInfoRentOwn',
	propMoving: 'propInfoMoving',
	propSqft: 'propInfoSqft',
};
const FIELDS = Object.keys(ADDED_AS) as Array<keyof Criteria>;
const NUMBERS: ReadonlyArray<keyof Criteria> = [
	'minPrice',
	'maxPrice',
	'propBath',
	'propBed',
	'propMoving',
	'propSqft',
];

/** What kind of home a contact looks for. */
export const searchCriteriaTypes: RequestType[] = [
	{
		name: 'getPropertySearchCriteria',
		verb: 'GET',
		scopes: ['properties'],
		answer: ({ state, parameters }) => {
			const criteria = state.searchCriteria.get(parameters.text('SearchID'));
			return criteria ? shown(criteria) : {};
		},
	},
	{
		name: 'getPropertySearchCriteriaList',
		verb: 'GET',
		scopes: ['properties'],
		answer: ({ state, parameters }) => ({
			propertySearchCriteria: state.searchCriteria
				.inGroup(parameters.text('clientID'))
				.map((criteria) => ({ SearchID: String(criteria.SearchID), ...shown(criteria) })),
		}),
	},
	{
		name: 'addPropertySearchCriteria',
		verb: 'POST',
		scopes: ['properties'],
		answer: (call) => {
			const contact = call.state.contacts.get(call.parameters.text('clientid'));
			if (!contact) throw lowerError('ClientID not found');
			const criteria = addCriteria(call, contact.ClientID);
			if (!criteria) throw lowerError('propInfo is required');
			// Two objects in a row, which is no JSON: as the official page prints it.
			const ids = { clientid: String(contact.ClientID), searchID: String(criteria.SearchID) };
			return `{"success": "property search profile added"},${JSON.stringify(ids)}`;
		},
	},
	{
		name: 'updatePropertySearchCriteria',
		verb: 'PUT',
		scopes: ['properties'],
		answer: ({ state, parameters }) => {
			const criteria = state.searchCriteria.get(parameters.text('searchID'));
			if (!criteria) throw lowerError('SearchID not found');
			const sent = FIELDS.filter((field) => parameters.has(field));
			const changes = sent.map((field) => [field, valueOf(parameters, field, field)]);
			state.searchCriteria.set(String(criteria.SearchID), {
				...criteria,
				...(Object.fromEntries(changes) as Partial<Criteria>),
			});
			return { success: true };
		},
	},
];

function shown(criteria: Readonly<SearchCriteriaRecord>): object {
	return Object.fromEntries(FIELDS.map((field) => [field, criteria[field]]));
}

function valueOf(parameters: Parameters, field: keyof Criteria, name: string): string | number {
	return NUMBERS.includes(field) ? Math.trunc(Number(parameters.text(name))) || 0 : parameters.text(name);
}

/** Stores what a request says about a contact's search; undefined where `propInfo=1` does not say that it does. */
export function addCriteria({ state, parameters }: Call, ClientID: number): SearchCriteriaRecord | undefined {
	if (!parameters.flag('propInfo')) return undefined;
	const SearchID = state.newId('search');
	const values = FIELDS.map((field) => [field, valueOf(parameters, field, ADDED_AS[field])]);
	const criteria = { SearchID, ClientID, ...(Object.fromEntries(values) as Criteria) };
	state.searchCriteria.set(String(SearchID), criteria);
	return criteria;
}
