import type { WiseAgentSandbox } from '../../sandbox/wiseAgent';
import { CONTACT_TEXTS } from '../../sandbox/wiseAgent/records';
import { DEMO } from './wiseAgent';

/** A contact with a value in every field that can be read. */
export function addPerson({ state }: WiseAgentSandbox): string {
	const texts = Object.fromEntries(CONTACT_TEXTS.map((name) => [name, 'x']));
	const contact = state.addContact({
		...texts,
		CFirst: 'Ada',
		CLast: 'Byron',
		CEmail: 'ada@example.com',
		MobilePhone: '(480) 555-0142',
		HomePhone: '480-555-0143',
		WorkPhone: '4805550144',
		Company: 'Engines',
		City: 'Mesa',
		State: 'AZ',
		Zip: '85201',
		Source: DEMO.sources.zillow,
		Categories: [DEMO.categories.buyer],
		Status: 'Active',
		InsideTeamIds: [DEMO.team.miguel],
		OutsideTeam: [
			{ TeamMember: 'Title', LeadStatus: 'assigned', Cell: '1', Phone: '1', Email: DEMO.outsideTeam.title },
		],
		...{ dateMet: '2020-02-03', birthday: '1990-12-10', anniversary: '2015-06-07' },
		homeSaleAnniversary: '2021-08-09',
		lastContactAt: '2026-03-01T17:30:00.000Z',
	});
	const { ClientID } = contact;
	state.customData.set('900001', { ClientCustomID: 900001, ClientID, Key: 'Nickname', Value: 'Countess' });
	return String(ClientID);
}

export const withContact = {
	prepare: (sandbox: WiseAgentSandbox) => ({ contactId: addPerson(sandbox) }),
};

/** One record of each kind that belongs to a contact, and one of each that belongs to somebody else. */
export function addActivity({ state }: WiseAgentSandbox, contactId: string): void {
	const [InsideTeamId, at] = [DEMO.team.miguel, '2026-03-01T17:30:00.000Z'];
	const other = String(state.addContact({ CFirst: 'Max', updatedAt: '2026-03-01T12:00:00.000Z' }).ClientID);
	for (const owner of [contactId, other]) {
		state.addNote({
			...{ owner, InsideTeamId, Subject: 'Viewing', Note: '<p>Wants a garden</p>' },
			...{ notedAt: at, Categories: [DEMO.categories.buyer] },
		});
		state.addTask({
			...{ ContactID: owner, InsideTeamId, Description: 'Call back', dueOn: '2026-03-05' },
			...{ createdAt: at, completedAt: '2026-03-04T17:30:00.000Z' },
		});
		state.addCall({
			...{ ClientId: owner, InsideTeamId, CallType: 'Phone', Reason: 'Offer' },
			...{ nextContactAt: '2026-03-03T17:30:00.000Z', addedAt: at },
		});
		const PlannerID = state.newId('planner');
		state.plannerEvents.set(String(PlannerID), {
			...{ PlannerID, Subject: 'Viewing at E Shea Blvd', Memo: 'Bring the keys', location: 'Mesa' },
			...{ startsAt: '2026-03-02T17:00:00.000Z', endsAt: '2026-03-02T17:30:00.000Z' },
			...{ AllDayEvent: false, Completed: false, InsideTeamID: InsideTeamId },
			Attendees: `V7,C${owner}`,
		});
	}
}
