import {
	categoriesNamed,
	createTexts,
	distinct,
	outsideAssignment,
	rankOf,
	sameName,
	sourceNamed,
	statusOf,
	UPDATED_TEXTS,
} from '../contact-input';
import { emailsOf, phoneKey, phonesOf } from '../contact-index';
import { existingContact } from '../contact-filter';
import type { ContactRecord } from '../records';
import { statusError, upperError } from '../refusal';
import type { Call, RequestType } from '../request-type';

/** Creating and changing contacts. There is no way to delete one. */
export const contactChangeTypes: RequestType[] = [
	{ name: 'webcontact', verb: 'POST', scopes: ['contacts'], answer: webcontact },
	{ name: 'updateContact', verb: 'POST', scopes: ['contacts'], answer: updateContact },
];

/** Required fields, in the order in which they are looked for. */
const REQUIRED = ['CFirst', 'CLast', 'Source'];

function webcontact(call: Call): object {
	const { state, parameters, settings } = call;
	const missing = REQUIRED.filter((name) => parameters.text(name) === '');
	// No source shows this refusal; the shape is that of the properties.
	if (missing.length > 0) throw statusError(`${missing.join(', ')} must be provided`);
	const texts = createTexts(parameters, settings);
	const phones = [texts.MobilePhone, texts.HomePhone, texts.WorkPhone].filter((phone) => !!phone) as string[];
	const known = existingContact(state, texts.CEmail ?? '', phones);
	if (known) return existing(call, known, texts.CEmail ?? '', phones);

	const outside = outsideAssignment(state, parameters.text('OutsideTeamAssignment'));
	const contact = state.addContact({
		...texts,
		Source: sourceNamed(state, texts.Source ?? ''),
		Rank: rankOf(parameters.text('Rank')) ?? 'Unranked',
		Status: statusOf(parameters.text('ContactStatus')) ?? 'New',
		Categories: categoriesNamed(state, distinct(parameters.list('Categories', ';'))),
		InsideTeamIds: insideTeam(call),
		OutsideTeam: outside ? [outside] : [],
		extraDetails: extraDetails(call),
		dnc: parameters.flag('DNC'),
	});
	const assignment = outside && {
		TeamMember: outside.TeamMember,
		leadStatus: outside.LeadStatus,
		Cell: outside.Cell,
		Phone: outside.Phone,
		Email: outside.Email,
		ClientID: contact.ClientID,
	};
	return {
		success: 'true',
		data: {
			ClientID: contact.ClientID,
			NewContact: true,
			...(assignment ? { OutsideTeamAssignment: assignment } : {}),
		},
	};
}

/** A contact that exists keeps its profile; addresses and numbers that it lacks are added. */
function existing(
	{ state }: Call,
	known: Readonly<ContactRecord>,
	email: string,
	phones: readonly string[],
): object {
	const ownPhones = phonesOf(known).map(phoneKey);
	const newPhones = phones.filter((phone) => phoneKey(phone) !== '' && !ownPhones.includes(phoneKey(phone)));
	const isNewEmail = email !== '' && !emailsOf(known).some((own) => sameName(own, email));
	if (newPhones.length > 0 || isNewEmail) {
		state.updateContact(known.ClientID, {
			otherPhones: [...known.otherPhones, ...newPhones],
			otherEmails: [...known.otherEmails, ...(isNewEmail ? [email] : [])],
		});
	}
	return {
		success: 'true',
		data: {
			ClientID: known.ClientID,
			NewContact: false,
			Message: "Use 'updateContact' request to update contacts.",
		},
	};
}

/** `CommaDelimitedFormFields` names parameters that go to the extra details. */
function extraDetails({ parameters }: Call): string {
	const named = parameters.list('CommaDelimitedFormFields');
	return named.map((name) => `${name}: ${parameters.text(name)}`).join('\n');
}

function insideTeam({ state, parameters }: Call): number[] {
	const id = parameters.positive('InsideTeamId');
	return id !== undefined && state.team.has(String(id)) ? [id] : [];
}

function updateContact(call: Call): object {
	const { state, parameters } = call;
	const id = parameters.text('clientID');
	if (id === '') throw upperError('Missing ClientID');
	const contact = state.contacts.get(id);
	if (!contact) throw invalidField('clientID', id);
	state.updateContact(id, { ...changedTexts(call), ...changedChoices(call, contact) });
	return { Success: `${id} updated` };
}

function changedTexts({ parameters, settings }: Call): Partial<ContactRecord> {
	const sent = UPDATED_TEXTS.filter(
		(name) => parameters.has(name) && (settings.emptyClearsField || parameters.text(name) !== ''),
	);
	return Object.fromEntries(sent.map((name) => [name, parameters.text(name)]));
}

function changedChoices(call: Call, contact: Readonly<ContactRecord>): Partial<ContactRecord> {
	const { state, parameters } = call;
	const id = String(contact.ClientID);
	const changes: Partial<ContactRecord> = {};
	const rank = parameters.text('Rank');
	if (rank !== '') changes.Rank = rankOf(rank) ?? fail('Rank', id);
	const status = parameters.text('ContactStatus');
	if (status !== '') changes.Status = statusOf(status) ?? fail('ContactStatus', id);
	if (parameters.text('InsideTeamId') !== '') {
		const member = parameters.positive('InsideTeamId');
		if (member === undefined || !state.team.has(String(member))) throw invalidField('InsideTeamId', id);
		const others = parameters.flag('Reassignment') ? [] : contact.InsideTeamIds;
		changes.InsideTeamIds = [...others.filter((other) => other !== member), member];
	}
	const outsideEmail = parameters.text('OutsideTeamAssignment');
	if (outsideEmail !== '') {
		const outside = outsideAssignment(state, outsideEmail) ?? fail('OutsideTeamAssignment', id);
		const others = contact.OutsideTeam.filter(({ Email }) => Email !== outside.Email);
		changes.OutsideTeam = [...others, outside];
	}
	const added = categoriesNamed(state, parameters.list('AddCategories'));
	const removed = parameters.list('RemoveCategories');
	if (added.length > 0 || removed.length > 0) {
		changes.Categories = distinct([...contact.Categories, ...added]).filter(
			(name) => !removed.some((other) => sameName(other, name)),
		);
	}
	return changes;
}

const invalidField = (name: string, id: string) => upperError(`Invalid Field ${name} - ${id} not updated`);

function fail(name: string, id: string): never {
	throw invalidField(name, id);
}
