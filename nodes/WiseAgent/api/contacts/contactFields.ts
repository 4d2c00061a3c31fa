import type { Fields } from '../client';

/** Fields that Wise Agent takes whenever a contact is written, under the names that it shows them by. */
export const WRITABLE = [
	'AddressNumber',
	'AddressStreet',
	'CEmail',
	'CFirst',
	'CLast',
	'City',
	'Company',
	'Country',
	'HomePhone',
	'MobilePhone',
	'Rank',
	'State',
	'SuiteNo',
	'WorkPhone',
	'Zip',
] as const;

/** Fields that it takes only when a contact is changed. */
export const UPDATABLE_ONLY = ['BuildingFloor', 'County', 'Subdivision'] as const;

/** Fields that it takes only when a contact is created. */
export const CREATABLE_ONLY = [
	'AssignedAgent',
	'calltype',
	'Fax',
	'Pipeline',
	'Price',
	'Source',
	'Website',
] as const;

type Texts = Partial<
	Record<
		(typeof WRITABLE)[number] | (typeof UPDATABLE_ONLY)[number] | (typeof CREATABLE_ONLY)[number],
		string
	>
>;

/** The writable fields of a contact. An empty text clears the field. */
export interface ContactFields extends Texts {
	/** Shown as `Status`. */
	ContactStatus?: string;
	/** A member of the inside team. */
	InsideTeamId?: string;
	/** E-mail address of a member of the outside team. */
	OutsideTeamAssignment?: string;
	/** Of which `AddressNumber` and `AddressStreet` were made; not sent. */
	wholeAddress?: string;
	/** Names. */
	Categories?: string[];
	/** Do not call; only when a contact is created. */
	DNC?: boolean;
	/** Texts for the extra details, by name; only when a contact is created. */
	extraDetails?: Record<string, string>;
	/** The property that a person looked at (`paddress`, …); only when a contact is created. */
	property?: Fields;
	/** What a person looks for (`propInfoCity`, …); only when a contact is created. */
	searchProfile?: Fields;
}

/** What `webcontact` takes. Source: official API page: `zip` and `country` are lower case, categories semicolons. */
export function creationForm(fields: ContactFields): Fields {
	const { Zip: zip, Country: country, Categories = [], DNC, extraDetails = {}, ...others } = fields;
	const { property = {}, searchProfile, wholeAddress: _, ...texts } = others;
	for (const name of UPDATABLE_ONLY) delete texts[name];
	const details = Object.keys(extraDetails);
	const categories = Categories.filter((name) => !name.includes(';'));
	return {
		...withoutEmpty({ ...texts, zip, country }),
		...(categories.length > 0 ? { Categories: categories.join(';') } : {}),
		...(DNC ? { DNC: 'Y' } : {}),
		...(details.length > 0 ? { CommaDelimitedFormFields: details.join(','), ...extraDetails } : {}),
		...property,
		...(searchProfile ? { propInfo: 1, ...searchProfile } : {}),
	};
}

/** The names of the fields of which `webcontact` gets something: it takes neither a "no" to DNC nor an empty text. */
export function namesInCreation(fields: ContactFields): string[] {
	const isSent = (name: keyof ContactFields) =>
		Object.keys(creationForm({ [name]: fields[name] })).length > 0;
	return (Object.keys(fields) as Array<keyof ContactFields>).filter(isSent);
}

/** What `updateContact` takes, but for categories. */
export function updateForm(fields: ContactFields): Fields {
	const { CLast: Clast, InsideTeamId, OutsideTeamAssignment, ContactStatus } = fields;
	const texts = [...WRITABLE, ...UPDATABLE_ONLY].filter((name) => name !== 'CLast');
	return {
		...Object.fromEntries(texts.map((name) => [name, fields[name]])),
		Clast,
		ContactStatus,
		InsideTeamId,
		OutsideTeamAssignment,
	};
}

function withoutEmpty(fields: Fields): Fields {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined),
	);
}
