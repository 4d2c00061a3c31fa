import { createOnce } from '../../../core/sending/creating';
import { afterDone } from '../../../core/sending/done';
import { Failure } from '../../../core/failure';
import { isObject } from '../../../core/values/objects';
import { answeredField, isId } from '../reading/answers';
import { contactOf } from '../reading/records';
import type { WiseAgentClient } from '../client';
import { isSameWording } from '../sameWording';
import { readContact } from './contacts';
import { making } from '../../../core/operation/request';
import { creating, writing } from '../request';

const postDatum = creating('addClientCustom', 'contacts');

/** The documentation prints DELETE, amid calls that use PUT. */
const EDITS = [
	writing('PUT', 'editClientCustomData', 'contacts'),
	writing('DELETE', 'editClientCustomData', 'contacts'),
];

/** One entry of a contact's custom data. */
export interface CustomDatum {
	Key: string;
	Value: string | null;
}

export interface WrittenDatum extends CustomDatum {
	outcome: 'created' | 'updated' | 'unchanged';
	ClientCustomID?: unknown;
}

export const readCustomData = making(
	readContact,
	[],
	async (api: WiseAgentClient, id: string): Promise<CustomDatum[]> => {
		const data: unknown = contactOf(await readContact(api, id)).CustomData ?? [];
		const entries = Array.isArray(data) ? (data as unknown[]).map(datumOf) : [undefined];
		if (!entries.every((entry) => entry !== undefined)) throw unreadable(id);
		return entries;
	},
);

/** An entry as texts; `undefined` when it has no key. */
function datumOf(entry: unknown): CustomDatum | undefined {
	if (!isObject(entry) || !isId(entry.Key)) return undefined;
	const { Key, Value = null } = entry;
	const isText = Value === null || typeof Value === 'string';
	return { ...entry, Key: String(Key), Value: isText ? Value : JSON.stringify(Value) };
}

function unreadable(id: string): Failure {
	return new Failure(
		`The custom data of contact ${id} cannot be read: Wise Agent returned it in another form`,
		'Look at it in Wise Agent, and run the item again.',
		{ contactId: id, field: 'CustomData' },
	);
}

/** Sets one entry, and adds it where the contact does not have it. */
export const setCustomData = making(
	readContact,
	[postDatum, ...EDITS],
	async (api: WiseAgentClient, id: string, key: string, value: string): Promise<WrittenDatum> => {
		return await api.alone(`contact/${id}`, async () => {
			const data = await readCustomData(api, id);
			const existing = find(data, key);
			if (existing && (existing.Value ?? '') === value) return { ...existing, outcome: 'unchanged' };
			return existing ? await edit(api, id, existing.Key, value) : await add(api, id, data, key, value);
		});
	},
);

function find(data: CustomDatum[], key: string): CustomDatum | undefined {
	return data.find(({ Key }) => Key === key) ?? data.find(({ Key }) => isSame(Key, key));
}

function isSame(a: string, b: string): boolean {
	return a.trim().toLowerCase() === b.trim().toLowerCase();
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
			const datum = find(data, Key);
			if (datum && isSameWording(datum.Value, Value)) return { created: { ...datum, outcome: 'created' } };
			return datum || data.some((one) => !find(before, one.Key)) ? 'unknown' : 'absent';
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
		const datum = find(data, Key);
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
