import { DEMO } from '../demo';
import type { SandboxState } from '../state';

/** The team, and the lists that the agent has set up. */
export function seedAccount(state: SandboxState): void {
	seedTeam(state);
	for (const name of [...Object.values(DEMO.categories), 'Newsletter', 'Investor', 'Open House 2025']) {
		const id = state.newId('category');
		state.categories.set(String(id), { id, name });
	}
	for (const Name of Object.values(DEMO.sources)) {
		const ID = state.newId('source');
		state.sources.set(String(ID), { ID, Name });
	}
	for (const name of ['Buyers', 'Listings']) {
		const id = state.newId('pipeline');
		state.pipelines.set(String(id), { id, name });
	}
	for (const ProgramName of ['Web Auto Email Campaign', 'New Buyer Email Campaign', 'Past Client Touches']) {
		const ProgramID = state.newId('program');
		state.programs.set(String(ProgramID), { ProgramID, ProgramName, clientIds: [] });
	}
	for (const formName of ['Home page', 'What is my home worth']) {
		const userFormID = state.newId('captureForm');
		state.captureForms.set(String(userFormID), { userFormID, formName });
	}
	seedContents(state);
}

function seedTeam(state: SandboxState): void {
	const { team, outsideTeam, user } = DEMO;
	const members = [
		{ InsideTeamId: team.dana, Name: 'Dana Whitfield', Email: user.Email, JobTitle: 'Broker' },
		{
			InsideTeamId: team.miguel,
			Name: 'Miguel Ortega',
			Email: 'miguel@saguarohomes.example',
			JobTitle: "Buyer's Agent",
		},
		{
			InsideTeamId: team.priya,
			Name: 'Priya Raman',
			Email: 'priya@saguarohomes.example',
			JobTitle: 'Assistant',
		},
	];
	members.forEach((member, index) => {
		const Phone = `480-555-01${10 + index}`;
		state.team.set(String(member.InsideTeamId), { ...member, Phone, Cell: `480-555-01${20 + index}` });
	});
	const outside = [
		{ TeamMember: 'Sam Desert Lending', Email: outsideTeam.lender },
		{ TeamMember: 'Mesa\nTitle\nAgency', Email: outsideTeam.title },
	];
	outside.forEach((member, index) => {
		const Cell = `602-555-01${30 + index}`;
		state.outsideTeam.set(member.Email, { ...member, Cell, Phone: `(602) 555-01${40 + index}` });
	});
}

function seedContents(state: SandboxState): void {
	const contents = [
		{ Name: 'Buyer 01', Category: 'Buyer', Subject: 'Before you look at houses' },
		{ Name: 'Buyer 02', Category: 'Buyer', Subject: 'How offers work' },
		{ Name: 'Seller 01', Category: 'Seller', Subject: 'Getting a home ready' },
	];
	for (const content of contents) {
		const Id = state.newId('content');
		state.contents.set(String(Id), { Id, ...content, Html: `<h1>${content.Subject}</h1>` });
	}
}
