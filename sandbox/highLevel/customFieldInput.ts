import type { CustomFieldRecord, DataType, TextBox } from './state/records';
import type { SandboxState } from './state/state';

interface Sent {
	name?: string;
	placeholder?: string;
	position?: number;
	acceptedFormat?: string[];
	isMultipleFile?: boolean;
	maxNumberOfFiles?: number;
	textBoxListOptions?: Array<{ label?: string; prefillValue?: string }>;
}

const WITH_OPTIONS: readonly DataType[] = ['SINGLE_OPTIONS', 'MULTIPLE_OPTIONS', 'CHECKBOX', 'RADIO'];

type Fields = Partial<CustomFieldRecord>;

/**
 * Turns the body of a custom field write into the fields to store; only what was sent appears. What does not go with
 * the data type is passed over.
 * @param before the stored field, for an update
 */
export function customFieldFields(
	state: SandboxState,
	dataType: DataType,
	body: Readonly<Record<string, unknown>>,
	before?: Readonly<CustomFieldRecord>,
): Fields {
	const { name, placeholder, position, textBoxListOptions } = body as Sent;
	const fields: Fields = {};
	if (name !== undefined) fields.name = name;
	if (placeholder !== undefined) fields.placeholder = placeholder;
	if (position !== undefined) fields.position = position;
	if (textBoxListOptions !== undefined) {
		if (dataType === 'TEXTBOX_LIST') fields.textBoxes = textBoxes(state, textBoxListOptions, before);
		if (WITH_OPTIONS.includes(dataType)) fields.options = choices(textBoxListOptions);
	}
	if (dataType === 'FILE_UPLOAD') fields.files = files(body as Sent, before);
	return fields;
}

/** A box of the same label keeps its id, by which contacts hold its text. */
function textBoxes(
	state: SandboxState,
	sent: NonNullable<Sent['textBoxListOptions']>,
	before: Readonly<CustomFieldRecord> | undefined,
): TextBox[] {
	const known = new Map(before?.textBoxes.map((box) => [box.label, box.id]));
	return sent.map(({ label = '', prefillValue = '' }) => ({
		id: known.get(label) ?? state.newId(),
		label,
		prefillValue,
	}));
}

/** The body has no other place for the choices of a list: their labels are taken. */
function choices(sent: NonNullable<Sent['textBoxListOptions']>): string[] {
	return [...new Set(sent.flatMap(({ label }) => (label ? [label] : [])))];
}

/** One file unless several are asked for. */
function files(
	{ acceptedFormat, isMultipleFile, maxNumberOfFiles }: Sent,
	before: Readonly<CustomFieldRecord> | undefined,
): CustomFieldRecord['files'] {
	return {
		formats: acceptedFormat ?? before?.files?.formats ?? [],
		multiple: isMultipleFile ?? before?.files?.multiple ?? false,
		limit: maxNumberOfFiles ?? before?.files?.limit ?? 1,
	};
}
