import { createOnce } from '../../../core/sending/creating';
import { afterDone } from '../../../core/sending/done';
import { Failure } from '../../../core/failure';
import { answeredField } from '../reading/answers';
import type { Contact } from '../reading/records';
import { contactOf } from '../reading/records';
import type { WiseAgentClient } from '../client';
import { isSameWording } from '../sameWording';
import { readContact } from './contacts';
import type { CustomDatum } from './linking/customDataIn';
import { customDataOf, datumNamed } from './linking/customDataIn';
import { making } from '../../../core/operation/request';
import { creating, writing } from '../request';

const postDatum = creating('addClientCustom', 'contacts');

/** The documentation prints DELETE, amid calls that use PUT. */
const EDITS = [
	writing('PUT', 'editClientCustomData', 'contacts'),
	writing('DELETE', 'editClientCustomData', 'contacts'),
];

export interface WrittenDatum extends CustomDatum {
	outcome: 'created' | 'updated' | 'unchanged';
	ClientCustomID?: unknown;
}

export const readCustomData = making(
	readContact,
	[],
	async (api: WiseAgentClient, id: string): Promise<CustomDatum[]> => {
		return customDataOf(contactOf(await readContact(api, id)));
	},
);

/** Requests that write one entry of a contact that has been read. */
export const MADE_TO_STORE = [postDatum, ...EDITS];

/** Sets one entry, and adds it where the contact does not have it. */
export const setCustomData = making(
	readContact,
	MADE_TO_STORE,
	async (api: WiseAgentClient, id: string, key: string, value: string): Promise<WrittenDatum> => {
		return await api.alone(`contact/${id}`, async () => {
			return await storeDatum(api, id, contactOf(await readContact(api, id)), key, value);
		});
	},
);

/** The same for a contact that has been read. Call it within `alone`. */
export async function storeDatum(
	api: WiseAgentClient,
	id: string,
	contact: Contact,
	key: string,
	value: string,
): Promise<WrittenDatum> {
	const data = customDataOf(contact);
	const existing = datumNamed(data, key);
	if (existing && (existing.Value ?? '') === value) return { ...existing, outcome: 'unchanged' };
	return existing ? await edit(api, id, existing.Key, value) : await add(api, id, data, key, value);
}

/** @param before what the contact has already */
async function add(
	api: WiseAgentClient,
	id: string,
	before: CustomDatum[],
	Key: string,
	Value: string,
): Promise<WrittenDatum> {
	return await createOnce<WrittenDatum>(api.account, {
		among: [`customData/${id}`],
		send: async (find) => await postDatum(api, { ClientID: id, Key, Value }, find),
		createdIn: (answer) => {
			const ClientCustomID = answeredField(answer, 'ClientCustomID');
			return { Key, Value, outcome: 'created', ...(ClientCustomID === undefined ? {} : { ClientCustomID }) };
		},
		// A key is there once, so one with this value is ours; another key or value may be ours, stored otherwise.
		look: async () => {
			const data = await readCustomData(api, id);
			const datum = datumNamed(data, Key);
			if (datum && isSameWording(datum.Value, Value)) return { created: { ...datum, outcome: 'created' } };
			return datum || data.some((one) => !datumNamed(before, one.Key)) ? 'unknown' : 'absent';
		},
		keysOf: () => [],
		unexpected: () => api.unclear('addClientCustom'),
		signal: api.signal,
	});
}

/** Tries both verbs, and looks after each what it did: which of them Wise Agent takes is not sure. */
async function edit(api: WiseAgentClient, id: string, Key: string, Value: string): Promise<WrittenDatum> {
	let refusal: unknown;
	for (const send of EDITS) {
		const fields = { ClientID: id, Key, Value };
		const call = send.endpoint.startsWith('PUT') ? { form: fields } : { query: fields };
		let isDone = true;
		await send(api, call).catch((error: unknown) => {
			if (!isRefusal(error)) throw error;
			refusal ??= error;
			isDone = false;
		});
		const read = async () => await readCustomData(api, id);
		const data = isDone ? await afterDone(doneTo(id, Key), read) : await read();
		const datum = datumNamed(data, Key);
		if (!datum) return await add(api, id, data, Key, Value);
		if ((datum.Value ?? '') === Value) return { ...datum, outcome: 'updated' };
	}
	if (refusal instanceof Failure) throw refusal;
	throw new Failure(
		`Wise Agent did not change "${Key}" of contact ${id}`,
		'Change it in Wise Agent itself.',
		{ field: Key, contactId: id },
	);
}

function doneTo(id: string, key: string) {
	return {
		what: `Wise Agent accepted the change of "${key}" of contact ${id}`,
		missing: 'but it cannot be seen whether it was made',
		details: { updated: true, contactId: id },
	};
}

function isRefusal(error: unknown): boolean {
	return error instanceof Failure && !error.details.mayHaveHappened && (error.details.httpCode ?? 400) < 500;
}
