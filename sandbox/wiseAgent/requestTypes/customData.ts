import { sameName } from '../contacts/input';
import type { AddressRecord, ContactRecord, CustomDataRecord } from '../records';
import type { Call, RequestType } from '../requestType';
import { lowerError, unsuccessful } from '../wire/refusal';

/** What a contact has beside its fields: custom data, and further addresses. */
export const customDataTypes: RequestType[] = [
	{ name: 'addClientCustom', verb: 'POST', scopes: ['contacts'], answer: addClientCustom },
	...(['PUT', 'DELETE'] as const).map((verb): RequestType => ({
		name: 'editClientCustomData',
		verb,
		scopes: ['contacts'],
		isServed: ({ editCustomDataVerb }) => editCustomDataVerb === 'both' || editCustomDataVerb === verb,
		answer: editClientCustomData,
	})),
	{
		name: 'getClientAddresses',
		verb: 'GET',
		scopes: ['contacts'],
		answer: (call) => {
			const { ClientID } = contactOf(call, lowerError);
			return call.state.addresses.inGroup(String(ClientID));
		},
	},
	{ name: 'addClientAddress', verb: 'POST', scopes: ['contacts'], answer: addClientAddress },
];

/** @throws Refusal; of the texts, no source shows any */
function contactOf(
	{ state, parameters }: Call,
	refusal: (message: string) => Error,
): Readonly<ContactRecord> {
	const id = parameters.text('ClientID');
	const contact = state.contacts.get(id);
	if (!contact) throw refusal(id === '' ? 'Missing ClientID' : `ClientID ${id} was not found`);
	return contact;
}

function addClientCustom(call: Call): object {
	const { state, parameters } = call;
	const { ClientID } = contactOf(call, unsuccessful);
	const Key = parameters.text('Key');
	if (Key === '') throw unsuccessful('There was an error while inserting the data');
	if (withKey(state, ClientID, Key)) {
		throw unsuccessful(`Duplicate Key '${Key}' cannot be inserted for ClientID ${ClientID}`);
	}
	const ClientCustomID = state.newId('custom');
	const Value = parameters.sent('Value') ?? '';
	state.customData.set(String(ClientCustomID), { ClientCustomID, ClientID, Key, Value });
	return { success: true, ClientCustomID };
}

/** Changes the value of a key, or, where the id is sent, both. */
function editClientCustomData(call: Call): object {
	const { state, parameters } = call;
	const { ClientID } = contactOf(call, unsuccessful);
	const id = parameters.text('ClientCustomID');
	const Key = parameters.text('Key');
	if (id === '' && Key === '') throw unsuccessful('Key or ClientCustomID is required');
	const byId = state.customData.get(id);
	const entry = id === '' ? withKey(state, ClientID, Key) : byId?.ClientID === ClientID ? byId : undefined;
	if (!entry) throw unsuccessful(`${id === '' ? 'Key' : 'ClientCustomID'} was not found`);
	const other = Key === '' ? undefined : withKey(state, ClientID, Key);
	if (other && other.ClientCustomID !== entry.ClientCustomID) {
		throw unsuccessful(`Duplicate Key '${Key}' cannot be inserted for ClientID ${ClientID}`);
	}
	state.customData.set(String(entry.ClientCustomID), {
		...entry,
		...(Key === '' ? {} : { Key }),
		...(parameters.has('Value') ? { Value: parameters.sent('Value') ?? '' } : {}),
	});
	return { success: 'true' };
}

function withKey(
	state: Call['state'],
	clientId: number,
	key: string,
): Readonly<CustomDataRecord> | undefined {
	return state.customData.inGroup(String(clientId)).find(({ Key }) => sameName(Key, key));
}

function addClientAddress(call: Call): object {
	const { state, parameters } = call;
	const { ClientID } = contactOf(call, unsuccessful);
	const text = (name: string) => parameters.text(name);
	if (text('AddressNum') === '' || text('Address') === '') {
		throw unsuccessful('Address and AddressNum must be provided');
	}
	// Source: the second of the two sections on it, which the official page has.
	if (text('Zip') === '' && (text('City') === '' || text('State') === '')) {
		throw unsuccessful('Zip, or City and State must be provided');
	}
	const address = storeAddress(state, {
		ClientID,
		AddressType: text('AddressType') || 'other',
		AddressNum: text('AddressNum'),
		Address: text('Address'),
		SuiteNo: text('SuiteNo'),
		POBox: text('POBox'),
		BldgFloor: text('BldgFloor'),
		City: text('City'),
		State: text('State'),
		Zip: text('Zip'),
		County: text('County'),
		Country: text('Country'),
		MLS: text('MLS'),
		Subdivision: text('Subdivision') || null,
		Township: text('Township') || null,
	});
	return { success: true, ClientAddressID: address.ClientAddressID };
}

/** Stores an address under an id of its own. */
export function storeAddress(
	state: Call['state'],
	fields: Omit<AddressRecord, 'ClientAddressID'>,
): AddressRecord {
	const ClientAddressID = state.newId('address');
	const address = { ClientAddressID, ...fields };
	state.addresses.set(String(ClientAddressID), address);
	return address;
}
