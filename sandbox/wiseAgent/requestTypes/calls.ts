import { DateTime } from 'luxon';
import { sameName } from '../contacts/input';
import { memberName, ownerOf } from '../owners';
import type { CallRecord } from '../records';
import type { Call, RequestType } from '../requestType';
import { ARIZONA, readMinute, usTime } from '../wire/arizona';
import { pageOf } from '../wire/paging';
import { LISTED_SUCCESS, listedFailure, unsuccessful } from '../wire/refusal';
import { deleteTypes } from './deletes';

/** The call list. */
export const callTypes: RequestType[] = [
	{
		name: 'calls',
		verb: 'GET',
		scopes: ['contacts'],
		answer: (call) => ({
			Data: pageOf(callsAskedFor(call), call.parameters, null).map((record) => callView(call, record)),
		}),
	},
	{
		name: 'calls',
		verb: 'POST',
		scopes: ['contacts'],
		answer: (call) => {
			const ClientId = ownerOf(call.state, call.parameters.text('ClientId'));
			if (ClientId === undefined) throw unsuccessful('ClientId was not found');
			const { CallId } = call.state.addCall({ ...sentFields(call), ClientId });
			return { success: true, id: CallId };
		},
	},
	{
		name: 'calls',
		verb: 'PUT',
		scopes: ['contacts'],
		answer: (call) => {
			const { state, parameters } = call;
			const record = state.calls.get(parameters.text('CallId'));
			if (!record) throw unsuccessful('CallId was not found');
			const owner = parameters.text('ClientId');
			const ClientId = owner === '' ? record.ClientId : ownerOf(state, owner);
			if (ClientId === undefined) throw unsuccessful('ClientId was not found');
			state.calls.set(String(record.CallId), { ...record, ...sentFields(call, record), ClientId });
			return { success: true, id: record.CallId };
		},
	},
	...deleteTypes({
		name: 'calls',
		id: 'CallId',
		scopes: ['contacts'],
		remove: ({ state }, id) => {
			if (!state.calls.delete(id)) throw listedFailure('CallId was not found');
			return LISTED_SUCCESS;
		},
	}),
];

/** One call, or those of a contact in the order in which they were added, or by their next date, latest first. */
function callsAskedFor({ state, parameters }: Call): Array<Readonly<CallRecord>> {
	const callId = parameters.text('callId');
	if (callId !== '') {
		const record = state.calls.get(callId);
		return record ? [record] : [];
	}
	const clientId = parameters.text('clientId').toUpperCase();
	if (clientId === '') throw unsuccessful('callId or clientId is required');
	const calls = state.calls.inGroup(clientId);
	if (parameters.flag('orderByNextContactDate')) {
		calls.sort((a, b) => (b.nextContactAt ?? '').localeCompare(a.nextContactAt ?? ''));
	}
	return calls;
}

/** Everything is text; of the times, one is in UTC and says so. Source: official API page. */
function callView({ state, settings }: Call, record: Readonly<CallRecord>): object {
	const { nextContactAt, InsideTeamId } = record;
	return {
		CallId: String(record.CallId),
		Completed: String(record.completedAt !== null),
		FlagImportant: String(record.FlagImportant),
		Reason: record.Reason,
		AssignedTo: memberName(state, InsideTeamId),
		InsideTeamId: InsideTeamId === 0 ? '' : String(InsideTeamId),
		DateAdded: `${usTime(record.addedAt, 'UTC')} UTC`,
		NextContactDate: nextContactAt === null ? '' : usTime(nextContactAt, settings.timeZone),
		ClientId: record.ClientId,
		CallType: record.CallType,
	};
}

/** The fields that were sent with a value.
 * @throws Refusal for a value that cannot be; no source shows the texts */
function sentFields({ state, parameters }: Call, before?: Readonly<CallRecord>): Partial<CallRecord> {
	const fields: Partial<CallRecord> = {};
	const sent = (name: string) => parameters.text(name) !== '';
	if (sent('NextContactDate')) {
		const ms = readMinute(parameters.text('NextContactDate'), ARIZONA);
		if (ms === undefined) throw unsuccessful('NextContactDate is invalid');
		fields.nextContactAt = new Date(ms).toISOString();
	}
	if (sent('CallType')) fields.CallType = parameters.text('CallType');
	if (sent('Reason')) {
		fields.Reason = parameters.sent('Reason') ?? '';
		if (fields.Reason.length > 100) throw unsuccessful('Reason is limited to 100 characters');
	}
	if (sent('FlagImportant')) fields.FlagImportant = parameters.flag('FlagImportant');
	if (sent('InsideTeamId') || sent('AssignedTo')) fields.InsideTeamId = assignee(state, parameters);
	if (sent('Completed')) {
		const completedAt = before?.completedAt ?? state.clock.nextIso();
		fields.completedAt = parameters.flag('Completed') ? completedAt : null;
	}
	if (sent('DateCompleted') && fields.completedAt !== null) {
		const time = DateTime.fromISO(parameters.text('DateCompleted').replace(' ', 'T'), { zone: 'utc' });
		if (!time.isValid) throw unsuccessful('DateCompleted is invalid');
		fields.completedAt = time.toISO();
	}
	return fields;
}

/** The team member by id, else by name. */
function assignee(state: Call['state'], parameters: Call['parameters']): number {
	const id = parameters.text('InsideTeamId');
	const name = parameters.text('AssignedTo');
	for (const { InsideTeamId, Name } of state.team.values()) {
		if (id === '' ? sameName(Name, name) : String(InsideTeamId) === id) return InsideTeamId;
	}
	throw unsuccessful(`${id === '' ? 'AssignedTo' : 'InsideTeamId'} is invalid`);
}
