import type { CustomFieldRecord } from '../state/records';
import type { SandboxState } from '../state/state';
import type { FilledRecord } from '../submissions/kind';

/** A field of a form or survey, as the page shows it. */
interface FilledField {
	/** What the submission calls it; of a box of a list, the list and the box: `cfSocial.tbLinkedIn`. */
	name: string;
	label: string;
	type: 'text' | 'long' | 'number' | 'choice' | 'choices' | 'check';
	options: readonly string[];
}

/** A form or survey of the sandbox's own location, with what a visitor can fill in. */
interface Filled {
	/** `forms/fmInquiry…`, as in the path of the controls. */
	id: string;
	name: string;
	fields: FilledField[];
}

/** What forms call those of their fields that are no custom fields. */
const LABELS: Readonly<Record<string, string>> = {
	full_name: 'Name',
	first_name: 'First name',
	last_name: 'Last name',
	email: 'Email',
	phone: 'Phone',
	address: 'Address',
	message: 'Message',
	terms_and_conditions: 'I accept the terms and conditions',
};

/** All forms and surveys that a visitor can fill in. */
export function filledBy(state: SandboxState): Filled[] {
	const { locationId } = state.home;
	const of = (kind: string, called: string, records: ReadonlyArray<Readonly<FilledRecord>>): Filled[] =>
		records
			.filter(({ type, fields }) => type === 'entry' && fields.length > 0)
			.map(({ id, name, fields }) => ({
				id: `${kind}/${id}`,
				name: `${name} (${called})`,
				fields: fields.flatMap((key) => fieldsOf(key, state.customFields.get(key))),
			}));
	return [
		...of('forms', 'form', state.forms.inGroup(locationId)),
		...of('surveys', 'survey', state.surveys.inGroup(locationId)),
	];
}

function fieldsOf(key: string, custom: Readonly<CustomFieldRecord> | undefined): FilledField[] {
	const field = (type: FilledField['type'], more: Partial<FilledField> = {}): FilledField => ({
		...{ name: key, label: custom?.name ?? LABELS[key] ?? key, type, options: custom?.options ?? [] },
		...more,
	});
	if (key === 'message') return [field('long')];
	if (key === 'terms_and_conditions') return [field('check')];
	switch (custom?.dataType) {
		case 'MONETORY':
		case 'NUMERICAL':
			return [field('number')];
		case 'SINGLE_OPTIONS':
		case 'RADIO':
			return [field('choice')];
		case 'MULTIPLE_OPTIONS':
		case 'CHECKBOX':
			return [field('choices')];
		case 'LARGE_TEXT':
			return [field('long')];
		case 'TEXTBOX_LIST':
			return custom.textBoxes.map(({ id, label }) => field('text', { name: `${key}.${id}`, label }));
		case 'FILE_UPLOAD':
			// The page sends no files.
			return [];
		default:
			return [field('text')];
	}
}
