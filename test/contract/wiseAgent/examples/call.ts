import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { byId, DEMO } from '../../../support/wiseAgent';
import type { ResourceExamples } from './example';
import { addPerson, prepared, withContact } from './example';

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

export const call: ResourceExamples = {
	create: {
		...withContact,
		parameters: { contactId: prepared('contactId'), additionalFields: fields, options: {} },
	},
	delete: { ...withCall, parameters: ofTheCall },
	get: { ...withCall, parameters: ofTheCall },
	getAll: {
		...withCall,
		parameters: {
			contactId: prepared('contactId'),
			returnAll: true,
			limit: 50,
			options: { orderByNextContactDate: true },
		},
	},
	update: {
		...withCall,
		parameters: { ...ofTheCall, updateFields: { ...fields, DateCompleted: '2027-03-01T10:45:00' } },
	},
};
