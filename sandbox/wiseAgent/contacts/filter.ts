import type { ContactRecord } from '../records';
import type { SandboxState } from '../state';
import { ARIZONA, readMinute } from '../wire/arizona';
import type { Parameters } from '../wire/parameters';
import { lowerError } from '../wire/refusal';
import { phoneKey } from './identifiers';

type Contact = Readonly<ContactRecord>;

/**
 * The contacts that the filters of getContacts leave, in the order of their ids. Of `email`, `phone`, `categories` and
 * `nameQuery` only the first that is sent counts; the first two disregard the dates. Source: official API page.
 * @throws Refusal for a date in another format than the documented ones
 */
export function filteredContacts(state: SandboxState, parameters: Parameters): Contact[] {
	const sources = parameters.list('sources').map((name) => name.toLowerCase());
	const ofSource = ({ Source }: Contact) => sources.length === 0 || sources.includes(Source.toLowerCase());
	const email = parameters.text('email');
	if (email) return byIds(state, state.index.byEmail(email)).filter(ofSource);
	const phone = parameters.text('phone');
	if (phone) return phoneMatches(state, phone).filter(ofSource);

	const sinceMs = updatedSince(parameters);
	const contacts = inOrder([...state.contacts.values()]).filter(
		(contact) => ofSource(contact) && (sinceMs === undefined || Date.parse(contact.updatedAt) >= sinceMs),
	);
	const categories = parameters.list('categories').map((name) => name.toLowerCase());
	if (categories.length > 0) return contacts.filter(inCategories(categories, parameters.flag('categoryAll')));
	const name = parameters.text('nameQuery').toLowerCase();
	return name === '' ? contacts : contacts.filter((contact) => isCalled(contact, name));
}

/** "Numeric only": a number that is written in another way finds nothing. */
function phoneMatches(state: SandboxState, phone: string): Contact[] {
	if (!/^\d+$/.test(phone)) return [];
	return byIds(state, state.index.byPhone(phoneKey(phone)));
}

function updatedSince(parameters: Parameters): number | undefined {
	const dates = [
		{ name: 'dtupdated', zone: ARIZONA },
		{ name: 'DateUpdatedUTC', zone: 'UTC' },
	];
	for (const { name, zone } of dates) {
		const text = parameters.text(name);
		if (text === '') continue;
		const ms = readMinute(text, zone);
		if (ms === undefined) throw lowerError(`Invalid ${name}`);
		return ms;
	}
	return undefined;
}

function inCategories(wanted: readonly string[], all: boolean): (contact: Contact) => boolean {
	return ({ Categories }) => {
		const own = Categories.map((name) => name.toLowerCase());
		return all ? wanted.every((name) => own.includes(name)) : wanted.some((name) => own.includes(name));
	};
}

function isCalled({ CFirst, CLast, Company }: Contact, name: string): boolean {
	return [CFirst, CLast, Company, `${CFirst} ${CLast}`].some((own) => own.toLowerCase().includes(name));
}

function byIds(state: SandboxState, ids: readonly number[]): Contact[] {
	const found = ids.map((id) => state.contacts.get(String(id)));
	return inOrder(found.filter((contact) => contact !== undefined));
}

function inOrder(contacts: Contact[]): Contact[] {
	return contacts.sort((a, b) => a.ClientID - b.ClientID);
}

/** The contact that webcontact takes for the one that is sent: by e-mail address, then by phone number. The real rule
 * is not documented. */
export function existingContact(
	state: SandboxState,
	email: string,
	phones: readonly string[],
): Contact | undefined {
	const keys = phones.map(phoneKey).filter((key) => key !== '');
	const ids = [
		...(email ? state.index.byEmail(email) : []),
		...keys.flatMap((key) => state.index.byPhone(key)),
	];
	return byIds(state, ids.slice(0, 1))[0];
}
