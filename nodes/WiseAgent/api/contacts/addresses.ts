import type { IDataObject } from 'n8n-workflow';

import { createdAmong, createOnce } from '../../../core/sending/creating';
import { ownValue } from '../../../core/values/ownValue';
import { answeredField, isId } from '../reading/answers';
import type { Fields, WiseAgentClient } from '../client';
import { isSameWording } from '../sameWording';
import { making } from '../../../core/operation/request';
import { creating, reading } from '../request';

const readAddresses = reading('getClientAddresses', 'contacts');
const postAddress = creating('addClientAddress', 'contacts');

/** Addresses of a contact beside its own. */
export const listAddresses = making(
	readAddresses,
	[],
	async (api: WiseAgentClient, id: string): Promise<IDataObject[]> => {
		const answer = await readAddresses(api, { ClientID: id });
		return api.recordsOf(id, 'ClientID', api.recordsIn(answer, 'ClientAddressID', 'data'));
	},
);

/** What has to be equal for an address to be the one that was sent. */
const COMPARED = ['AddressNum', 'Address', 'SuiteNo', 'City', 'State', 'Zip'];

function isSameAddress(address: IDataObject, fields: Fields): boolean {
	return COMPARED.every((name) => {
		const sent = ownValue(fields, name);
		return sent === undefined || isSameWording(ownValue(address, name), sent);
	});
}

/** Adds an address, once. Wise Agent does not say when one was added, so those that are there are read before. */
export const addAddress = making(
	postAddress,
	[listAddresses],
	async (api: WiseAgentClient, id: string, fields: Fields): Promise<{ ClientAddressID: unknown }> => {
		const keyOf = (addressId: unknown) => `address/${String(addressId)}`;
		let before = new Set<unknown>();
		return await createOnce(api.account, {
			among: [`addresses/${id}`],
			send: async (find) => {
				before = new Set((await listAddresses(api, id)).map(({ ClientAddressID }) => ClientAddressID));
				return await postAddress(api, { ClientID: id, ...fields }, find);
			},
			createdIn: (answer) => {
				const ClientAddressID = answeredField(answer, 'ClientAddressID');
				return isId(ClientAddressID) ? { ClientAddressID } : undefined;
			},
			look: async () => {
				const looked = createdAmong(
					await listAddresses(api, id),
					({ ClientAddressID }) =>
						before.has(ClientAddressID) || api.account.hasCreated(keyOf(ClientAddressID)) ? 'older' : 'new',
					(address) => isSameAddress(address, fields),
				);
				if (typeof looked === 'string') return looked;
				return { created: { ClientAddressID: looked.created.ClientAddressID } };
			},
			keysOf: ({ ClientAddressID }) => [keyOf(ClientAddressID)],
			unexpected: () => api.unclear('addClientAddress'),
			signal: api.signal,
		});
	},
);
