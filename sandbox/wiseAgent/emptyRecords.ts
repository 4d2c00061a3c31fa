import type { ContactRecord, ContactText, PropertyRecord, PropertyText } from './records';
import { CONTACT_TEXTS, PROPERTY_TEXTS } from './records';

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
		mergedIds: [],
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

/** A property about which nothing is known. */
export function emptyProperty(): Omit<PropertyRecord, 'PropertyID' | 'addedAt'> {
	const texts = Object.fromEntries(PROPERTY_TEXTS.map((name) => [name, ''])) as Record<PropertyText, string>;
	return { ...texts, details: {}, photos: [], archived: false, connections: [] };
}
