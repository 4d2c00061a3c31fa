import type { SandboxSettings } from '../options';
import type { ContactRecord, ContactText, OutsideAssignment } from '../records';
import { RANKS, STATUSES } from '../records';
import type { SandboxState } from '../state';
import type { Parameters } from '../wire/parameters';

/** Texts of a contact that webcontact takes, but for the phone at home. Source: official API page. */
const CREATED_TEXTS: readonly ContactText[] = [
	'CFirst',
	'CLast',
	'CEmail',
	'Fax',
	'MobilePhone',
	'WorkPhone',
	'Company',
	'AddressNumber',
	'AddressStreet',
	'SuiteNo',
	'City',
	'State',
	'Zip',
	'Country',
	'Website',
	'Source',
];

/** Texts of a contact that webcontact is sent; "" for those that it is not. */
export function createTexts(
	parameters: Parameters,
	settings: Readonly<SandboxSettings>,
): Partial<ContactRecord> {
	const texts = Object.fromEntries(CREATED_TEXTS.map((name) => [name, parameters.text(name)]));
	return { ...texts, HomePhone: homePhone(parameters, settings) };
}

function homePhone(parameters: Parameters, { homePhoneName }: Readonly<SandboxSettings>): string {
	const names = homePhoneName === 'both' ? ['HomePhone', 'HomePhome'] : [homePhoneName];
	return names.map((name) => parameters.text(name)).find((phone) => phone !== '') ?? '';
}

/** Texts of a contact that updateContact takes. Source: official API page. */
export const UPDATED_TEXTS: readonly ContactText[] = [
	'CFirst',
	'CLast',
	'CEmail',
	'HomePhone',
	'MobilePhone',
	'WorkPhone',
	'Company',
	'SuiteNo',
	'City',
	'State',
	'Zip',
	'County',
	'Country',
	'AddressNumber',
	'AddressStreet',
	'Subdivision',
	'BuildingFloor',
];

export function rankOf(text: string): string | undefined {
	return RANKS.find((rank) => rank.toLowerCase() === text.toLowerCase());
}

export function statusOf(text: string): string | undefined {
	return STATUSES.find((status) => status.toLowerCase() === text.toLowerCase());
}

/** What `OutsideTeamAssignment` names by e-mail address; undefined for nobody. */
export function outsideAssignment(state: SandboxState, email: string): OutsideAssignment | undefined {
	const member = state.outsideTeam.get(email.toLowerCase());
	if (!member) return undefined;
	const { TeamMember, Cell, Phone, Email } = member;
	return { TeamMember, LeadStatus: 'assigned', Cell, Phone, Email };
}

/** The names as the account's categories have them; those that it does not have are added to it. */
export function categoriesNamed(state: SandboxState, names: readonly string[]): string[] {
	return names.map((wanted) => {
		for (const { name } of state.categories.values()) if (sameName(name, wanted)) return name;
		const id = state.newId('category');
		state.categories.set(String(id), { id, name: wanted });
		return wanted;
	});
}

/** The name as the account's sources have it; one that it does not have is added to it. */
export function sourceNamed(state: SandboxState, wanted: string): string {
	for (const { Name } of state.sources.values()) if (sameName(Name, wanted)) return Name;
	const ID = state.newId('source');
	state.sources.set(String(ID), { ID, Name: wanted });
	return wanted;
}

export function sameName(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}

/** Names without those that differ in capitals only. */
export function distinct(names: readonly string[]): string[] {
	return names.filter((name, index) => names.findIndex((other) => sameName(other, name)) === index);
}
