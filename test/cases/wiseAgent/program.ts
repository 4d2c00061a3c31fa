import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { byId, UNKNOWN } from '../../support/wiseAgent';
import { withContact } from '../../support/wiseAgentPerson';
import { prepared } from '../prepared';
import type { WiseAgentCase } from '../case';
import { wrongLimit } from '../wrongValues';

const all = { returnAll: true, limit: 50, options: {} };

const withProgram = {
	prepare: (sandbox: WiseAgentSandbox) => {
		const programs = [...sandbox.state.programs.values()];
		return { ...withContact.prepare(sandbox), programId: String(programs[0]?.ProgramID) };
	},
};

export const cases: Record<string, WiseAgentCase> = {
	addContact: {
		example: {
			...withProgram,
			parameters: { contactId: prepared('contactId'), programID: prepared('programId'), options: {} },
		},
		wrong: {
			parameters: { programID: byId(UNKNOWN) },
			message: 'Wise Agent does not know this record: programID was not found',
		},
	},
	getAll: { example: { parameters: all }, wrong: wrongLimit(1.5) },
};
