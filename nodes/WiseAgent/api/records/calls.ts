import type { IDataObject } from 'n8n-workflow';

import type { Age } from '../../../core/sending/creating';
import { createdAmong, createOnce } from '../../../core/sending/creating';
import { answeredField, isId, isOtherId } from '../reading/answers';
import { callOf } from '../reading/records';
import type { WiseAgentClient } from '../client';
import { deleting } from '../deleting';
import { notFound, otherRecord } from '../errors';
import { readPages } from '../pages';
import { isSameWording } from '../sameWording';
import { ageOf } from '../createdAfter';
import { making } from '../../../core/operation/request';
import { creating, reading, writing } from '../request';

const getCalls = reading('calls', 'contacts');
const postCall = creating('calls', 'contacts');
const putCall = writing('PUT', 'calls', 'contacts');

/**
 * Calls of a contact or a vendor.
 *
 * @param byNextDate by their next date, the latest first, instead of as they were added
 */
export const listCalls = making(
	getCalls,
	[],
	async (
		api: WiseAgentClient,
		clientId: string,
		{ limit, byNextDate = false }: { limit: number; byNextDate?: boolean },
	): Promise<IDataObject[]> => {
		return await readPages({
			limit,
			id: 'CallId',
			readPage: async (page) =>
				api.recordsOf(
					clientId,
					'ClientId',
					callsIn(
						api,
						await getCalls(api, {
							clientId,
							orderByNextContactDate: byNextDate || undefined,
							...page,
						}),
					),
				),
		});
	},
);

/** One call. Throws a `Failure` when it is not there. */
export const readCall = making(
	getCalls,
	[],
	async (api: WiseAgentClient, callId: string): Promise<IDataObject> => {
		const calls = callsIn(api, await getCalls(api, { callId }));
		const call = calls.find(({ CallId }) => !isOtherId(CallId, callId));
		if (call) return call;
		throw calls[0] ? otherRecord('Call', callId, calls[0].CallId) : notFound('Call', callId);
	},
);

function callsIn(api: WiseAgentClient, answer: unknown): IDataObject[] {
	return api.recordsIn(answer, 'CallId', 'Data');
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
export const createCall = making(
	postCall,
	[listCalls],
	async (api: WiseAgentClient, fields: CallFields & { ClientId: string }): Promise<IDataObject> => {
		return await createOnce<IDataObject>(api.account, {
			among: [`calls/${fields.ClientId}`],
			send: async (find) => await postCall(api, fields, find),
			createdIn: (answer) => {
				const CallId = answeredField(answer, 'id');
				return isId(CallId) ? ({ CallId, ...fields } as IDataObject) : undefined;
			},
			look: async (startedAt) => {
				const calls = await listCalls(api, fields.ClientId, { limit: Infinity });
				const age = (raw: IDataObject) => ageOfCall(api, raw, startedAt);
				return createdAmong(calls, age, (raw) => isSame(raw, fields));
			},
			keysOf: ({ CallId }) => [keyOf(CallId)],
			unexpected: () => api.unclear('calls'),
			signal: api.signal,
		});
	},
);

function ageOfCall(api: WiseAgentClient, raw: IDataObject, startedAt: number): Age {
	const { CallId, DateAdded } = callOf(raw);
	return api.account.hasCreated(keyOf(CallId)) ? 'older' : ageOf(api, DateAdded, startedAt);
}

function isSame(raw: IDataObject, fields: CallFields): boolean {
	const { Reason, CallType } = callOf(raw);
	return isSameWording(Reason, fields.Reason) && isSameWording(CallType, fields.CallType);
}

function keyOf(callId: unknown): string {
	return `call/${String(callId)}`;
}

/**
 * Writes the given fields and leaves all others as they are.
 *
 * @param fields `DateCompleted` (UTC) beside those of a new call
 */
export const updateCall = making(
	putCall,
	[],
	async (
		api: WiseAgentClient,
		callId: string,
		fields: CallFields & { DateCompleted?: string },
	): Promise<void> => {
		await putCall(api, { form: { CallId: callId, ...fields }, record: `call/${callId}` });
	},
);

export const deleteCall = deleting('calls', 'CallId', 'contacts');
