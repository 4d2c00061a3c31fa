import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { byId, DEMO } from '../../support/wiseAgent';
import { addPerson, withContact } from '../../support/wiseAgentPerson';
import { prepared } from '../prepared';
import type { WiseAgentCase } from '../case';
import { notADate, nothingToUpdate, wrongLimit, wrongTimeout } from '../wrongValues';

const withCall = {
	prepare: (sandbox: WiseAgentSandbox) => {
		const contactId = addPerson(sandbox);
		const call = sandbox.state.addCall({
			ClientId: contactId,
			CallType: 'Phone',
			Reason: 'Viewing',
			InsideTeamId: DEMO.team.miguel,
			nextContactAt: '2027-03-01T17:30:00.000Z',
		});
		return { contactId, callId: String(call.CallId) };
	},
};

const ofTheCall = { contactId: prepared('contactId'), callId: prepared('callId'), options: {} };

const fields = {
	InsideTeamId: byId(String(DEMO.team.priya)),
	CallType: 'Phone',
	Completed: true,
	FlagImportant: true,
	NextContactDate: '2027-03-01T10:30:00',
	Reason: 'Offer',
};

export const cases: Record<string, WiseAgentCase> = {
	create: {
		example: {
			...withContact,
			parameters: { contactId: prepared('contactId'), additionalFields: fields, options: {} },
		},
		wrong: {
			parameters: { additionalFields: { NextContactDate: 'soon' } },
			message: notADate('Next Contact Date'),
			field: 'Next Contact Date',
		},
	},
	delete: {
		example: { ...withCall, parameters: ofTheCall },
		wrong: {
			parameters: { callId: byId('a b') },
			message: 'Wise Agent does not know this record: CallId was not found',
		},
	},
	get: { example: { ...withCall, parameters: ofTheCall }, wrong: wrongTimeout(0) },
	getAll: {
		example: {
			...withCall,
			parameters: {
				contactId: prepared('contactId'),
				returnAll: true,
				limit: 50,
				options: { orderByNextContactDate: true },
			},
		},
		wrong: wrongLimit(1.5),
	},
	update: {
		example: {
			...withCall,
			parameters: { ...ofTheCall, updateFields: { ...fields, DateCompleted: '2027-03-01T10:45:00' } },
		},
		wrong: nothingToUpdate,
	},
};
