import type { IDataObject } from 'n8n-workflow';

import { createOnce, isCreatedHere } from '../../../core/creating';
import { answeredField, listIn } from '../answers';
import { callOf } from '../clean/records';
import type { WiseAgentClient } from '../client';
import { deleteRecord } from '../deleting';
import { notFound } from '../errors';
import { readPages } from '../pages';
import { isSameWording } from '../sameWording';
import { isAddedSinceInAnyZone } from '../since';

/**
 * Calls of a contact or a vendor.
 *
 * @param byNextDate by their next date, the latest first, instead of as they were added
 */
export async function listCalls(
	api: WiseAgentClient,
	clientId: string,
	{ limit, byNextDate = false }: { limit: number; byNextDate?: boolean },
): Promise<IDataObject[]> {
	return await readPages({
		limit,
		id: 'CallId',
		readPage: async (page) =>
			callsIn(
				api,
				await api.read('calls', {
					clientId,
					orderByNextContactDate: byNextDate || undefined,
					...page,
				}),
			),
	});
}

/** One call. Throws a `Failure` when it is not there. */
export async function readCall(api: WiseAgentClient, callId: string): Promise<IDataObject> {
	const [call] = callsIn(api, await api.read('calls', { callId }));
	if (!call) throw notFound('Call', callId);
	return call;
}

function callsIn(api: WiseAgentClient, answer: unknown): IDataObject[] {
	const calls = listIn(answer, 'Data');
	if (!calls || calls.some((call) => !('CallId' in call))) throw api.notWiseAgent();
	return calls;
}

/** The writable fields of a call, as they are sent. */
export interface CallFields {
	/** `YYYY-MM-DD HH:mm` in Arizona */
	NextContactDate?: string;
	CallType?: string;
	Completed?: boolean;
	FlagImportant?: boolean;
	InsideTeamId?: string;
	/** At most 100 characters. */
	Reason?: string;
	/** Of a contact, or with a V of a vendor. */
	ClientId?: string;
	[name: string]: string | boolean | undefined;
}

/** Creates a call, once. */
export async function createCall(
	api: WiseAgentClient,
	fields: CallFields & { ClientId: string },
): Promise<IDataObject> {
	return await createOnce<IDataObject>({
		among: [`${api.accountKey}/calls/${fields.ClientId}`],
		send: async (find) => await api.create('calls', fields, find),
		createdIn: (answer) => {
			const CallId = answeredField(answer, 'id');
			return CallId === undefined ? undefined : ({ CallId, ...fields } as IDataObject);
		},
		look: async (startedAt) => {
			const calls = await listCalls(api, fields.ClientId, { limit: Infinity });
			return calls.find((raw) => isOurs(api, raw, fields, startedAt));
		},
		keysOf: ({ CallId }) => [keyOf(api, CallId)],
		unexpected: () => api.notWiseAgent(),
		signal: api.signal,
	});
}

function isOurs(api: WiseAgentClient, raw: IDataObject, fields: CallFields, startedAt: number): boolean {
	const { CallId, Reason, CallType, DateAdded } = callOf(raw);
	return (
		!isCreatedHere(keyOf(api, CallId)) &&
		isSameWording(Reason, fields.Reason) &&
		isSameWording(CallType, fields.CallType) &&
		isAddedSinceInAnyZone(api, DateAdded, startedAt)
	);
}

function keyOf(api: WiseAgentClient, callId: unknown): string {
	return `${api.accountKey}/call/${String(callId)}`;
}

/**
 * Writes the given fields and leaves all others as they are.
 *
 * @param fields `DateCompleted` (UTC) beside those of a new call
 */
export async function updateCall(
	api: WiseAgentClient,
	callId: string,
	fields: CallFields & { DateCompleted?: string },
): Promise<void> {
	await api.write('PUT', 'calls', { form: { CallId: callId, ...fields }, record: `call/${callId}` });
}

export async function deleteCall(api: WiseAgentClient, callId: string): Promise<void> {
	await deleteRecord(api, 'calls', 'CallId', callId);
}
