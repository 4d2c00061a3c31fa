import { businessName } from '../views/contact';
import type { DataType } from '../state/records';
import type { SandboxState } from '../state/state';
import type { SearchDocument } from './searchIndex';

export type Operator =
	'eq' | 'not_eq' | 'contains' | 'not_contains' | 'exists' | 'not_exists' | 'range' | 'nested';

/** A field that filters may name. */
export interface SearchField<Document = SearchDocument> {
	readonly operators: readonly Operator[];
	/** What a record has there: one value, several, or null. */
	readonly valueOf: (document: Document) => unknown;
}

const PRESENCE = ['exists', 'not_exists'] as const;
export const EXACT = ['eq', 'not_eq', ...PRESENCE] as const;
export const TEXT = ['eq', 'not_eq', 'contains', 'not_contains', ...PRESENCE] as const;
export const TIME = ['range', ...PRESENCE] as const;

export function field<Document = SearchDocument>(
	operators: readonly Operator[],
	valueOf: SearchField<Document>['valueOf'],
): SearchField<Document> {
	return { operators, valueOf };
}

const nothing = (): null => null;

/** The table of fields and their operators; source: the contact search guide that the official specification
 * links to. `additional_phones` is deliberately absent: the real search refuses it. */
function fieldsOf(state: SandboxState): Record<string, SearchField> {
	return {
		id: field(['eq', 'not_eq'], ({ contact }) => contact.id),
		address: field(TEXT, ({ contact }) => contact.address1),
		businessName: field(TEXT, ({ contact }) => businessName(state, contact)),
		city: field(TEXT, ({ contact }) => contact.city),
		companyName: field(TEXT, ({ contact }) => contact.companyName),
		firstNameLowerCase: field(TEXT, ({ firstName }) => firstName),
		lastNameLowerCase: field(TEXT, ({ lastName }) => lastName),
		phone: field(TEXT, ({ contact }) => contact.phone),
		postalCode: field(TEXT, ({ contact }) => contact.postalCode),
		source: field(TEXT, ({ contact }) => contact.source),
		state: field(TEXT, ({ contact }) => contact.state),
		tags: field(TEXT, ({ contact }) => contact.tags),
		assignedTo: field(EXACT, ({ contact }) => contact.assignedTo),
		country: field(EXACT, ({ contact }) => contact.country),
		dnd: field(EXACT, ({ contact }) => contact.dnd),
		// Source: https://github.com/GoHighLevel/highlevel-api-docs/issues/279
		'dndSettings.Call.status': field(EXACT, ({ contact }) => contact.dndSettings.call?.status ?? null),
		'dndSettings.Email.status': field(EXACT, ({ contact }) => contact.dndSettings.email?.status ?? null),
		'dndSettings.SMS.status': field(EXACT, ({ contact }) => contact.dndSettings.sms?.status ?? null),
		'inboundDndSettings.all.status': field(
			EXACT,
			({ contact }) =>
				(contact.inboundDndSettings as { all?: { status?: string } } | null)?.all?.status ?? null,
		),
		followers: field(EXACT, ({ contact }) => contact.followers),
		isValidWhatsapp: field(EXACT, nothing),
		timezone: field(EXACT, ({ contact }) => contact.timezone),
		type: field(EXACT, ({ contact }) => contact.type),
		validEmail: field(EXACT, nothing),
		activeWorkflows: field(EXACT, ({ contact }) => contact.workflows),
		finishedWorkflows: field(EXACT, nothing),
		email: field(EXACT, ({ contact }) => contact.email),
		website: field(EXACT, ({ contact }) => contact.website),
		dateAdded: field(TIME, ({ contact }) => contact.dateAdded),
		dateUpdated: field(TIME, ({ contact }) => contact.dateUpdated),
		lastEmailClickedDate: field(TIME, nothing),
		lastEmailOpenedDate: field(TIME, nothing),
		lastAppointment: field(TIME, nothing),
		opportunities: field(['nested'], nothing),
	};
}

/** The operators of custom fields by data type; files cannot be searched for. */
const CUSTOM_FIELD_OPERATORS: Record<DataType, readonly Operator[]> = {
	TEXT,
	LARGE_TEXT: TEXT,
	SINGLE_OPTIONS: TEXT,
	RADIO: TEXT,
	PHONE: TEXT,
	TEXTBOX_LIST: TEXT,
	CHECKBOX: EXACT,
	MULTIPLE_OPTIONS: EXACT,
	NUMERICAL: ['range', ...EXACT],
	MONETORY: ['range', ...EXACT],
	DATE: TIME,
	FILE_UPLOAD: [],
};

/** The fields inside an opportunity, for `nested`. */
export const OPPORTUNITY_FIELDS: readonly string[] = ['pipelineId', 'pipelineStageId', 'status'];
export const OPPORTUNITY_OPERATORS: readonly Operator[] = EXACT;

/** The field of that name in a location, or undefined when searches do not know it. */
export function findSearchField(
	state: SandboxState,
	locationId: string,
	name: string,
): SearchField | undefined {
	const [prefix, id, box] = name.split('.');
	if (prefix !== 'customFields' || id === undefined) {
		const fields = fieldsOf(state);
		return Object.hasOwn(fields, name) ? fields[name] : undefined;
	}
	const custom = state.customFields.get(id);
	if (custom?.locationId !== locationId || custom.model !== 'contact') return undefined;
	// A text box list is searched box by box, every other field as a whole.
	const isBoxList = custom.dataType === 'TEXTBOX_LIST';
	if (isBoxList !== (box !== undefined)) return undefined;
	return field(CUSTOM_FIELD_OPERATORS[custom.dataType], ({ contact }) => {
		const value = contact.customFields.find((entry) => entry.id === id)?.value ?? null;
		return box === undefined ? value : ((value as Record<string, unknown> | null)?.[box] ?? null);
	});
}
