import { CONTACT_TEXTS, type ContactRecord, type ContactText } from './records';

/** A contact about which nothing is known. */
export function emptyContact(): Omit<ContactRecord, 'ClientID' | 'addedAt' | 'updatedAt'> {
	const texts = Object.fromEntries(CONTACT_TEXTS.map((name) => [name, ''])) as Record<ContactText, string>;
	return {
		...texts,
		Rank: 'Unranked',
		Status: null,
		Categories: [],
		InsideTeamIds: [],
		OutsideTeam: [],
		otherEmails: [],
		otherPhones: [],
		extraDetails: '',
		pipelineId: null,
		dnc: false,
		lastContactAt: null,
		dateMet: null,
		birthday: null,
		anniversary: null,
		homeSaleAnniversary: null,
	};
}
