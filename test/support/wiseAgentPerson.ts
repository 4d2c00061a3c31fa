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
