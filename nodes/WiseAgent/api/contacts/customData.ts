import { createOnce } from '../../../core/creating';
import { Failure } from '../../../core/failure';
import { alone } from '../alone';
import { answeredField } from '../answers';
import { contactOf } from '../clean/records';
import type { WiseAgentClient } from '../client';
import { readContact } from './contacts';

/** One entry of a contact's custom data. */
export interface CustomDatum {
	Key: string;
	Value: string | null;
}

export interface WrittenDatum extends CustomDatum {
	outcome: 'created' | 'updated' | 'unchanged';
	ClientCustomID?: unknown;
}

export async function readCustomData(api: WiseAgentClient, id: string): Promise<CustomDatum[]> {
	const { CustomData } = contactOf(await readContact(api, id));
	return Array.isArray(CustomData) ? CustomData : [];
}

/** Sets one entry, and adds it where the contact does not have it. */
export async function setCustomData(
	api: WiseAgentClient,
	id: string,
	key: string,
	value: string,
): Promise<WrittenDatum> {
	return await alone(api, `contact/${id}`, async () => {
		const existing = find(await readCustomData(api, id), key);
		if (existing && (existing.Value ?? '') === value) return { ...existing, outcome: 'unchanged' };
		return existing ? await edit(api, id, existing.Key, value) : await add(api, id, key, value);
	});
}

function find(data: CustomDatum[], key: string): CustomDatum | undefined {
	return data.find(({ Key }) => Key === key) ?? data.find(({ Key }) => isSame(Key, key));
}

function isSame(a: string, b: string): boolean {
	return a.trim().toLowerCase() === b.trim().toLowerCase();
}

async function add(api: WiseAgentClient, id: string, Key: string, Value: string): Promise<WrittenDatum> {
	return await createOnce<WrittenDatum>({
		among: [`${api.accountKey}/customData/${id}`],
		send: async (find) => await api.create('addClientCustom', { ClientID: id, Key, Value }, find),
		createdIn: (answer) => {
			const ClientCustomID = answeredField(answer, 'ClientCustomID');
			return { Key, Value, outcome: 'created', ...(ClientCustomID === undefined ? {} : { ClientCustomID }) };
		},
		// A key is there once, so one with this value is ours.
		look: async () => {
			const datum = find(await readCustomData(api, id), Key);
			return datum?.Value === Value ? { ...datum, outcome: 'created' } : undefined;
		},
		keysOf: () => [],
		unexpected: () => api.notWiseAgent(),
		signal: api.signal,
	});
}

/** The documentation prints DELETE, amid calls that use PUT. */
const VERBS = ['PUT', 'DELETE'] as const;

/** Tries both verbs, and looks after each what it did: which of them Wise Agent takes is not sure. */
async function edit(api: WiseAgentClient, id: string, Key: string, Value: string): Promise<WrittenDatum> {
	let refusal: unknown;
	for (const verb of VERBS) {
		const fields = { ClientID: id, Key, Value };
		const call = verb === 'PUT' ? { form: fields } : { query: fields };
		await api.write(verb, 'editClientCustomData', call).catch((error: unknown) => {
			if (!isRefusal(error)) throw error;
			refusal ??= error;
		});
		const datum = find(await readCustomData(api, id), Key);
		if (!datum) return await add(api, id, Key, Value);
		if ((datum.Value ?? '') === Value) return { ...datum, outcome: 'updated' };
	}
	if (refusal instanceof Failure) throw refusal;
	throw new Failure(
		`Wise Agent did not change "${Key}" of contact ${id}`,
		'Change it in Wise Agent itself.',
		{ field: Key, contactId: id },
	);
}

function isRefusal(error: unknown): boolean {
	return error instanceof Failure && !error.details.mayHaveHappened && (error.details.httpCode ?? 400) < 500;
}
