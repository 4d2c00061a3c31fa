import { contactFields } from '../contactInput';
import type { ContactRecord, LocationRecord } from '../state/records';
import { findMatch, upsertChanges } from '../state/matching';
import type { SandboxState } from '../state/state';
import { fullName } from '../views/contact';
import { badRequest, notFound } from '../wire/errors';
import type { FilledRecord, SubmissionRecord } from './kind';
import { pageOf } from './kind';

/** The fields of a contact by the keys that forms have for them. */
const OF_CONTACTS: Readonly<Record<string, string>> = {
	full_name: 'name',
	first_name: 'firstName',
	last_name: 'lastName',
	email: 'email',
	phone: 'phone',
	address: 'address1',
	city: 'city',
	state: 'state',
	country: 'country',
	postal_code: 'postalCode',
	organization: 'companyName',
	website: 'website',
	date_of_birth: 'dateOfBirth',
};

/** What a person fills in, by the keys of the form's fields. */
export type Answers = Readonly<Record<string, unknown>>;

type Kind = 'form' | 'survey';

/**
 * Fills in a form or a survey and sends it, as a visitor of the website does: the contact with the email or phone is
 * updated, or one is created, and there is a submission.
 * @throws ApiError 400 for a form that there is not, or that has no such field; 422 for a phone that cannot be
 */
export function submit(
	state: SandboxState,
	kind: Kind,
	id: string,
	answers: Answers,
): Readonly<SubmissionRecord> {
	const filled = (kind === 'form' ? state.forms : state.surveys).get(id);
	if (!filled) throw notFound(kind === 'form' ? 'Form' : 'Survey', id);
	const location = state.locations.get(filled.locationId) as LocationRecord;
	const unknown = Object.keys(answers).find((key) => !filled.fields.includes(key));
	if (unknown !== undefined) throw badRequest(`The ${kind} has no field ${unknown}`);
	const contact = contactOf(state, location, filled, answers);
	const { full_name: whole, first_name: first, last_name: last, email } = answers;
	const submission: Omit<SubmissionRecord, 'id' | 'createdAt'> = {
		locationId: location.id,
		contactId: contact?.id ?? null,
		name: (contact && fullName(contact)) || [whole, first, last].filter(Boolean).join(' ') || null,
		email: contact?.email ?? (email ? String(email) : null),
		others: {
			...answers,
			eventData: visitOf(location, filled, kind),
			fieldsOriSequance: filled.fields,
			[`${kind}Id`]: id,
			location_id: location.id,
		},
	};
	const made = { ...submission, id: uuid(state), createdAt: state.clock.nextIso() };
	return kind === 'form'
		? state.add('formSubmissions', { ...made, formId: id })
		: state.add('surveySubmissions', { ...made, surveyId: id });
}

/** Of the sandbox's own chance, so that a run can be repeated. */
function uuid({ random }: SandboxState): string {
	return [8, 4, 4, 4, 12].map((length) => random.hex(length)).join('-');
}

/** Without an email and a phone there is nobody to be found or told from others. */
function contactOf(
	state: SandboxState,
	location: Readonly<LocationRecord>,
	{ name: source }: Readonly<FilledRecord>,
	answers: Answers,
): Readonly<ContactRecord> | undefined {
	const { id: locationId, country } = location;
	const sent = bodyOf(answers);
	const fields = contactFields(state, locationId, sent);
	if (!fields.email && !fields.phone) return undefined;
	const match = findMatch(state, location, fields)?.contact;
	if (!match) return state.addContact({ country, source, ...fields, locationId });
	const merged = contactFields(state, locationId, sent, match);
	return state.updateContact(match.id, upsertChanges(state, match, merged));
}

function bodyOf(answers: Answers): Record<string, unknown> {
	const entries = Object.entries(answers);
	const own = entries.flatMap(([key, value]) => {
		const name = OF_CONTACTS[key];
		return name === undefined ? [] : [[name, value] as const];
	});
	const others = entries.filter(([key]) => OF_CONTACTS[key] === undefined);
	return {
		...Object.fromEntries(own),
		customFields: others.map(([id, value]) => ({ id, field_value: value })),
	};
}

function visitOf(
	location: Readonly<LocationRecord>,
	filled: Readonly<FilledRecord>,
	medium: Kind,
): Record<string, unknown> {
	return {
		page: pageOf(location, filled),
		type: 'page-visit',
		source: 'Direct traffic',
		medium,
		mediumId: filled.id,
		timestamp: Date.now(),
	};
}
