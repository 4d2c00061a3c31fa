import { sameName } from '../contacts/input';
import type { PropertyRecord, PropertyText } from '../records';
import { PROPERTY_DETAILS } from '../records';
import type { Call, RequestType } from '../requestType';
import { emptyProperty } from '../emptyRecords';
import { propertyView } from '../views/property';
import { pageOf } from '../wire/paging';
import { lowerError, statusError } from '../wire/refusal';

/** Homes that are for sale, were sold or are looked at. */
export const propertyTypes: RequestType[] = [
	{
		name: 'getProperty',
		verb: 'GET',
		scopes: ['properties'],
		answer: (call) => propertyView(askedFor(call)),
	},
	{
		name: 'getProperties',
		verb: 'GET',
		scopes: ['properties'],
		answer: ({ state, parameters }) => {
			const archived = parameters.flag('showArchived');
			const shown = [...state.properties.values()]
				.filter((property) => property.archived === archived)
				.sort((a, b) => b.addedAt.localeCompare(a.addedAt));
			return pageOf(shown, parameters, 50).map(propertyView);
		},
	},
	{
		name: 'addProperty',
		verb: 'POST',
		scopes: ['properties'],
		answer: (call) => {
			const { state, parameters } = call;
			if (parameters.text('Address') === '' || parameters.text('AddressNum') === '') {
				throw statusError('Address and AddressNum must be provided');
			}
			const PropertyID = state.newId('property');
			const property: PropertyRecord = {
				...emptyProperty(),
				addedAt: state.clock.nextIso(),
				photos: parameters.list('imageURLS_CSV'),
				...sentFields(call, {}),
				PropertyID,
			};
			state.properties.set(String(PropertyID), property);
			return { status: 'success', data: { propertyId: String(PropertyID) } };
		},
	},
	{
		name: 'updateProperty',
		verb: 'PUT',
		scopes: ['properties'],
		answer: (call) => {
			const property = found(call, 'Property not found');
			const changed = { ...property, ...sentFields(call, property.details, property) };
			call.state.properties.set(String(property.PropertyID), changed);
			return { status: 'success', data: { propertyId: String(property.PropertyID) } };
		},
	},
	{
		name: 'deleteProperty',
		verb: 'DELETE',
		scopes: ['properties'],
		answer: ({ state, parameters }) => {
			if (!state.properties.delete(parameters.text('propertyID'))) {
				throw lowerError('propertyID was not found');
			}
			return { success: true };
		},
	},
	{
		name: 'addPropertyPhoto',
		verb: 'POST',
		scopes: ['properties'],
		answer: (call) => {
			const property = found(call, 'Property Not Found.');
			const photos = [...property.photos, ...call.parameters.list('imageURLS_CSV')];
			call.state.properties.set(String(property.PropertyID), { ...property, photos });
			return { status: 'success', data: { message: 'Property Photos added.' } };
		},
	},
	{
		name: 'addPropertyConnection',
		verb: 'POST',
		scopes: ['properties', 'contacts'],
		needsAll: true,
		answer: (call) => {
			const property = found(call, 'Property Not Found.');
			if (!call.state.contacts.has(call.parameters.text('ClientID'))) throw statusError('Client Not Found.');
			const connections = connected(call, property.connections);
			call.state.properties.set(String(property.PropertyID), { ...property, connections });
			return { status: 'success', data: { message: 'Client property relationship created.' } };
		},
	},
];

function found({ state, parameters }: Call, message: string): Readonly<PropertyRecord> {
	const property = state.properties.get(parameters.text('propertyID'));
	if (!property) throw statusError(message);
	return property;
}

/** By id, else the first one that has all of the other fields that are sent. */
function askedFor({ state, parameters }: Call): Readonly<PropertyRecord> {
	const id = parameters.text('propertyID');
	if (id !== '') {
		const property = state.properties.get(id);
		if (!property) throw statusError(`Property ID ${id} Does not exist`);
		return property;
	}
	const names: PropertyText[] = ['StreetNum', 'Street', 'State', 'PostalCode', 'MLS'];
	const sent = names.filter((name) => parameters.text(name) !== '');
	if (sent.length === 0) throw statusError('propertyID or an address must be provided');
	for (const property of state.properties.values()) {
		if (sent.every((name) => sameName(property[name], parameters.text(name)))) return property;
	}
	throw statusError('Property Does not exist');
}

/** Names under which fields are sent that are answered under others. */
const TEXTS: ReadonlyArray<readonly [sent: string, answered: PropertyText]> = [
	['AddressNum', 'StreetNum'],
	['Address', 'Street'],
	['AddressSuit', 'Suite'],
	['City', 'City'],
	['State', 'State'],
	['Zip', 'PostalCode'],
	['Country', 'Country'],
	['County', 'County'],
	['Subdivision', 'Subdivision'],
	['LotNum', 'LotNum'],
	['PoBox', 'POBox'],
	['MLS', 'MLS'],
	['TourUrl', 'WebLink'],
];

function sentFields(
	call: Call,
	detailsBefore: Readonly<Record<string, string>>,
	before?: Readonly<PropertyRecord>,
): Partial<PropertyRecord> {
	const { parameters } = call;
	const texts = TEXTS.filter(([sent]) => parameters.has(sent)).map(([sent, answered]) => [
		answered,
		parameters.text(sent),
	]);
	const details = PROPERTY_DETAILS.filter((name) => parameters.has(name)).map((name) => [
		name,
		parameters.text(name),
	]);
	return {
		...Object.fromEntries(texts),
		details: { ...detailsBefore, ...Object.fromEntries(details) },
		...(parameters.has('Archive') ? { archived: parameters.flag('Archive') } : {}),
		connections: connected(call, before?.connections ?? []),
	};
}

/** The connections with the one that is sent, if any. */
function connected(
	{ state, parameters }: Call,
	before: PropertyRecord['connections'],
): PropertyRecord['connections'] {
	const contact = state.contacts.get(parameters.text('ClientId'));
	if (!contact) return before;
	const ClientRelation = parameters.text('ClientRelation') || 'N/A';
	const others = before.filter(({ ClientID }) => ClientID !== contact.ClientID);
	return [...others, { ClientID: contact.ClientID, ClientRelation }];
}
