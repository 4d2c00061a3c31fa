import {
	categoriesNamed,
	distinct,
	outsideAssignment,
	rankOf,
	sameName,
	statusOf,
	UPDATED_TEXTS,
} from '../contacts/input';
import type { ContactRecord } from '../records';
import type { Call } from '../requestType';
import { upperError } from '../wire/refusal';
import { addCriteria } from './searchCriteria';

/** Changes what is sent of a contact. Source: official API page.
 * @throws Refusal, in the documented words; nothing is changed then */
export function updateContact(call: Call): object {
	const { state, parameters } = call;
	const id = parameters.text('clientID');
	if (id === '') throw upperError('Missing ClientID');
	const contact = state.contacts.get(id);
	if (!contact) throw invalidField('clientID', id);
	state.updateContact(id, { ...changedTexts(call), ...changedChoices(call, contact) });
	addCriteria(call, contact.ClientID);
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
