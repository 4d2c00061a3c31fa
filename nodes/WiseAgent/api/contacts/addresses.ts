import type { IDataObject } from 'n8n-workflow';

import { createOnce, isCreatedHere } from '../../../core/creating';
import { isSameText } from '../../../core/values/sameText';
import { answeredField, listIn } from '../answers';
import type { Fields, WiseAgentClient } from '../client';

/** Addresses of a contact beside its own. */
export async function listAddresses(api: WiseAgentClient, id: string): Promise<IDataObject[]> {
	const addresses = listIn(await api.read('getClientAddresses', { ClientID: id }), 'data');
	if (!addresses || addresses.some((one) => !('ClientAddressID' in one))) throw api.notWiseAgent();
	return addresses;
}

/** What has to be equal for an address to be the one that was sent. */
const COMPARED = ['AddressNum', 'Address', 'SuiteNo', 'City', 'State', 'Zip'];

/** Adds an address, once. Wise Agent does not say when one was added, so those that are there are read before. */
export async function addAddress(
	api: WiseAgentClient,
	id: string,
	fields: Fields,
): Promise<{ ClientAddressID: unknown }> {
	const keyOf = (addressId: unknown) => `${api.accountKey}/address/${String(addressId)}`;
	let before = new Set<unknown>();
	return await createOnce({
		among: [`${api.accountKey}/addresses/${id}`],
		send: async (find) => {
			before = new Set((await listAddresses(api, id)).map(({ ClientAddressID }) => ClientAddressID));
			return await api.create('addClientAddress', { ClientID: id, ...fields }, find);
		},
		createdIn: (answer) => {
			const ClientAddressID = answeredField(answer, 'ClientAddressID');
			return ClientAddressID === undefined ? undefined : { ClientAddressID };
		},
		look: async () => {
			const found = (await listAddresses(api, id)).find(
				(address) =>
					!before.has(address.ClientAddressID) &&
					!isCreatedHere(keyOf(address.ClientAddressID)) &&
					COMPARED.every((name) => fields[name] === undefined || isSameText(address[name], fields[name])),
			);
			return found && { ClientAddressID: found.ClientAddressID };
		},
		keysOf: ({ ClientAddressID }) => [keyOf(ClientAddressID)],
		unexpected: () => api.notWiseAgent(),
		signal: api.signal,
	});
}
