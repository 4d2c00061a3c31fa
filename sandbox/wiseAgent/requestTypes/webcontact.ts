import { existingContact } from '../contacts/filter';
import { emailsOf, phoneKey, phonesOf } from '../contacts/identifiers';
import {
	categoriesNamed,
	createTexts,
	distinct,
	outsideAssignment,
	rankOf,
	sameName,
	sourceNamed,
	statusOf,
} from '../contacts/input';
import type { ContactRecord } from '../records';
import type { Call } from '../requestType';
import { statusError } from '../wire/refusal';
import { storeAddress } from './customData';
import { addCriteria } from './searchCriteria';

/** Required fields, in the order in which they are looked for. */
const REQUIRED = ['CFirst', 'CLast', 'Source'];

/** Creates a contact, or adds what is new to one that exists. Source: official API page.
 * @throws Refusal where a required field is missing */
export function webcontact(call: Call): object {
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
		pipelineId: pipelineOf(call),
		dnc: parameters.flag('DNC'),
	});
	addViewedProperty(call, contact.ClientID);
	addCriteria(call, contact.ClientID);
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
	const newPhones = phones.filter(
		(phone, index) =>
			phoneKey(phone) !== '' &&
			!ownPhones.includes(phoneKey(phone)) &&
			phones.findIndex((other) => phoneKey(other) === phoneKey(phone)) === index,
	);
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

/** By id, or by name under `AssignedAgent`; whom the team does not have is passed over. */
function insideTeam({ state, parameters }: Call): number[] {
	const id = parameters.text('InsideTeamId');
	const name = parameters.text('AssignedAgent');
	return [...state.team.values()]
		.filter(({ InsideTeamId, Name }) => String(InsideTeamId) === id || sameName(Name, name))
		.map(({ InsideTeamId }) => InsideTeamId);
}

/** By id or name. */
function pipelineOf({ state, parameters }: Call): number | null {
	const wanted = parameters.text('Pipeline');
	for (const { id, name } of state.pipelines.values()) {
		if (String(id) === wanted || sameName(name, wanted)) return id;
	}
	return null;
}

/** The property that a lead looked at becomes one of the contact's further addresses. */
function addViewedProperty({ state, parameters }: Call, ClientID: number): void {
	if (parameters.text('paddress') === '') return;
	storeAddress(state, {
		ClientID,
		AddressType: 'Searched',
		AddressNum: '',
		Address: parameters.text('paddress'),
		SuiteNo: parameters.text('pSuiteNo'),
		POBox: parameters.text('pPOBox'),
		BldgFloor: parameters.text('pBldgFloor'),
		City: parameters.text('pcity'),
		State: parameters.text('pstate'),
		Zip: parameters.text('pzip'),
		County: parameters.text('pCounty'),
		Country: parameters.text('pCountry'),
		MLS: parameters.text('pMLS'),
		Subdivision: null,
		Township: null,
	});
}
